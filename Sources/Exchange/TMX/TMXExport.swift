public import Bitext

/// Units into a TMX 1.4 file, one at a time: `add` each, then `finish`. The file is read back and
/// compared before it takes its place; given up before that, it leaves no trace and whatever stood
/// there stays. Holds a buffer and a hash of each identifier, never the texts.
public struct TMXExport: ~Copyable {
  private let path: String
  private let options: ExportOptions
  private var receipt: Receipt
  private var ids: Set<Int> = []
  /// The codes of the first unit's languages, which all others of document pairs must have.
  private var codes: (source: String, target: String)?
  private var regionalCodes = RegionalCodes()
  /// The file being written, and those before it of a memory that is split.
  private var part: TMXPart
  private var parts: [TMXPart] = []
  /// Units that may still be joined: one `tu` of a memory, or a row that waits for its context.
  private var pending: [(unit: Unit, texts: UnitTexts)] = []
  private var before: (document: String, source: String)?
  private var bestTargets: BestTargets?
  private var place = 0

  /// Starts an export to `path`, or to standard output when it is `-` (which cannot be read back).
  /// A name that ends in `.gz` or `.zip` is packed.
  public init(to path: String, _ options: ExportOptions) throws(ExchangeError) {
    self.path = path
    self.options = options
    receipt = Receipt(path: path)
    part = try TMXPart(path, options, number: options.split == nil ? nil : 1)
  }

  /// Tells what will be added, in the same order, before the first is: an importer that takes one
  /// translation of a text gets the newest that a person confirmed.
  public mutating func foresee(_ unit: Unit) {
    if options.reasonToKeep(unit) == nil { bestTargets = bestTargets ?? BestTargets() }
    bestTargets?.add(unit, isWanted: options.reasonToKeep(unit) == nil)
  }

  /// Writes a unit, or counts why it stays. O(length).
  public mutating func add(_ unit: Unit) throws(ExchangeError) {
    defer { place += 1 }
    let texts = UnitTexts(unit)
    if let reason = reasonToKeep(unit, texts) {
      return receipt.leaveOut(unit, reason, isListed: options.listsSkipped)
    }
    if let first = pending.first, !isJoined(first.unit, unit) { try write(next: unit) }
    try check(unit)
    pending.append((unit, texts))
    if !options.hasContext, !unit.isImported { try write(next: nil) }
  }

  /// Ends the file, reads it back, and puts it in its place.
  public consuming func finish() throws(ExchangeError) -> Receipt {
    try write(next: nil)
    guard receipt.units > 0 else {
      throw .nothingToExport(path: receipt.path, leftOut: receipt.leftOutWords)
    }
    parts.append(part)
    try part.close()
    for part in parts { try part.readBack() }
    for part in parts { try part.replace() }
    receipt.finish(parts)
    return receipt
  }

  private func reasonToKeep(_ unit: Unit, _ texts: UnitTexts) -> LeftOut? {
    if let reason = options.reasonToKeep(unit) { return reason }
    if texts.hasEmptySide {
      return unit.shape.flatMap { Shape($0) }?.isNull == true ? .null : .emptySide
    }
    if let most = options.profile?.longestText, texts.length > most { return .tooLong }
    return bestTargets?.keeps(place) == false ? .otherTarget : nil
  }

  /// Whether both are one unit of a memory, in two target languages.
  private func isJoined(_ first: Unit, _ unit: Unit) -> Bool {
    guard options.profile?.isBilingual != true, first.isImported else { return false }
    return first.tu == unit.tu && first.document == unit.document && first.source == unit.source
      && first.sourceLanguage == unit.sourceLanguage
  }

  /// Holds a unit to the languages of those before it, where importers need that.
  private mutating func check(_ unit: Unit) throws(ExchangeError) {
    let found = (
      source: regionalCodes.code(of: unit.sourceLanguage),
      target: regionalCodes.code(of: unit.targetLanguage)
    )
    if let codes {
      guard codes == found || unit.isImported && options.profile?.isBilingual != true else {
        throw .mixedLanguages(
          id: unit.hasOwnID ? unit.id : "\(unit.document):\(unit.tu ?? 0)",
          found: "\(found.source) into \(found.target)",
          expected: "\(codes.source) into \(codes.target)")
      }
    } else {
      codes = found
    }
  }

  private mutating func write(next: Unit?) throws(ExchangeError) {
    guard let (unit, texts) = pending.first else { return }
    if unit.hasOwnID, !ids.insert(unit.id.hashValue).inserted, !unit.isImported {
      throw .repeatedID(unit.id)
    }
    if part.isFull {
      try part.close()
      parts.append(part)
      part = try TMXPart(path, options, number: parts.count + 1)
    }
    try part.add(
      unit, texts, others: Array(pending.dropFirst()), sourceCode: codes?.source ?? "",
      context: context(of: unit, next))
    for (unit, texts) in pending { receipt.count(unit, texts) }
    pending.removeAll(keepingCapacity: true)
    before = (unit.document, texts.source.text)
  }

  private func context(of unit: Unit, _ next: Unit?) -> UnitContext? {
    guard options.hasContext, !unit.isImported else { return nil }
    return UnitContext(
      before: before?.document == unit.document ? before?.source : nil,
      after: next?.document == unit.document ? next.map { UnitTexts($0).source.text } : nil)
  }
}

/// The source texts before and after a unit in its document.
struct UnitContext {
  var before: String?
  var after: String?
}

/// Which of several translations of a source text leaves where one may: the first of those that a
/// person confirmed last, else of those changed last.
private struct BestTargets {
  private var best: [Int: (rank: Int, changed: Int, place: Int)] = [:]
  private var places: Set<Int> = []
  private var count = 0

  mutating func add(_ unit: Unit, isWanted: Bool) {
    defer { count += 1 }
    guard isWanted else { return }
    let rank = unit.status.isLocked ? 1 : 0
    let key = unit.source.hashValue
    if let old = best[key] {
      guard (rank, unit.changed ?? 0) > (old.rank, old.changed) else { return }
      places.remove(old.place)
    }
    best[key] = (rank, unit.changed ?? 0, count)
    places.insert(count)
  }

  func keeps(_ place: Int) -> Bool { places.contains(place) }
}
