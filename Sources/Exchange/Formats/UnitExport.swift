public import Bitext

/// Units into a file of any format, one at a time: `add` each, then `finish`. What was written is read
/// back and compared before it takes its place; given up before that, it leaves no trace and whatever
/// stood there stays. Holds a buffer, never the texts.
public final class UnitExport {
  private let options: ExportOptions
  private let format: Format
  private let sink: any UnitSink
  private var receipt: Receipt
  private var first: Unit?

  /// Starts an export to `path`, or to standard output when it is `-` (which cannot be read back).
  /// - Throws: `ExchangeError` when the format is only read.
  public init(
    _ format: Format, to path: String, _ options: ExportOptions, byteOrderMark: Bool = false
  ) throws(ExchangeError) {
    self.options = options
    self.format = format
    let writing = WritingOptions(
      toolVersion: options.toolVersion, date: options.date, byteOrderMark: byteOrderMark)
    if let table = format.table {
      sink = TableSink(table, path, writing)
    } else if let writer = format.writer {
      sink = FileSink(format, writer, path, writing)
    } else {
      throw .onlyRead(path: path, format)
    }
    receipt = Receipt(path: path)
  }

  /// Writes a unit, or counts why it stays. O(length).
  public func add(_ unit: Unit) throws(ExchangeError) {
    if let reason = reasonToKeep(unit) {
      return receipt.leaveOut(unit, reason, isListed: options.listsSkipped)
    }
    if let first { try check(unit, first) } else { try sink.begin(unit) }
    first = first ?? unit
    try sink.add(unit)
    receipt.units += 1
    if !unit.status.isLocked { receipt.unseen += 1 }
    for aspect in Aspect.allCases where !sink.carries.contains(aspect) && unit.has(aspect) {
      receipt.lost[aspect, default: 0] += 1
    }
  }

  /// Ends the files, reads them back, and puts them in their places.
  public func finish() throws(ExchangeError) -> Receipt {
    guard receipt.units > 0 else {
      throw .nothingToExport(path: receipt.path, leftOut: receipt.leftOutWords)
    }
    try sink.finish(&receipt)
    return receipt
  }

  private func reasonToKeep(_ unit: Unit) -> LeftOut? {
    if sink.scope == .wholeText { return nil }
    if let reason = options.reasonToKeep(unit) { return reason }
    guard unit.source.isBlank || unit.target.isBlank else { return nil }
    return unit.shape.flatMap { Shape($0) }?.isNull == true ? .null : .emptySide
  }

  /// Holds a unit to what the format allows beside the first.
  private func check(_ unit: Unit, _ first: Unit) throws(ExchangeError) {
    let isOneWay =
      (unit.sourceLanguage, unit.targetLanguage) == (first.sourceLanguage, first.targetLanguage)
    guard sink.scope == .any || isOneWay else {
      throw .mixedLanguages(
        id: unit.id, found: "\(unit.sourceLanguage) into \(unit.targetLanguage)",
        expected: "\(first.sourceLanguage) into \(first.targetLanguage)")
    }
    guard sink.scope != .wholeText || unit.document == first.document else {
      throw .severalDocuments(unit.document, first: first.document, format)
    }
  }
}

/// Where units go: into the files of a writer, or into a table.
protocol UnitSink: AnyObject {
  /// What it has a place for.
  var carries: Set<Aspect> { get }
  /// What may leave together.
  var scope: WritingScope { get }
  /// Opens its files for the first unit.
  func begin(_ first: Unit) throws(ExchangeError)
  func add(_ unit: Unit) throws(ExchangeError)
  /// Ends its files, reads them back, puts them in their places and says what they are.
  func finish(_ receipt: inout Receipt) throws(ExchangeError)
}

extension String {
  /// Whether it holds nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
