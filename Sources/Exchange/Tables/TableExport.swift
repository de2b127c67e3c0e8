internal import Foundation

/// A table of texts into a file, a row at a time: `add` each, then `finish`. The file is read back
/// and compared before it takes its place; given up before that, it leaves no trace and whatever
/// stood there stays. Holds a buffer, never the table.
public final class TableExport {
  private let format: TableFormat
  private let sink: OutputSink
  private var writer: any TableWriter
  private let zip: ZipWriter?
  private let columns: Int
  private var receipt: TableReceipt
  private var fingerprint = Fingerprint()

  /// Written to the file in pieces of this size.
  private static let bufferSize = 1 << 18

  /// Starts a file at `path`, or on standard output when it is `-` (which cannot be read back).
  /// - Parameter hasMark: whether CSV begins with a byte order mark, by which Excel knows UTF-8.
  public init(
    to path: String, as format: TableFormat, _ head: TableHead, hasMark: Bool = false
  ) throws(ExchangeError) {
    self.format = format
    columns = head.columns.count
    receipt = TableReceipt(path: path)
    writer = format.writer(head, hasMark: hasMark)
    sink = try OutputSink(path)
    zip = writer.part == nil ? nil : try ZipWriter(to: sink)
    if let part = writer.part {
      try addParts { $0 < part }
      try zip?.begin(part)
    }
    for column in head.columns { fingerprint.add(format.asRead(column.title)) }
    writer.open()
  }

  /// Writes a row, which has a text for each column. O(length).
  public func add(_ fields: [String]) throws(ExchangeError) {
    precondition(fields.count == columns, "a row has a text for each column")
    var clean: [String] = []
    for field in fields {
      let (text, lost) = field.clean
      clean.append(text)
      receipt.illegalCharacters += lost
    }
    if let reason = writer.add(clean) { throw .doesNotFit(path: receipt.path, reason: reason) }
    receipt.rows += 1
    let read = clean.map(format.asRead)
    if read.contains(where: { !$0.isEmpty }) {
      for text in read { fingerprint.add(text) }
    }
    if writer.count >= Self.bufferSize { try flush() }
  }

  /// Ends the file, reads it back, and puts it in its place.
  public func finish() throws(ExchangeError) -> TableReceipt {
    writer.close()
    try flush()
    if let part = writer.part {
      try addParts { $0 > part }
      try zip?.finish()
    }
    try sink.file.sync()
    try readBack()
    try sink.file.replace()
    receipt.bytes = sink.file.count
    receipt.sha256 = sink.file.digest.hex
    return receipt
  }

  private func flush() throws(ExchangeError) {
    let bytes = writer.take()
    if zip == nil { try sink.file.write(bytes) } else { try zip?.write(bytes) }
  }

  /// The other parts of a zip file, those before the table's and those after it.
  private func addParts(_ isWanted: (String) -> Bool) throws(ExchangeError) {
    for (name, text) in writer.otherParts.sorted(by: { $0.key < $1.key }) where isWanted(name) {
      try zip?.begin(name)
      try zip?.write(Array(text.utf8))
    }
  }

  private func readBack() throws(ExchangeError) {
    guard let temporary = sink.file.temporary else { return }
    let written = try Self.bytes(of: temporary, name: receipt.path)
    var read = Fingerprint()
    do throws(ExchangeError) {
      let header = try TableReader(written, name: receipt.path, format).eachRow { fields, _ in
        for field in fields { read.add(field) }
        return nil
      }
      guard header.count == columns else { throw .damaged(receipt.path, "its header is another") }
    } catch {
      throw .readBack(path: receipt.path, reason: error.problem)
    }
    guard read.agrees(with: fingerprint) else {
      throw .readBack(path: receipt.path, reason: "other rows than were written")
    }
    receipt.isReadBack = true
  }

  private static func bytes(of path: String, name: String) throws(ExchangeError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .readBack(path: name, reason: error.localizedDescription)
    }
  }
}

/// What a table's export wrote.
public struct TableReceipt: Hashable, Sendable, Codable {
  /// The file, as the user named it; `-` for standard output.
  public var path: String
  /// Rows written, without the header.
  public var rows = 0
  /// Characters left out because no table can carry them.
  public var illegalCharacters = 0
  /// The file's size.
  public var bytes = 0
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var sha256 = ""
  /// Whether the file was read again and held what was written. A stream cannot be.
  public var isReadBack = false

  init(path: String) { self.path = path }
}
