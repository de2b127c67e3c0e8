// A table goes to a colleague and comes back: what was changed there, here, and on both sides.
import Bitext
import Exchange
import Foundation
import Memory
import Testing

@testable import Workbench

@Suite struct ColleagueTests {
  let folder: Folder
  let bench: Bench

  init() throws {
    folder = try Folder()
    bench = try folder.bench(author: "ann")
    _ = try bench.align(
      folder.numberedTexts(count: 6), as: "book", facts: PairFacts(), replacing: false, lexicon: nil
    )
  }

  private func export(_ format: Exchange.TableFormat = .csv) throws -> TextTable {
    let path = folder.path + "/out.\(format.rawValue)"
    _ = try bench.exportReview(RowSelection("book"), to: path, as: format)
    return try TextTable(Array(Data(contentsOf: URL(filePath: path))), name: path)
  }

  private func send(
    _ table: TextTable, take: [String] = [], isDryRun: Bool = false,
    as format: Exchange.TableFormat = .csv
  ) throws -> ReviewReturn {
    let path = folder.path + "/back.\(format.rawValue)"
    let export = try TableExport(
      to: path, as: format, TableHead(title: "back", columns: table.columns))
    for row in table.rows { try export.add(row) }
    _ = try export.finish()
    return try bench.importReview(path, take: TakenVersions(take), isDryRun: isDryRun)
  }

  private func row(_ number: Int) throws -> RowView {
    try bench.show(RowSelection("book:\(number)")).rows[0]
  }

  private let target = 2
  private let status = 3
  private let comment = 4

  @Test(arguments: Exchange.TableFormat.allCases) func whatWasChangedThereComesBack(
    format: Exchange.TableFormat
  )
    throws
  {
    var table = try export(format)
    table.rows[0][target] += " Corrected <b>here</b>."
    table.rows[1][status] = "confirmed"
    table.rows[2][comment] = "=1+1 is no formula"
    table.rows[3][status] = "rejected"
    table.rows.swapAt(0, 3)
    table.rows.remove(at: 4)
    let report = try send(table, as: format)
    #expect(report.name == "book")
    #expect(report.isWhole)
    #expect(report.changes.map(\.row).sorted() == [1, 2, 3, 4])
    #expect(try row(1).target.hasSuffix(" Corrected <b>here</b>."))
    #expect(try row(1).status == .edited)
    #expect(try row(2).status == .confirmed)
    #expect(try row(3).comment == "=1+1 is no formula")
    #expect(try row(4).status == .rejected)
    let log = try bench.log(.document("book"))
    #expect(log.count == 2)
    #expect(log[1].action == "import")
    _ = try bench.undo(.document("book"))
    #expect(try row(1).status == .unreviewed)
  }

  @Test func nothingChangedIsNoEvent() throws {
    let report = try send(try export())
    #expect(report.changes.isEmpty && report.isWhole)
    #expect(try bench.log(.document("book")).count == 1)
  }

  @Test func changedHereOnly() throws {
    let table = try export()
    _ = try bench.perform("edit Ours.", on: RowSelection("book:2"))
    let report = try send(table)
    #expect(report.changes.isEmpty && report.conflicts.isEmpty)
    #expect(try row(2).target == "Ours.")
  }

  @Test func changedOnBothSidesIsShownTwice() throws {
    var table = try export()
    table.rows[1][target] = "Theirs."
    table.rows[2][comment] = "theirs"
    _ = try bench.perform("edit Ours.", on: RowSelection("book:2"))
    _ = try bench.perform("confirm", on: RowSelection("book:3"))
    let report = try send(table)
    let conflict = try #require(report.conflicts.first)
    #expect(report.conflicts.count == 1)
    #expect(conflict.row == 2)
    #expect(conflict.ours.target == "Ours.")
    #expect(conflict.ours.touch?.author == "ann")
    #expect(conflict.theirs.target == "Theirs.")
    #expect(!conflict.isTaken && !report.isWhole)
    #expect(try row(2).target == "Ours.")
    // The other row was changed in another field: both changes stand.
    #expect(try row(3).comment == "theirs")
    #expect(try row(3).status == .confirmed)
  }

  @Test(arguments: [
    (["theirs"], "Theirs."), (["2=theirs"], "Theirs."), (["3=theirs"], "Ours."),
    (["theirs", "2=ours"], "Ours."),
  ])
  func whoseVersionIsTaken(words: [String], stands: String) throws {
    var table = try export()
    table.rows[1][target] = "Theirs."
    _ = try bench.perform("edit Ours.", on: RowSelection("book:2"))
    let report = try send(table, take: words)
    #expect(report.conflicts.map(\.isTaken) == [stands == "Theirs."])
    #expect(try row(2).target == stands)
  }

  @Test func bothSaidTheSame() throws {
    var table = try export()
    table.rows[1][target] = "The same."
    _ = try bench.perform("edit The same.", on: RowSelection("book:2"))
    #expect(try send(table).isWhole)
  }

  @Test func rowsThatAreGoneOrHoldOtherText() throws {
    var table = try export()
    table.rows[1][target] = "Theirs."
    table.rows[2][target] = "Theirs too."
    _ = try bench.perform("merge-down", on: RowSelection("book:2"))
    let report = try send(table, take: ["ours"])
    #expect(report.conflicts.map(\.row) == [2])
    #expect(
      report.refused.map(\.reason) == [
        "the row is no longer there: it was merged or aligned again"
      ])
    #expect(report.refused.map(\.target) == ["Theirs too."])
  }

  @Test func dryRunStoresNothing() throws {
    var table = try export()
    table.rows[0][target] = "Other."
    let report = try send(table, isDryRun: true)
    #expect(report.changes.map(\.after) == ["Other."])
    #expect(try bench.log(.document("book")).count == 1)
  }

  @Test func whatCannotBeTaken() throws {
    var table = try export()
    table.rows[0][status] = "fine"
    table.rows[1][target] = ""
    table.rows[2][1] = "另一个原文。"
    table.rows[3][status] = "omitted"
    table.rows[4][5] = "lost"
    let reasons = try send(table).refused.map(\.reason)
    #expect(reasons.count == 5)
    #expect(reasons[0].hasPrefix("'fine' is no status; there are unreviewed, accepted"))
    #expect(reasons[1] == "the target text is empty; reject the row instead")
    #expect(reasons[2] == "the source text was changed; sources stay as they are")
    #expect(reasons[3].hasPrefix("both texts are there; 'omitted' sets them apart"))
    #expect(reasons[4] == "it has no key")
    #expect(try bench.log(.document("book")).count == 1)
  }

  @Test func anotherTable() throws {
    let path = try folder.file("x.csv", "a,b\n1,2\n")
    let error = try #require(throws: WorkbenchError.self) {
      try bench.importReview(path, take: TakenVersions())
    }
    #expect(error.problem == "has no column 'source'")
    var table = try export()
    table.rows.append(table.rows[0])
    let twice = try #require(throws: WorkbenchError.self) { try send(table) }
    #expect(twice.problem == "has one row twice, in row 2 and row 8")
  }
}
