// How a unit's texts are matched: texts as search compares them, or a regular expression.
internal import Bitext
internal import CICU
internal import GRDB

/// Finds what is looked for in a unit.
protocol UnitMatcher {
  /// Where it stands, the source first; empty when it does not.
  func marks(in row: GRDB.Row) throws -> [Mark]
  /// For each text, the grams of each of its forms; `nil` when the index is of no use.
  func grams(in db: Database) throws -> [[Set<Gram>]]?
}

extension UnitMatcher {
  /// The columns of `UnitReader` with a side's language and text.
  fileprivate static func columns(_ side: Side) -> (language: Int, text: Int) {
    side == .source ? (3, 5) : (4, 6)
  }
}

/// Matches texts, each cut as the language at hand is.
final class PhraseMatcher: UnitMatcher {
  private let query: ConcordanceQuery
  private let cutters: SearchCutters
  private var phrases: [ObjectIdentifier: [Phrase]] = [:]

  init(_ query: ConcordanceQuery, _ cutters: SearchCutters) {
    (self.query, self.cutters) = (query, cutters)
  }

  private var sides: [Side] { query.side.map { [$0] } ?? Side.allCases }

  func marks(in row: GRDB.Row) throws -> [Mark] {
    var marks: [Mark] = []
    var standing = Set<Int>()
    for side in sides {
      let columns = Self.columns(side)
      let tag: String = row[columns.language]
      guard query.filter.searches(tag) else { continue }
      let cutter = cutters.cutter(tag)
      try row.withText(columns.text) { text in
        var tokens: [SearchToken] = []
        cutter.scan(text) { tokens.append($0) }
        for (place, phrase) in forms(by: cutter).enumerated() {
          let found = phrase.marks(in: text, tokens, side)
            .filter { !query.isExact || $0.form == .same }
          if !found.isEmpty { standing.insert(place) }
          marks += found
        }
      }
    }
    guard standing.count == query.texts.count else { return [] }
    return marks.sorted {
      ($0.side == .source ? 0 : 1, $0.range.lowerBound)
        < ($1.side == .source ? 0 : 1, $1.range.lowerBound)
    }
  }

  func grams(in db: Database) throws -> [[Set<Gram>]]? {
    var texts = [[Set<Gram>]](repeating: [], count: query.texts.count)
    let languages = try GRDB.Row.fetchAll(
      db, sql: "SELECT side, language FROM concordance_language")
    for row in languages where query.filter.searches(row[1]) {
      guard let side = Side(rawValue: row[0]), sides.contains(side) else { continue }
      for (place, phrase) in forms(by: cutters.cutter(row[1])).enumerated() {
        let grams = Gram.of(phrase.keys, side)
        if grams.isEmpty { return nil }
        if !texts[place].contains(grams) { texts[place].append(grams) }
      }
    }
    return texts
  }

  private func forms(by cutter: SearchTokens) -> [Phrase] {
    if let known = phrases[ObjectIdentifier(cutter)] { return known }
    let forms = query.texts.map { Phrase($0, by: cutter) }
    phrases[ObjectIdentifier(cutter)] = forms
    return forms
  }
}

/// Matches a regular expression of ICU's.
final class PatternMatcher: UnitMatcher {
  private let pattern: OpaquePointer
  private let filter: UnitCondition

  /// - Throws: `invalidPattern`.
  init(_ expression: String, _ filter: UnitCondition) throws(MemoryError) {
    var reason: UnsafePointer<CChar>?
    guard let pattern = cicu_pattern_open(expression, expression.utf8.count, &reason) else {
      throw .invalidPattern(expression, reason.map { String(cString: $0) } ?? "out of memory")
    }
    (self.pattern, self.filter) = (pattern, filter)
  }

  deinit { cicu_pattern_close(pattern) }

  func grams(in db: Database) -> [[Set<Gram>]]? { nil }

  func marks(in row: GRDB.Row) throws -> [Mark] {
    var marks: [Mark] = []
    for side in Side.allCases {
      let columns = Self.columns(side)
      guard filter.searches(row[columns.language]) else { continue }
      try row.withText(columns.text) { text in
        marks += try matches(in: text).map { Mark(side: side, range: $0, form: .same) }
      }
    }
    return marks
  }

  /// Where it matches, empty matches left out.
  private func matches(in text: UnsafeBufferPointer<UInt8>) throws(MemoryError) -> [Range<Int>] {
    guard !text.isEmpty,
      text.withMemoryRebound(
        to: CChar.self, { cicu_pattern_begin(pattern, $0.baseAddress, $0.count) })
    else { return [] }
    var matches: [Range<Int>] = []
    var (from, start, end): (Int64, Int64, Int64) = (0, 0, 0)
    while from < text.count {
      let answer = cicu_pattern_find(pattern, from, &start, &end)
      if answer < 0 { throw .invalidPattern("--regex", "it takes too many steps") }
      guard answer == 1 else { break }
      if end > start { matches.append(Int(start)..<Int(end)) }
      from = end > start ? end : Int64(after(Int(end), in: text))
    }
    return matches
  }

  /// The beginning of the next code point.
  private func after(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var next = index + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
