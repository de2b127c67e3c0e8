// The translation memory as a search engine: it follows the workspace and gives the best matches.
internal import Bitext
internal import GRDB

/// Finds near texts in a workspace. What it has read of the index stays in memory, so that it becomes
/// quicker with use; what is stored after it was opened is found too. Used by one thread at a time.
public final class Matcher {
  private let store: Store
  private var source = MatchBlockSource()
  private var indexes: [String: MatchIndex] = [:]
  /// The parts that `indexes` has, the last unit in them and in the tails, and what was seen then.
  private var records: [MatchPartRecord] = []
  private var last = 0
  private var seen: Seen?

  /// Opens the index. The first search reads what it needs of it.
  public init(_ store: Store) { self.store = store }

  /// Takes in what was stored since the last search. O(1) when nothing was.
  /// - Parameter progress: is told how many units were read, when many have to be indexed.
  public func refresh(progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    try store.prepareSearch(progress: progress)
    if try store.read(takeIn) { return }
    try mend(progress)
    _ = try store.read(takeIn)
  }

  /// Makes `indexes` what the workspace has; `false` when its index is damaged.
  private func takeIn(_ db: Database) throws -> Bool {
    let now = try db.seen()
    if now == seen { return true }
    guard let records = try? db.matchParts() else { return false }
    if records != self.records || seen == nil { try open(records, upTo: db.lastMatched()) }
    last = try db.eachMatchText(above: last) { tag, key, text in
      let language = Language(tag) ?? .undetermined
      let new = indexes[language.code] ?? MatchIndex(MatchUnit(language))
      indexes[language.code] = new
      new.add(key, text)
    }
    seen = now
    return true
  }

  private func open(_ records: [MatchPartRecord], upTo last: Int) {
    indexes = [:]
    let source = source
    for (language, records) in Dictionary(grouping: records, by: \.language) {
      let unit = MatchUnit(Language(language) ?? .undetermined)
      indexes[language] = MatchIndex(
        unit,
        parts: records.map { record in
          MatchPart(record.head) { try source.read(record.id, $0) }
        })
    }
    (self.records, self.last) = (records, last)
  }

  /// Makes a damaged index again.
  private func mend(_ progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    try store.forgetMatches()
    seen = nil
    try store.indexMatches(progress: progress)
  }

  /// The primary subtags of the languages that texts are stored in, sorted: each is searched, and
  /// faces others.
  public func languages() throws(MemoryError) -> [String] {
    try refresh()
    return indexes.keys.sorted()
  }

  /// The units that have a text near a query: the best of all, up to the limit; best first. Among
  /// equals comes first what is nearer by characters, then what a person decided, then the newest.
  public func matches(
    for query: MatchQuery, _ options: MatchOptions = MatchOptions()
  ) throws(MemoryError) -> [Match] {
    try store.prepareSearch()
    if let found = try search(query, options) { return found }
    try mend()
    return try search(query, options) ?? []
  }

  /// What `matches` gives; `nil` when the index is damaged.
  private func search(
    _ query: MatchQuery, _ options: MatchOptions
  ) throws(MemoryError) -> [Match]? {
    let hasContext = query.before != nil || query.after != nil
    let most = 1 + (hasContext ? MatchJudge.contextBonus : 0)
    return try store.read { db in
      guard try takeIn(db) else { return nil }
      guard let index = indexes[query.language.code] else { return [] }
      var judge = try MatchJudge(query, options, db)
      do {
        let found = try source.reading(db) {
          try index.search(query.text, least: options.least, limit: options.limit, most: most) {
            try judge($0)
          }
        }
        let matches = found.compactMap { judge.matches[MatchKey($0.key)] }
        return matches.map { $0.measured(query) }.sorted(by: Match.isBetter)
      } catch is MatchPartFault {
        return nil
      }
    }
  }
}

extension Match {
  /// The match with its score by characters.
  fileprivate func measured(_ query: MatchQuery) -> Match {
    var match = self
    var score = MatchScore(query.text, by: .characters)
    match.characters = score.score(text).plain
    return match
  }

  fileprivate static func isBetter(_ a: Match, _ b: Match) -> Bool {
    if a.score != b.score { return a.score > b.score }
    if a.characters != b.characters { return a.characters > b.characters }
    if a.unit.status.isLocked != b.unit.status.isLocked { return a.unit.status.isLocked }
    return a.id > b.id
  }
}
