// Rows aligned again between decided ones, in a real workspace.
import Bitext
import Memory
import Review
import TestData
import Testing

@testable import Workbench

@Suite struct RealigningTests {
  private let folder: Folder
  private let bench: Bench

  /// A workspace with the pair `press` of 40 rows.
  init() throws {
    folder = try Folder()
    bench = try folder.bench()
    let texts = try folder.numberedTexts(count: 40)
    _ = try bench.align(texts, as: "press", facts: PairFacts(), replacing: false, lexicon: nil)
  }

  private var pair: DocumentPair { get throws { try bench.store.pair(named: "press") } }

  private func realign(_ rows: String, isDryRun: Bool = false) throws -> RealignReport {
    try bench.realign(RowSelection(rows), means: { _, _ in AligningMeans() }, isDryRun: isDryRun)
  }

  private func edit(_ row: Int, _ action: String) throws {
    _ = try bench.perform(action, on: RowSelection("press:\(row)"))
  }

  /// Confirms all rows but these.
  private func confirm(except open: ClosedRange<Int>) throws {
    for row in try 1...pair.rows.count where !open.contains(row) { try edit(row, "confirm") }
  }

  @Test func whatIsAlignedAlreadyStaysAsItIs() throws {
    try #require(
      pair.rows.map { try pair.shape($0).target } == (0..<40).map { $0 % 5 == 4 ? 2 : 1 })
    let before = try (bench.store.stateDump(), bench.log(.workspace).count)
    let report = try realign("press")
    #expect(report.rows == (try pair.rows.count))
    #expect(report.before.isEmpty && report.after.isEmpty)
    #expect(try bench.store.stateDump() == before.0)
    #expect(try bench.log(.workspace).count == before.1)
  }

  @Test func aSpoiltGapIsMended() throws {
    let good = try pair
    try confirm(except: 10...16)
    try edit(12, "merge-down")
    try edit(10, "nudge-down target")
    let spoilt = try (pair: pair, dump: bench.store.stateDump())
    let dry = try realign("press:12", isDryRun: true)
    #expect(try bench.store.stateDump() == spoilt.dump)

    let report = try realign("press:12")
    #expect(report.rows == 6 && report.before == dry.before && report.after == dry.after)
    let after = try pair
    #expect(after.rows.map { [$0.source, $0.target] } == good.rows.map { [$0.source, $0.target] })
    #expect(
      after.rows[..<9] == spoilt.pair.rows[..<9] && after.rows[16...] == spoilt.pair.rows[15...])
    #expect(after.rows[9..<16].allSatisfy { $0.confidence != nil && $0.status == .unreviewed })
    let event = try #require(bench.log(.document("press")).last)
    #expect(event.action == "realign" && event.subject == "rows 10-15")

    #expect(try bench.undo(.document("press")).subject == "realign rows 10-15")
    #expect(try bench.store.stateDump() == spoilt.dump)
    _ = try bench.redo(.document("press"))
    #expect(try pair == after)
  }

  @Test func aGivenRunEndsWhereItIsSaidTo() throws {
    for row in [10, 14, 18] { try edit(row, "merge-down") }
    try edit(15, "confirm")
    let before = try pair
    #expect(try realign("press:12-16").rows == 4)
    let after = try pair
    #expect(after.rows[..<11] == before.rows[..<11])
    #expect(after.rows.contains(before.rows[14]))
    #expect(after.rows.suffix(before.rows.count - 16) == before.rows[16...])
    #expect(after.rows != before.rows)
  }

  /// After random actions: rows a person decided or corrected stay, no comment is lost, the rows
  /// stay valid, and undo restores what was.
  @Test(arguments: 1...6)
  func aPersonsWorkStays(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let actions = [
      "confirm", "confirm", "merge-down", "nudge-up source", "comment said", "edit typed", "accept",
      "omitted",
    ]
    for _ in 0..<40 {
      let row = try Int.random(in: 1...pair.rows.count, using: &random)
      try? edit(row, actions.randomElement(using: &random) ?? "confirm")
    }
    let before = try (pair: pair, dump: bench.store.stateDump())
    let first = Int.random(in: 1...before.pair.rows.count, using: &random)
    let last = Int.random(in: first...before.pair.rows.count, using: &random)
    let rows = seed % 2 == 0 ? "press" : "press:\(first)-\(last)"
    guard (try? realign(rows)) != nil else { return }
    let after = try pair
    #expect(after.rowsAreValid)
    let stays = { (row: Row) in row.status.isLocked || row.edited != nil }
    #expect(after.rows.filter(stays) == before.pair.rows.filter(stays))
    let said = { (pair: DocumentPair) in
      pair.rows.compactMap(\.comment).joined(separator: "; ")
    }
    #expect(said(after) == said(before.pair))
    _ = try bench.undo(.document("press"))
    #expect(try bench.store.stateDump() == before.dump)
  }

  @Test(
    arguments: [
      (
        "press:3",
        """
        press:3: a person has decided or corrected every row here
          fix: take a decision back first, as in `bitext edit press:3 unconfirm`
        """
      ),
      (
        "press:3-4",
        """
        press:3-4: a person has decided or corrected every row here
          fix: take a decision back first, as in `bitext edit press:3 unconfirm`
        """
      ),
      ("press:99", "press:99: no such row; there are 40\n  fix: give a row from 1 to 40"),
    ])
  func whatCannotBeRealignedIsSaid(rows: String, words: String) throws {
    try edit(3, "confirm")
    try edit(4, "edit Another text.")
    let fault = #expect(throws: WorkbenchError.self) { try realign(rows) }
    #expect(fault?.description == words)
  }

  /// Runs of rows in a document pair of 1,000, and what the aligner sees of it.
  @Test(
    arguments: [
      ([100..<140], ["40..<200"]), ([0..<5, 990..<1000], ["0..<65", "930..<1000"]),
      ([100..<110, 200..<210, 400..<401], ["40..<270", "340..<461"]), ([0..<1000], ["0..<1000"]),
    ])
  func theAlignerSeesTheRunsAndSomeRowsAround(runs: [Range<Int>], seen: [String]) {
    let stretches = Stretch.around(runs, of: 1_000)
    #expect(stretches.map { "\($0.rows)" } == seen)
    #expect(stretches.flatMap(\.runs) == runs)
    for stretch in stretches {
      let all = (stretch.staying + stretch.runs.joined()).sorted()
      #expect(all == Array(stretch.rows))
    }
  }
}
