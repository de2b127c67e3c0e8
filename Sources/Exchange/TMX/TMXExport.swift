public import Bitext

/// Units into a TMX 1.4 file, one at a time: `add` each, then `finish`. The file is read back and
/// compared before it takes its place; given up before that, it leaves no trace and whatever stood
/// there stays. Holds a buffer and a hash of each identifier, never the texts.
public struct TMXExport: ~Copyable {
  private let path: String
  private let options: ExportOptions
  private var receipt: Receipt
  private var ids = WrittenIDs()
  /// The codes of the first unit's languages, which all others of document pairs must have.
  private var codes: (source: String, target: String)?
  private var regionalCodes = RegionalCodes()
  /// The file being written, and those before it of a memory that is split.
  private var part: TMXPart
  private var parts: [TMXPart] = []
  /// Units that may still be joined: one `tu` of a memory, or a row that waits for its context.
  private var pending: [WritableUnit] = []
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
  public mutating func add(_ next: WritableUnit) throws(ExchangeError) {
    defer { place += 1 }
    if let reason = reasonToKeep(next) {
      return receipt.leaveOut(next.unit, reason, isListed: options.listsSkipped)
    }
    if let first = pending.first, !isJoined(first.unit, next.unit) { try write(next: next) }
    try check(next.unit)
    pending.append(next)
    if !options.hasContext, !next.unit.isImported { try write(next: nil) }
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

  private func reasonToKeep(_ written: WritableUnit) -> LeftOut? {
    if let reason = options.reasonToKeep(written.unit) { return reason }
    if written.texts.hasEmptySide {
      return written.unit.shape.flatMap { Shape($0) }?.isNull == true ? .null : .emptySide
    }
    if let most = options.profile?.longestText, written.texts.length > most { return .tooLong }
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

  private mutating func write(next: WritableUnit?) throws(ExchangeError) {
    guard let first = pending.first else { return }
    let hasID = try ids.take(first.unit)
    if first.unit.hasOwnID, !hasID { receipt.lostIDs += 1 }
    if part.isFull {
      try part.close()
      parts.append(part)
      part = try TMXPart(path, options, number: parts.count + 1)
    }
    try part.add(
      first, hasID: hasID, others: pending.dropFirst(), sourceCode: codes?.source ?? "",
      context: context(of: first, next))
    for unit in pending { receipt.count(unit) }
    pending.removeAll(keepingCapacity: true)
    before = (first.unit.document, first.texts.source.text)
  }

  private func context(of written: WritableUnit, _ next: WritableUnit?) -> UnitContext? {
    guard options.hasContext, !written.unit.isImported else { return nil }
    let document = written.unit.document
    return UnitContext(
      before: before?.document == document ? before?.source : nil,
      after: next?.unit.document == document ? next?.texts.source.text : nil)
  }
}

/// Which identifiers a file has. Tools take them for keys, so no two document pairs or memories share one:
/// the first has it, as when a memory was made of what we exported and both leave together. What came from
/// one file twice under one identifier leaves so.
private struct WrittenIDs {
  /// Those of the document pairs and memories before, as hashes.
  private var taken: Set<Int> = []
  /// Those of this one; of a pair, which cannot have one twice, to be looked up.
  private var own: [Int] = []
  private var rows: Set<Int> = []
  private var document: String?

  /// Whether a unit is written with its identifier.
  mutating func take(_ unit: Unit) throws(ExchangeError) -> Bool {
    guard unit.hasOwnID else { return false }
    if unit.document != document {
      taken.formUnion(own)
      own.removeAll(keepingCapacity: true)
      document = unit.document
    }
    let hash = unit.id.hashValue
    if !unit.isImported, !rows.insert(hash).inserted { throw .repeatedID(unit.id) }
    if taken.contains(hash) { return false }
    own.append(hash)
    return true
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
