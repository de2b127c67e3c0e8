public import Bitext

/// Units into a TMX 1.4 file, one at a time: `add` each, then `finish`. The file is read back and
/// compared before it takes its place; given up before that, it leaves no trace and whatever stood
/// there stays. Holds a buffer and the units' identifiers, never the texts.
public struct TMXExport: ~Copyable {
  private var file: OutputFile
  private var writer = TMXWriter()
  private var receipt: Receipt
  private var ids: Set<String> = []
  /// The codes of the first unit's languages, which all others must have.
  private var codes: (source: String, target: String)?
  private let filter: StatusFilter
  private let toolVersion: String
  private let date: Int

  /// Written to the file in pieces of this size.
  private static let bufferSize = 1 << 18

  /// Starts an export to `path`, or to standard output when it is `-` (which cannot be read back).
  /// `date`, in seconds since 1970 UTC, and `toolVersion` stand in the header.
  public init(
    to path: String, filter: StatusFilter = .all, toolVersion: String, date: Int
  ) throws(ExchangeError) {
    file = try OutputFile(path)
    receipt = Receipt(path: path)
    self.filter = filter
    self.toolVersion = toolVersion
    self.date = date
  }

  /// Writes a unit, or counts why it stays. O(length).
  public mutating func add(_ unit: Unit) throws(ExchangeError) {
    let source = OneLine(unit.source, unspaced: unit.sourceLanguage.isUnspaced)
    let target = OneLine(unit.target, unspaced: unit.targetLanguage.isUnspaced)
    if let reason = reasonToKeep(unit, source, target) {
      receipt.leftOut[reason, default: 0] += 1
      return
    }
    try check(unit)
    writer.add(unit, source: source.text, target: target.text)
    receipt.units += 1
    receipt.illegalCharacters += source.illegalCharacters + target.illegalCharacters
    if !unit.status.isLocked { receipt.unseen += 1 }
    if writer.bytes.count >= Self.bufferSize { try file.write(writer.take()) }
  }

  /// Ends the file, reads it back, and puts it in its place.
  public consuming func finish() throws(ExchangeError) -> Receipt {
    guard receipt.units > 0 else {
      throw .nothingToExport(path: receipt.path, leftOut: receipt.leftOutWords)
    }
    writer.close()
    try file.write(writer.take())
    try file.sync()
    try readBack()
    try file.replace()
    receipt.illegalCharacters += writer.illegalCharacters
    receipt.bytes = file.count
    receipt.sha256 = file.digest.hex
    return receipt
  }

  private func reasonToKeep(_ unit: Unit, _ source: OneLine, _ target: OneLine) -> LeftOut? {
    if let reason = filter.reasonToKeep(unit.status) { return reason }
    guard source.text.isEmpty || target.text.isEmpty else { return nil }
    return unit.shape.flatMap { Shape($0) }?.isNull == true ? .null : .emptySide
  }

  /// Opens the file at the first unit, and holds the later ones to its languages.
  private mutating func check(_ unit: Unit) throws(ExchangeError) {
    let found = (source: unit.sourceLanguage.regionalCode, target: unit.targetLanguage.regionalCode)
    if let codes {
      guard codes == found else {
        throw .mixedLanguages(
          id: unit.id, found: "\(found.source) into \(found.target)",
          expected: "\(codes.source) into \(codes.target)")
      }
    } else {
      codes = found
      writer.open(sourceCode: found.source, toolVersion: toolVersion, date: date)
    }
    guard ids.insert(unit.id).inserted else { throw .repeatedID(unit.id) }
  }

  private mutating func readBack() throws(ExchangeError) {
    guard let temporary = file.temporary else { return }
    let read = try TMXReadBack(temporary, name: receipt.path)
    guard read.units == receipt.units, read.fingerprint.agrees(with: writer.fingerprint) else {
      throw .readBack(
        path: receipt.path, reason: "\(read.units) units of \(receipt.units), or other texts")
    }
    receipt.isReadBack = true
  }
}
