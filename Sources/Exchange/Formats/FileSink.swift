internal import Bitext

/// Units into the files of a writer.
final class FileSink: UnitSink {
  private let format: Format
  private let kind: any UnitWriter.Type
  private let path: String
  private var writer: any UnitWriter
  private var output = UnitOutput()
  private var files: [PackedOutput] = []
  private let date: Int
  private var first: Unit?

  /// Written to a file in pieces of this size.
  private static let bufferSize = 1 << 18

  init(_ format: Format, _ kind: any UnitWriter.Type, _ path: String, _ options: WritingOptions) {
    self.format = format
    self.kind = kind
    self.path = path
    date = options.date
    writer = kind.init(options)
  }

  var carries: Set<Aspect> { kind.carries }
  var scope: WritingScope { kind.scope }

  func begin(_ first: Unit) throws(ExchangeError) {
    self.first = first
    let paths = kind.paths(for: path, first)
    guard path != "-" || paths.count == 1 else { throw .severalFiles(format) }
    for path in paths { files.append(try PackedOutput(path, date: date)) }
    output.parts = Array(repeating: [], count: paths.count)
    writer.open(first, to: &output)
  }

  func add(_ unit: Unit) throws(ExchangeError) {
    writer.add(unit, to: &output)
    if output.parts.contains(where: { $0.count >= Self.bufferSize }) { try flush() }
  }

  private func flush() throws(ExchangeError) {
    for index in files.indices where !output.parts[index].isEmpty {
      try files[index].write(output.parts[index])
      output.parts[index].removeAll(keepingCapacity: true)
    }
  }

  func finish(_ receipt: inout Receipt) throws(ExchangeError) {
    writer.close(&output)
    try flush()
    for file in files { try file.sync() }
    receipt.isReadBack = try readBack()
    for file in files { try file.replace() }
    receipt.illegalCharacters = output.illegalCharacters
    receipt.lost.merge(output.lost) { $0 + $1 }
    receipt.bytes = files.reduce(0) { $0 + $1.count }
    receipt.sha256 = files[0].sha256
  }

  /// Whether what was written is there again; false for a stream, which cannot be read.
  private func readBack() throws(ExchangeError) -> Bool {
    let temporary = files.compactMap { $0.temporary }
    guard temporary.count == files.count, let reader = format.reader, let first else {
      return false
    }
    var found = Fingerprint()
    do {
      var inputs: [SourceFile] = []
      for path in temporary { inputs.append(try SourceFile(path)) }
      let options = ReadingOptions(
        sourceLanguage: first.sourceLanguage, targetLanguage: first.targetLanguage,
        document: first.document)
      try reader.read(inputs, options) { unit in
        found.add(unit.source)
        found.add(unit.target)
      }
    } catch {
      throw .readBack(path: path, reason: (error as? ExchangeError)?.problem ?? "\(error)")
    }
    guard found.agrees(with: output.fingerprint) else {
      throw .readBack(
        path: path, reason: "\(found.texts) texts of \(output.fingerprint.texts), or other ones")
    }
    return true
  }
}

/// Units into a table, which reads itself back.
final class TableSink: UnitSink {
  private let format: TableFormat
  private let path: String
  private let options: WritingOptions
  private var export: TableExport?

  init(_ format: TableFormat, _ path: String, _ options: WritingOptions) {
    self.format = format
    self.path = path
    self.options = options
  }

  var carries: Set<Aspect> { UnitTable.carries(format) }
  var scope: WritingScope { format == .docx || format == .html ? .languagePair : .any }

  func begin(_ first: Unit) throws(ExchangeError) {
    export = try TableExport(
      to: path, as: format, UnitTable.head(format, first), hasMark: options.byteOrderMark)
  }

  func add(_ unit: Unit) throws(ExchangeError) { try export?.add(UnitTable.row(unit, format)) }

  func finish(_ receipt: inout Receipt) throws(ExchangeError) {
    guard let table = try export?.finish() else { return }
    receipt.isReadBack = table.isReadBack
    receipt.illegalCharacters = table.illegalCharacters
    receipt.bytes = table.bytes
    receipt.sha256 = table.sha256
  }
}
