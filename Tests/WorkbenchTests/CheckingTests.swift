// Checks over rows of a workspace: settings, dismissals that last until the text changes, and undo.
import Bitext
import Testing

@testable import Workbench

@Suite struct CheckingTests {
  /// A workspace with one document pair of two rows, the first of which has another number.
  private func bench(_ folder: Folder) throws -> Bench {
    let bench = try folder.bench()
    let texts = try folder.texts("共有140部法律。第二条是好的。", "There are 150 laws. The second is good.")
    _ = try bench.align(texts, as: "press", facts: PairFacts(), replacing: false, lexicon: nil)
    return bench
  }

  private func said(
    _ bench: Bench, _ names: [String] = [], _ settings: CheckSettings = CheckSettings()
  ) throws -> [String] {
    try bench.check(names.map { try RowSelection($0) }, settings).findings
      .map { "\($0.document):\($0.row) \($0.severity.rawValue) \($0.rule.rawValue) \($0.words)" }
  }

  @Test func aFindingHasItsRowAndWords() throws {
    let folder = try Folder()
    let bench = try bench(folder)
    #expect(try said(bench) == ["press:1 error number 150"])
    #expect(try said(bench, ["press:2"]) == [])
    let error = #expect(throws: WorkbenchError.self) { try said(bench, ["press:9"]) }
    #expect(error?.problem == "no such row; there are 2")
  }

  @Test(arguments: [
    ("number = off", [String]()), ("number = note", ["press:1 note number 150"]),
    ("press: number = off", []), ("other: number = off", ["press:1 error number 150"]),
    ("# nothing\n\n number=warning ", ["press:1 warning number 150"]),
  ])
  func settings(file: String, findings: [String]) throws {
    let folder = try Folder()
    #expect(try said(bench(folder), [], CheckSettings(file, from: "checks.conf")) == findings)
  }

  @Test(arguments: [
    ("number", "write RULE = error, warning, note or off"),
    ("\nnumber = bad", "write one of: error, warning, note, off"),
  ])
  func badSettings(file: String, fix: String) {
    let error = #expect(throws: WorkbenchError.self) {
      try CheckSettings(file, from: "checks.conf")
    }
    #expect(error?.fix == fix)
    #expect(error?.place == "checks.conf:\(file.hasPrefix("\n") ? 2 : 1)")
  }

  @Test func aDismissalLastsUntilTheTextChanges() throws {
    let folder = try Folder()
    let bench = try bench(folder)
    let before = try bench.store.stateDump()
    #expect(try bench.dismiss([.number], at: RowSelection("press:1"), CheckSettings()) == 1)
    #expect(try said(bench) == [])
    #expect(try bench.check([], CheckSettings()).dismissed == 1)
    // A second time there is nothing left to dismiss, and no event.
    #expect(try bench.dismiss([], at: RowSelection("press:1"), CheckSettings()) == 0)
    #expect(try bench.log(.document("press")).last?.subject == "row 1, number")
    _ = try bench.perform("edit There are 151 laws.", on: RowSelection("press:1"))
    #expect(try said(bench) == ["press:1 error number 151"])
    _ = try bench.undo(.document("press"))
    #expect(try said(bench) == [])
    _ = try bench.undo(.document("press"))
    #expect(try bench.store.stateDump() == before)
    _ = try bench.redo(.document("press"))
    #expect(try said(bench) == [])
  }

  @Test func rejectedRowsAreNotChecked() throws {
    let folder = try Folder()
    let bench = try bench(folder)
    _ = try bench.perform("reject", on: RowSelection("press:1"))
    #expect(try said(bench) == [])
  }

  @Test func onlyWantedRulesAreAskedEvenIfTheyAreOff() throws {
    var settings = CheckSettings()
    settings.ask(only: [.inconsistentTerm])
    #expect(settings.severity(of: .inconsistentTerm, in: "press") == .note)
    #expect(settings.severity(of: .number, in: "press") == nil)
    #expect(CheckSettings().severity(of: .inconsistentTerm, in: "press") == nil)
  }

  /// A change of a concept is checked in the rows that hold it.
  @Test func termsAreCheckedWhereTheyStand() throws {
    let folder = try Folder()
    let bench = try bench(folder)
    _ = try bench.addTerms(
      [try TermText("zh=法律"), try TermText("en=statute")], to: nil, TermFields())
    _ = try bench.addTerms(
      [try TermText("zh=宪法"), try TermText("en=charter")], to: nil, TermFields())
    let report = try bench.checkTerms([], CheckSettings())
    #expect(report.findings.map { "\($0.row) \($0.reason)" } == ["1 法律 in source, not statute"])
    #expect(report.checked == 1)
    #expect(try bench.checkTerms(["T002"], CheckSettings()).checked == 0)
    #expect(throws: WorkbenchError.self) { try bench.checkTerms(["T9"], CheckSettings()) }
  }
}
