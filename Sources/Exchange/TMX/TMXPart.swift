// One file of an export.
internal import Bitext

final class TMXPart {
  let path: String
  private(set) var units = 0
  private(set) var isReadBack = false
  private let output: PackedOutput
  private let options: ExportOptions
  private var writer: TMXWriter
  private var isOpen = false

  /// Written to the file in pieces of this size.
  private static let bufferSize = 1 << 18

  /// - Parameter number: of the file among those of a memory that is split: `press-2.tmx`.
  init(_ path: String, _ options: ExportOptions, number: Int?) throws(ExchangeError) {
    self.path = number.map { Self.numbered(path, $0) } ?? path
    self.options = options
    output = try PackedOutput(self.path, date: options.date)
    writer = TMXWriter(options.profile, hasDoctype: options.hasDoctype)
  }

  /// Whether the next unit belongs into another file.
  var isFull: Bool {
    guard let split = options.split, units > 0 else { return false }
    var largest = options.profile?.largestFile ?? .max
    switch split {
    case .units(let most): if units >= most { return true }
    case .bytes(let most): largest = min(largest, most)
    }
    return output.count + writer.bytes.count > largest - Self.roomForOne
  }

  /// The bytes of a large unit and of the file's end.
  private static let roomForOne = 1 << 16

  var bytes: Int { output.count }
  var sha256: String { output.sha256 }
  var illegalCharacters: Int { writer.illegalCharacters }

  func add(
    _ unit: WritableUnit, hasID: Bool, others: some Sequence<WritableUnit>, sourceCode: String,
    context: UnitContext?
  ) throws(ExchangeError) {
    if !isOpen {
      isOpen = true
      writer.open(
        options.header, sourceCode: sourceCode, toolVersion: options.toolVersion,
        date: options.date)
      if options.profile?.isUTF16 == true { try output.write([0xFF, 0xFE]) }
    }
    writer.add(unit, hasID: hasID, others: others, sourceCode: sourceCode, context: context)
    units += 1
    if writer.bytes.count >= Self.bufferSize { try drain() }
  }

  /// Ends the file; it is on the disk, but not in its place.
  func close() throws(ExchangeError) {
    writer.close()
    try drain()
    try output.sync()
  }

  func readBack() throws(ExchangeError) {
    guard let temporary = output.temporary else { return }
    let read = try TMXReadBack(temporary, name: path)
    guard read.units == units, read.fingerprint.agrees(with: writer.fingerprint) else {
      throw .readBack(path: path, reason: "\(read.units) units of \(units), or other texts")
    }
    isReadBack = true
  }

  func replace() throws(ExchangeError) { try output.replace() }

  private func drain() throws(ExchangeError) {
    try writer.drain { bytes throws(ExchangeError) in try output.write(encoded(bytes)) }
  }

  private func encoded(_ bytes: [UInt8]) -> [UInt8] {
    guard let profile = options.profile, profile.hasWindowsLines || profile.isUTF16 else {
      return bytes
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if profile.hasWindowsLines { text = text.replacing("\n", with: "\r\n") }
    guard profile.isUTF16 else { return Array(text.utf8) }
    return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  /// `press-2.tmx` for `press.tmx`, `press-2.tmx.gz` for `press.tmx.gz`.
  private static func numbered(_ path: String, _ number: Int) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.firstIndex(of: "."), path != "-" else { return path + "-\(number)" }
    let folder = path.dropLast(name.count)
    return folder + name[..<dot] + "-\(number)" + name[dot...]
  }
}
