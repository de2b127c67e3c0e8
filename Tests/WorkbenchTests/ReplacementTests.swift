import Bitext
import Memory
import Review
import TestData
import Testing

@testable import Workbench

/// Aligning again keeps what a person decided, wherever its text is unchanged.
@Suite struct ReplacementTests {
  @Test(arguments: 1...3)
  func decidedRowsStay(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let folder = try Folder()
    let bench = try folder.bench()
    let old = (source: try foundingText(.source), target: try foundingText(.target))
    let texts = try folder.texts(
      old.source.joined(separator: "\n\n"), old.target.joined(separator: "\n\n"))
    _ = try bench.align(texts, as: "press", facts: PairFacts(), replacing: false, lexicon: nil)
    try review(bench, &random)
    let before = try bench.store.pair(named: "press")
    let dump = try bench.store.stateDump()

    let new = (source: changed(old.source, &random), target: changed(old.target, &random))
    let report = try bench.align(
      folder.texts(new.source.joined(separator: "\n\n"), new.target.joined(separator: "\n\n")),
      as: "press", facts: PairFacts(), replacing: true, lexicon: nil)
    let after = try bench.store.pair(named: "press")
    let decided = before.rows.filter(\.status.isLocked)
    #expect(after.rowsAreValid)
    #expect(try #require(report.kept) + #require(report.dropped) == decided.count)
    #expect(after.rows.count(where: \.status.isLocked) == report.kept)
    let stayed = Set(after.rows.map { Seen(after, $0) })
    let mustStay = decided.filter {
      !before.shape($0).isNull
        && before.stands($0, .source, in: new.source) && before.stands($0, .target, in: new.target)
    }
    #expect(mustStay.count > 5)
    for row in mustStay { #expect(stayed.contains(Seen(before, row)), "row \(row.id)") }

    _ = try bench.undo(.document("press"))
    #expect(try bench.store.stateDump() == dump)
  }

  @Test func sameTextsKeepEveryDecidedRow() throws {
    var random = SeededGenerator(7)
    let folder = try Folder()
    let bench = try folder.bench()
    let texts = try folder.texts(
      foundingText(.source).joined(separator: "\n\n"),
      foundingText(.target).joined(separator: "\n\n"))
    let facts = PairFacts(client: "A", note: "n")
    _ = try bench.align(texts, as: "press", facts: facts, replacing: false, lexicon: nil)
    try review(bench, &random)
    let before = try bench.store.pair(named: "press")
    let report = try bench.align(
      texts, as: "press", facts: PairFacts(client: "B"), replacing: true, lexicon: nil)
    let after = try bench.store.pair(named: "press")
    #expect(report.dropped == 0)
    #expect(after.facts == PairFacts(client: "B", note: "n"))
    #expect(
      after.rows.filter(\.status.isLocked).map { Seen(after, $0) }
        == before.rows.filter(\.status.isLocked).map { Seen(before, $0) })
  }

  /// A bead without a side must not lose its place below rows that nobody has decided.
  @Test(arguments: ["omitted", "added"])
  func aDecidedNullStaysBelowUndecidedRows(action: String) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let texts = try folder.numberedTexts(count: 12)
    _ = try bench.align(texts, as: "a", facts: PairFacts(), replacing: false, lexicon: nil)
    _ = try bench.perform(action, on: RowSelection("a:5"))
    let decided = try bench.store.pair(named: "a").rows.filter(\.status.isLocked)
    let report = try bench.align(texts, as: "a", facts: PairFacts(), replacing: true, lexicon: nil)
    #expect(report.kept == 1 && decided.count == 1)
    let after = try bench.store.pair(named: "a").rows.filter(\.status.isLocked)
    #expect(after.map { [$0.source, $0.target] } == decided.map { [$0.source, $0.target] })
  }

  @Test func usedNameIsRefused() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let texts = try folder.texts("今天天气很好，我们去公园散步。", "The weather is fine today.")
    let facts = PairFacts()
    _ = try bench.align(texts, as: "a", facts: facts, replacing: true, lexicon: nil)
    let dump = try bench.store.stateDump()
    let error = #expect(throws: MemoryError.self) {
      try bench.align(texts, as: "a", facts: facts, replacing: false, lexicon: nil)
    }
    #expect(error?.kind == .refused)
    #expect(try bench.store.stateDump() == dump)
  }

  /// Sixty actions of a person, stored.
  private func review(_ bench: Bench, _ random: inout SeededGenerator) throws {
    for step in 0..<60 {
      let pair = try bench.store.pair(named: "press")
      let index = Int.random(in: pair.rows.indices, using: &random)
      let cuts = pair.suggestedCuts(at: index, .source)
      let action: ReviewAction =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .mergeDown()
        case 1: .edit("typed \(step)")
        case 2: .split(source: cuts.randomElement(using: &random) ?? Cut(0), target: Cut(0))
        case 3: .comment("said \(step)")
        default: .confirm
        }
      let id = try bench.store.nextRowID(in: "press")
      guard let edit = try? pair.edit(for: action, at: index, nextID: id) else { continue }
      try bench.store.apply(edit, to: "press", action: action.name)
    }
    let pair = try bench.store.pair(named: "press")
    for index in pair.rows.indices.filter({ $0 % 3 != 0 }) {
      let edit = try pair.edit(for: .confirm, at: index, nextID: 0)
      try bench.store.apply(edit, to: "press", action: "confirm")
    }
  }

  private func changed(_ paragraphs: [String], _ random: inout SeededGenerator) -> [String] {
    var result = paragraphs
    result[Int.random(in: result.indices, using: &random)] += "（完）"
    result.remove(at: Int.random(in: result.indices, using: &random))
    result.insert("新 new.", at: Int.random(in: result.indices, using: &random))
    return result
  }
}

/// What a person sees of a row.
private struct Seen: Hashable {
  var source: String
  var target: String
  var status: Status
  var comment: String?
  var edited: String?

  init(_ pair: DocumentPair, _ row: Row) {
    source = pair.text(row, .source)
    target = pair.target.joined(row.target)
    (status, comment, edited) = (row.status, row.comment, row.edited)
  }
}

extension DocumentPair {
  /// Whether every paragraph of a row's side stands among these, one after the other.
  fileprivate func stands(_ row: Row, _ side: Side, in paragraphs: [String]) -> Bool {
    let document = self[side]
    let held = document.indices(startingIn: row[side]).map { document.segments[$0].paragraph }
    let places = Set(held).sorted().map { number in
      paragraphs.firstIndex(
        of: document.document.text.slice(
          document.document.paragraphs[number].range))
    }
    guard let first = places.first, let start = first else { return false }
    return places == places.indices.map { start + $0 }
  }
}
