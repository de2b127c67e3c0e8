// Which row comes next, and what becomes of it.
import Bitext
import Memory
import Review
import Testing

@testable import Workbench

@Suite struct PlainReviewTests {
  private let folder: Folder
  private let bench: Bench

  /// A workspace with the pair `press`: rows of shape 1-1 with these confidences.
  init() throws {
    folder = try Folder()
    bench = try folder.bench()
    let confidences = [0.95, 0.5, 0.2, 0.99, 0.7]
    let texts = try folder.texts(
      "一是春。二是夏。三是秋。四是冬。五是年。",
      "Spring is one. Summer is two. Autumn is three. Winter is four. Years are five.")
    let ladder = try #require(
      Ladder(shapes: Array(repeating: Shape(1, 1), count: 5), confidences: confidences))
    try bench.store.add(
      DocumentPair(
        name: "press", source: texts.source, target: texts.target,
        rows: DocumentPair.rows(of: ladder, source: texts.source, target: texts.target)))
  }

  private func review(doubtful: Bool = false, worstFirst: Bool = false) throws -> PlainReview {
    try bench.plainReview("press", doubtful: doubtful, worstFirst: worstFirst) { _, _ in
      AligningMeans()
    }
  }

  /// Presses keys, and gives the number of the row before each and after the last.
  private func press(_ keys: String, doubtful: Bool = false, worstFirst: Bool = false) throws
    -> [Int?]
  {
    var session = try review(doubtful: doubtful, worstFirst: worstFirst)
    return try [session.index]
      + keys.map { key in
        _ = try session.press(key)
        return session.index
      }
  }

  @Test func everyUnseenRowComesInOrder() throws {
    #expect(try press("ynyny") == [0, 1, 2, 3, 4, nil])
    #expect(try press("yy") == [1, 3, nil])
  }

  @Test func onlyDoubtfulRowsCome() throws {
    #expect(try press("yyy", doubtful: true) == [1, 2, 4, nil])
  }

  @Test func theWorstComesFirst() throws {
    #expect(try press("nnn", doubtful: true, worstFirst: true) == [2, 1, 4, nil])
  }

  @Test func aRowAboveThatANudgeReopensComesAgain() throws {
    // K takes the only target segment of row 2 away to row 1, which was confirmed.
    #expect(try press("yKyy") == [0, 1, 1, 0, 2])
  }

  @Test func undoGoesBackThroughEarlierReviewsButNotBeyondThem() throws {
    #expect(try press("ym") == [0, 1, 1])
    #expect(try press("zz") == [1, 1, 0])
    let fault = #expect(throws: MemoryError.self) { try press("z") }
    #expect(
      fault?.description == """
        press: no change of a row is left to undo; the last event is 'align 5 rows'
          fix: `bitext undo` takes other events back
        """)
  }

  @Test func somebodyElsesChangeIsSeen() throws {
    var (mine, theirs) = (
      try review(),
      try review()
    )
    try theirs.correct("It is spring.")
    let conflict = #expect(throws: RowConflict.self) { try mine.press("y") }
    #expect(conflict?.theirs.map(\.target) == ["It is spring."])
    #expect(mine.pair == theirs.pair)
    #expect(mine.index == 1)
    _ = try mine.press("y")
    #expect(try bench.store.pair(named: "press") == mine.pair)
  }

  @Test func aRefusedActionChangesNothing() throws {
    var session = try review()
    _ = try session.press("o")
    let before = session.pair
    #expect(throws: ReviewError.self) { try session.press("o") }
    #expect(session.pair == before && session.done == ["omitted": 1])
    #expect(try bench.store.pair(named: "press") == before)
  }

  @Test func realigningIsOneChangeThatUndoTakesBack() throws {
    _ = try press("ym")
    var session = try review()
    let merged = session.pair
    #expect(merged.rows.map(\.id) == [1, 2, 4, 5] && session.index == 1)
    guard case .realigned(let count) = try session.press("R") else {
      Issue.record("R does not realign")
      return
    }
    #expect(count > 0 && session.done == ["realign": 1] && session.index == 1)
    #expect(session.pair.rows[0] == merged.rows[0] && session.pair.rows != merged.rows)
    #expect(try bench.store.pair(named: "press") == session.pair)
    #expect(try session.press("R") == .realigned(0))
    #expect(session.done == ["realign": 1])
    _ = try session.press("z")
    #expect(session.pair == merged && session.index == 1)
    #expect(try bench.store.pair(named: "press") == merged)
  }

  @Test func cutsAreOfferedWithTheirWords() throws {
    var session = try review()
    _ = try session.press("m")
    let choices = session.cutChoices(.target)
    #expect(
      choices.map { "\($0.cut): \($0.above)|\($0.below)" } == [
        "1: Spring is one.|Summer is two.", "2: Spring is one. Summer is two.|",
        "0: |Spring is one. Summer is two.",
      ])
    try session.split(source: session.cutChoices(.source)[0], target: choices[0])
    #expect(session.pair.rows.count == 5 && session.index == 0)
  }
}
