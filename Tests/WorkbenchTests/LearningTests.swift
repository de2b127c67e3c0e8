// What a person confirms in one document pair helps to align the next.
import Alignment
import Bitext
import Testing

@testable import Workbench

@Suite struct LearningTests {
  private let folder: Folder
  private let bench: Bench

  init() throws {
    folder = try Folder()
    bench = try folder.bench()
  }

  private static let words = zip(
    "东南西北春夏秋冬",
    ["east", "south", "west", "north", "spring", "summer", "autumn", "winter"])
  private static let old = (
    words.map { "我们说\($0.0)。" }.joined(separator: "\n\n"),
    words.map { "We speak of \($0.1)." }.joined(separator: "\n\n")
  )
  private static let new = (
    "东和春。南和夏，西和秋。北和冬。东和冬。春和北。夏和西。",
    """
    East and spring. South and summer. West and autumn. North and winter. Spring and north. \
    Summer and west.
    """
  )

  private func align(_ name: String, learns: Bool = true, replacing: Bool = false) throws
    -> AlignReport
  {
    let (source, target) = name == "old" ? Self.old : Self.new
    return try bench.align(
      folder.texts(source, target), as: name, facts: PairFacts(), replacing: replacing,
      lexicon: nil, learns: learns)
  }

  private func rows(_ name: String) throws -> [Row] { try bench.store.pair(named: name).rows }

  private func shapes(_ name: String) throws -> String {
    let pair = try bench.store.pair(named: name)
    return pair.rows.map { pair.shape($0).description }.joined(separator: " ")
  }

  private func confirmAll(_ name: String) throws {
    for number in try rows(name).indices {
      _ = try bench.perform("confirm", on: RowSelection("\(name):\(number + 1)"))
    }
  }

  @Test func confirmedRowsTeachTheNextPair() throws {
    _ = try align("old")
    #expect(try align("cold").learned == 0)
    try confirmAll("old")
    #expect(try align("learned").learned == 8)
    #expect(try align("without", learns: false).learned == 0)
    #expect(try rows("without") == rows("cold"))
    #expect(try shapes("cold") != "1-1 1-2 1-1 1-0 1-1 1-1")
    #expect(try shapes("learned") == "1-1 1-2 1-1 1-0 1-1 1-1")
  }

  @Test func whatIsUndoneOrRemovedIsForgotten() throws {
    _ = try align("old")
    _ = try align("cold")
    try confirmAll("old")
    _ = try bench.undo(.document("old"))
    #expect(try align("fewer").learned == 7)
    try bench.remove(["old"])
    #expect(try align("none").learned == 0)
    #expect(try rows("none") == rows("cold"))
  }

  @Test func nothingIsLearnedFromItsOwnRows() throws {
    _ = try align("old")
    try confirmAll("old")
    #expect(try align("old", replacing: true).learned == 0)
    #expect(try align("new").learned == 8)
    #expect(try align("new", replacing: true).learned == 8)
  }
}
