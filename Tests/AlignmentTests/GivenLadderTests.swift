// Beads of other aligners as a ladder, and what the aligner thinks of them.
import Bitext
import Testing

@testable import Alignment

@Suite struct GivenLadderTests {
  /// Beads a line, as files have them, and the ladder that they make.
  @Test(arguments: [
    ("[0]:[0] [1]:[1]", "2-2", "1-1 1-1", "", 0, 0),
    ("[0, 1]:[0] [2]:[]", "3-2", "2-1 1-0 0-1", "", 1, 0),
    // The first two change places: the pair that holds the most segments stays.
    ("[0]:[2] [1, 2]:[0, 1] [3]:[3]", "4-4", "1-0 2-2 0-1 1-1", "[0]:[2]", 0, 0),
    // Segments apart, and one that is taken.
    ("[0, 2]:[0] [1]:[1] [2]:[1, 2]", "3-3", "1-1 1-1 1-1", "", 0, 2),
    ("", "1-1", "1-0 0-1", "", 2, 0),
    ("[2]:[0] [1]:[1] [0]:[2]", "3-3", "0-1 0-1 1-1 1-0 1-0", "[1]:[1] [2]:[0]", 0, 0),
  ])
  func mended(
    beads: String, extent: String, ladder: String, crossing: String, unlinked: Int, broken: Int
  ) throws {
    let parts = beads.replacing("] [", with: "]|[").split(separator: "|").map(String.init)
    let given = try GivenLadder(
      parts.compactMap { Bead(line: $0) }, extent: try #require(Shape(extent)))
    #expect(given.ladder.description == ladder)
    #expect(given.crossing.map(\.line).joined(separator: " ") == crossing)
    #expect(given.unlinked == unlinked)
    #expect(given.broken == broken)
  }

  @Test func segmentsThatAreNotThere() throws {
    let error = try #require(throws: GivenLadder.OutOfRange.self) {
      try GivenLadder([Bead([0], [0]), Bead([1], [7])], extent: Shape(2, 2))
    }
    #expect(error.side == .target && error.segment == 7)
  }
}
