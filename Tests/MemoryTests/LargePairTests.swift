// A book: 43,000 segments a side, 30,000 rows. All of this takes about two seconds in a debug
// build; quadratic work would take minutes.
import Bitext
import Testing

@testable import Memory

@Suite struct LargePairTests {
  @Test(.timeLimit(.minutes(1))) func bookIsStoredReadAndChanged() throws {
    let folder = try Folder()
    let store = try folder.open()
    let shapes = (0..<30_000).map { ["1-1", "2-2", "1-1", "2-2", "1-1", "1-1", "2-2"][$0 % 7] }
    let book = DocumentPair.sample("book", shapes.joined(separator: " "))
    try store.add(book)
    #expect(try store.pair(named: "book") == book)
    let confirm = book.edit(15_000) { $0.status = .confirmed }
    try store.apply(confirm, to: "book", action: "confirm")
    let summary = try #require(try store.pairs(doubtfulBelow: 0.5).first)
    #expect(summary.statuses == [.unreviewed: 29_999, .confirmed: 1])
    #expect(summary.shapes == [Shape(1, 1): 17_143, Shape(2, 2): 12_857])
    try store.undo(.document("book"))
    let counts = try store.units(matching: UnitFilter()) { _ in }
    #expect(counts == UnitCounts(units: 30_000, unseen: 30_000))
  }
}
