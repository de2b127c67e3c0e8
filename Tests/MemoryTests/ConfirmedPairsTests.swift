// Which rows the aligner learns from, in which order and direction.
import Bitext
import Testing

@testable import Memory

@Suite struct ConfirmedPairsTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
  }

  private func add(
    _ name: String, _ ladder: String, _ statuses: [Status], turned: Bool = false
  ) throws {
    var pair = DocumentPair.sample(name, ladder)
    for (index, status) in statuses.enumerated() { pair.rows[index].status = status }
    for index in pair.rows.indices where pair.rows[index].status == .edited {
      pair.rows[index].edited = "Corrected."
    }
    if turned {
      (pair.source, pair.target) = (pair.target, pair.source)
      for index in pair.rows.indices {
        (pair.rows[index].source, pair.rows[index].target) =
          (pair.rows[index].target, pair.rows[index].source)
      }
    }
    try store.add(pair)
  }

  private func learned(_ from: Language = .zhHans, _ to: Language = .en, limit: Int = 100) throws
    -> [String]
  {
    try store.confirmedPairs(between: from, and: to, limit: limit)
      .map { "\($0.document): \($0.source)|\($0.target)" }
  }

  @Test func onlyConfirmedAndEditedRowsWithBothSides() throws {
    try add(
      "a", "1-1 1-1 1-1 1-0 0-1 1-1 1-1 2-1",
      [.confirmed, .unreviewed, .edited, .omitted, .added, .accepted, .rejected, .confirmed])
    #expect(
      try learned() == [
        "a: 甲0。|Sentence 0. ", "a: 甲2。|Corrected.", "a: 甲6。甲7。|Sentence 6.",
      ])
  }

  @Test func theLastConfirmedComeFirst() throws {
    try add("a", "1-1 1-1", [.confirmed])
    try add("b", "1-1", [.confirmed])
    let pair = try store.pair(named: "a")
    try store.apply(pair.edit(2) { $0.status = .confirmed }, to: "a", action: "confirm")
    let all = ["a: 甲1。|Sentence 1.", "b: 甲0。|Sentence 0.", "a: 甲0。|Sentence 0. "]
    #expect(try learned() == all)
    #expect(try learned(limit: 2) == Array(all.prefix(2)))
    try store.undo(.document("a"))
    #expect(try learned() == Array(all.dropFirst()))
    try store.remove("a")
    #expect(try learned() == [all[1]])
  }

  @Test(arguments: [
    (Language.zh, Language.en, ["a: 甲0。|Sentence 0.", "b: 甲0。|Sentence 0."]),
    (.en, .zhHant, ["a: Sentence 0.|甲0。", "b: Sentence 0.|甲0。"]),
    (.zh, Language("de")!, []), (Language("zho")!, .en, []),
  ])
  func eitherDirectionOfTheSameLanguages(from: Language, to: Language, pairs: [String]) throws {
    try add("b", "1-1", [.confirmed], turned: true)
    try add("a", "1-1", [.confirmed])
    #expect(try learned(from, to) == pairs)
  }
}
