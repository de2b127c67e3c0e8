// The translation memory as a search engine: it follows the workspace and gives the best matches.
internal import Bitext
internal import GRDB

/// Finds near texts in a workspace. What it has read of the index stays in memory, so that it becomes
/// quicker with use; what is stored after it was opened is found too. Used by one thread at a time.
public final class Matcher {
  private let store: Store
  private var source = MatchBlockSource()
  private var indexes: [String: MatchIndex] = [:]
  /// The last unit in the parts that `indexes` has, and the last one in their tails.
  private var covered: Int?
  private var last = 0

  /// Opens the index. The first search reads what it needs of it.
  public init(_ store: Store) { self.store = store }

  /// Takes in what was stored since the last search. O(1) when nothing was.
  /// - Parameter progress: is told how many units were read, when many have to be indexed.
  public func refresh(progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    try store.foldRows()
    try store.indexMatches(progress: progress)
    let parts = try store.read { db in
      let covered = try db.lastMatched()
      return (covered, covered == self.covered ? [] : try? db.matchParts())
    }
    guard let records = parts.1 else { return try mend(progress) }
    if parts.0 != covered { open(records, parts.0) }
    try store.read { db in
      last = try db.eachMatchText(above: last) { tag, key, text in
        let language = Language(tag) ?? .undetermined
        let new = indexes[language.code] ?? MatchIndex(MatchUnit(language))
        indexes[language.code] = new
        new.add(key, text)
      }
    }
  }

  /// Makes a damaged index again.
  private func mend(_ progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    try store.forgetMatches()
    covered = nil
    try refresh(progress: progress)
  }

  private func open(_ records: [MatchPartRecord], _ covered: Int) {
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
    (self.covered, last) = (covered, covered)
  }

  /// The units that have a text near a query: the best of all, up to the limit; best first. Among
  /// equals comes first what is nearer by characters, then what a person decided, then the newest.
  public func matches(
    for query: MatchQuery, _ options: MatchOptions = MatchOptions()
  ) throws(MemoryError) -> [Match] {
    try refresh()
    if let found = try search(query, options) { return found }
    try mend()
    return try search(query, options) ?? []
  }

  /// What `matches` gives; `nil` when the index is damaged.
  private func search(
    _ query: MatchQuery, _ options: MatchOptions
  ) throws(MemoryError) -> [Match]? {
    guard let index = indexes[query.language.code] else { return [] }
    let hasContext = query.before != nil || query.after != nil
    let most = 1 + (hasContext ? MatchJudge.contextBonus : 0)
    return try store.read { db in
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
