// Which rows give way to rows found anew, and what the new ones take over.
import Bitext
import Testing

@testable import Review

@Suite struct RealigningTests {
  /// Statuses by letter: u unreviewed, a accepted, c confirmed, x unreviewed with corrected text.
  private func pair(_ rows: String) throws -> DocumentPair {
    var pair = try picture(rows.map { _ in "1-1" }.joined(separator: " "))
    for (index, letter) in rows.enumerated() {
      let statuses: [Character: Status] = ["a": .accepted, "c": .confirmed]
      pair.rows[index].status = statuses[letter] ?? .unreviewed
      if letter == "x" { pair.rows[index].edited = "typed" }
    }
    return pair
  }

  @Test(
    arguments: [
      ("uuu", "0..<3"), ("cuauc", "1..<4"), ("cuxuc", "1..<2 3..<4"), ("ccc", ""),
      ("ucu", "0..<1 2..<3"),
    ])
  func runsStandBetweenRowsThatStay(rows: String, runs: String) throws {
    let pair = try pair(rows)
    #expect(pair.openRuns(in: pair.rows.indices).map { "\($0)" }.joined(separator: " ") == runs)
  }

  @Test func onlyTheRowsAskedForAreInRuns() throws {
    #expect(try pair("uucuuu").openRuns(in: 1..<5) == [1..<2, 3..<5])
  }

  @Test(arguments: [("cuuuc", 2, 1..<4), ("uuu", 0, 0..<3), ("uxu", 2, 2..<3), ("ucu", 1, 1..<1)])
  func aRowsRunEndsAtRowsThatStay(rows: String, index: Int, run: Range<Int>) throws {
    #expect(try pair(rows).openRun(around: index) == run)
  }

  /// Old and new ladder of the rows 2 to the last but one, and the new rows' ids. Row 2 is accepted.
  @Test(
    arguments: [
      ("1-1 1-1 2-1", "1-1 2-1 1-1", "2 3! 6!"), ("2-1 1-1", "1-0 1-1 1-1", "2! 5! 3"),
      ("1-1 1-1", "2-2", "2!"), ("1-2 1-0 1-1", "1-1 1-1 0-1 1-0", "2! 6! 4! 7!"),
    ])
  func aRowThatBeginsWhereOneDidKeepsItsID(old: String, new: String, ids: String) throws {
    var pair = try picture("1-1 \(old) 1-1")
    pair.rows[1].status = .accepted
    let (edit, after) = try realigned(pair, as: new)
    #expect(after.picture == "1-1 \(new) 1-1" && after.rowsAreValid)
    let stood = Set(pair.rows.map { [$0.source, $0.target] })
    let told = after.rows.dropFirst().dropLast().map { row in
      "\(row.id)" + (stood.contains([row.source, row.target]) ? "" : "!")
    }
    #expect(told.joined(separator: " ") == ids)
    #expect((after.rows[1].status == .accepted) == !told[0].hasSuffix("!"))
    #expect(try after.applying(edit.inverse) == pair)
  }

  @Test func commentsGoWhereTheirTextWent() throws {
    var pair = try picture("1-1 1-1 1-1 1-1 1-1")
    for index in pair.rows.indices { pair.rows[index].comment = "c\(index + 1)" }
    let (_, after) = try realigned(pair, as: "1-1 2-2")
    #expect(after.rows.map(\.comment) == ["c1", "c2", "c3; c4", "c5"])
    #expect(after.rows.map(\.id) == [1, 2, 3, 5])
  }

  @Test func whatIsEqualAboveAndBelowIsNoChange() throws {
    let pair = try picture("1-1 1-1 2-1 1-1 1-1 1-1")
    let (edit, _) = try realigned(pair, as: "1-1 1-1 2-1 1-1")
    #expect(edit.rows.before.map(\.id) == [3, 4])
    let (none, _) = try realigned(pair, as: "1-1 2-1 1-1 1-1")
    #expect(none.changesNothing && none.rows.before.isEmpty)
  }

  /// Puts rows of these shapes between the first row and the last.
  private func realigned(
    _ pair: DocumentPair, as shapes: String
  ) throws -> (edit: RowEdit, after: DocumentPair) {
    var rows = DocumentPair.rows(
      of: shapes.split(separator: " ").compactMap { Shape($0) }, below: Shape(1, 1),
      source: pair.source, target: pair.target)
    for index in rows.indices { rows[index].confidence = 0.9 }
    let edit = pair.edit(
      realigning: [(1..<pair.rows.count - 1, rows)], nextID: pair.rows.count + 1)
    return (edit, try pair.applying(edit))
  }
}
