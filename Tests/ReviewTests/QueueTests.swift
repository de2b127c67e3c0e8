import Bitext
import Testing

@testable import Review

@Suite struct QueueTests {
  /// Rows: right and sure, unsure, sure but doubted, border changed, unsure but confirmed.
  private func fiveRows() throws -> DocumentPair {
    var pair = try picture("1-1 1-2 1-1 1-1 1-1")
    for (index, confidence) in [0.98, 0.5, 0.95, nil, 0.2].enumerated() {
      pair.rows[index].confidence = confidence
    }
    pair.rows[2].doubts = [Doubt(.number, "140 only in source")]
    pair.rows[4].status = .confirmed
    return pair
  }

  @Test func whoWantsALook() throws {
    let rows = try fiveRows().rows
    #expect(DoubtQueue().indices(in: rows) == [1, 2, 3])
    #expect(DoubtQueue().indices(in: rows, order: .worstFirst) == [3, 1, 2])
    #expect(DoubtQueue(threshold: 0.99).indices(in: rows) == [0, 1, 2, 3])
  }

  @Test func equalsAreOrderedByDoubtsThenPlace() throws {
    var rows = try picture("1-1 1-1 1-1").rows
    for index in rows.indices { rows[index].confidence = 0.5 }
    rows[2].doubts = [Doubt(.shape, "3 segments")]
    #expect(DoubtQueue().indices(in: rows, order: .worstFirst) == [2, 0, 1])
  }

  @Test func summary() throws {
    var pair = try fiveRows()
    pair.rows[0].status = .accepted
    let summary = ReviewSummary(of: pair)
    #expect(summary.rows == 5)
    #expect(summary.statuses == [.unreviewed: 3, .accepted: 1, .confirmed: 1])
    #expect(summary.shapes == [Shape(1, 1): 4, Shape(1, 2): 1])
    #expect(summary.doubtful == 3)
    #expect(abs(summary.expectedErrors - 0.57) < 1e-9)
    #expect(summary.unscored == 1)
    #expect(summary.decided == 1)
  }

  @Test(arguments: [
    ("发展很快。他说：“好。”再见", "0+15 0+24 0+36"),
    ("Growth was 3.5%, he said. Then: go", "0+16 0+25 0+31"),
    ("The U.S.-led talks", ""),
    ("等等……然后，走。", "0+12 0+21"),
  ])
  func suggestedCutsInside(text: String, cuts: String) {
    let source = segmented([text], .zh)
    let end = text.utf8.count
    let pair = DocumentPair(
      name: "press", source: source, target: source,
      rows: [Row(id: 1, source: 0..<end, target: 0..<end)])
    let found = pair.suggestedCuts(at: 0, .source)
    #expect(found.map(\.description).joined(separator: " ") == cuts)
  }

  @Test func cutsBetweenSegmentsComeFirst() {
    let source = segmented(["好，走。", "来，坐。", "再见"], .zh)
    let end = source.document.text.utf8.count
    let pair = DocumentPair(
      name: "press", source: source, target: source,
      rows: [Row(id: 1, source: 0..<end, target: 0..<end)])
    #expect(
      pair.suggestedCuts(at: 0, .source)
        == [Cut(1), Cut(2), Cut(0, bytes: 6), Cut(1, bytes: 6)])
  }

  @Test func thePromptShowsItsKeys() {
    #expect(PromptKey.prompt == "[y,n,J,K,m,s,o,i,e,R,z,q,?]")
    #expect(Set(PromptKey.all.map(\.key)).count == PromptKey.all.count)
    #expect(PromptKey.command(for: "J") == .act(.nudgeDown(.target)))
    #expect(PromptKey.command(for: "x") == nil)
    #expect(PromptKey.all.allSatisfy { $0.help.count <= 60 })
  }

  @Test func brokenCoverIsSeen() throws {
    let pair = try picture("1-1 1-2")
    #expect(pair.rowsAreValid)
    func broken(_ change: (inout [Row]) -> Void) -> Bool {
      var copy = pair
      change(&copy.rows)
      return !copy.rowsAreValid
    }
    #expect(broken { $0.removeLast() })
    #expect(broken { $0.removeFirst() })
    #expect(broken { $0.swapAt(0, 1) })
    #expect(broken { $0[1].id = 1 })
    #expect(
      broken {
        $0[0].source = 0..<3
        $0[1].source = 3..<7
      })
    #expect(broken { $0.append(Row(id: 3, source: 7..<7, target: 11..<11)) })
  }
}
