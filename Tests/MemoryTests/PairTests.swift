// Document pairs: stored whole, read back the same, named once.
import Bitext
import Testing

@testable import Memory

@Suite struct PairTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
  }

  private func names() throws -> [String] { try store.pairs(doubtfulBelow: 0.5).map(\.name) }

  @Test func pairComesBackAsItWent() throws {
    var pair = DocumentPair.sample("press", "1-1 0-1 2-1 1-0")
    pair.facts = PairFacts(client: "SCIO", domain: "press", date: "2023-03-16", note: "“quoted”")
    pair.source.document.paragraphs =
      [Paragraph(range: 0..<5, label: 0..<3)]
      + Paragraph.Kind.allCases.map { Paragraph(range: 5..<5, kind: $0, time: 0..<86_400_000) }
    pair.source.segments[0].kind = .label
    pair.source.segments[0].speaker = "曹淑敏"
    pair.rows[0] = Row(
      id: 9, source: pair.rows[0].source, target: pair.rows[0].target, confidence: 0.1 + 0.2,
      status: .edited, doubts: [Doubt(.number, "1994 only in target"), Doubt(.shape, "3-1")],
      edited: "Changed.\nTwice.", comment: "see p. 3")
    try store.add(pair)
    #expect(try folder.open("bitext.db", .existing).pair(named: "press") == pair)
  }

  @Test func usedNameIsRefused() throws {
    try store.add(.sample("press"))
    let before = try store.stateDump()
    let error = #expect(throws: MemoryError.self) { try store.add(.sample("press", "1-1")) }
    #expect(
      error?.description == """
        press: a document pair has this name already
          fix: choose another with `--as NAME`, or `--replace` the one that is there
        """)
    #expect(error?.kind == .refused)
    #expect(try store.stateDump() == before)
  }

  @Test(arguments: ["", " press", "press:1", "a\nb"]) func badNameIsRefused(name: String) throws {
    let error = #expect(throws: MemoryError.self) { try store.add(.sample(name)) }
    #expect(error?.reason == .invalidName)
    try store.add(.sample("ok"))
    #expect(throws: MemoryError.self) { try store.rename("ok", to: name) }
  }

  @Test func unknownNameOffersTheNearest() throws {
    for name in ["law", "press-2022", "press-2023"] { try store.add(.sample(name, "1-1")) }
    let error = #expect(throws: MemoryError.self) { try store.pair(named: "press") }
    #expect(
      error?.description == """
        press: there is no document pair of this name
          fix: the workspace has press-2022, press-2023, law
        """)
    #expect(error?.kind == .badInput)
  }

  @Test func removedNameCanBeUsedAgain() throws {
    try store.add(.sample("press", "1-1"))
    try store.remove("press")
    #expect(try names() == [])
    try store.add(.sample("press", "1-1 1-1"))
    #expect(try store.pair(named: "press").rows.count == 2)
    try store.undo(.workspace)
    try store.undo(.workspace)
    #expect(try store.pair(named: "press").rows.count == 1)
  }

  @Test func renameAndFacts() throws {
    try store.add(.sample("press"))
    try store.add(.sample("law"))
    try store.rename("press", to: "scio")
    try store.set(PairFacts(client: "SCIO", note: "live"), of: "scio")
    try store.set(PairFacts(client: "SCIO"), of: "scio")
    #expect(try names() == ["law", "scio"])
    #expect(try store.pair(named: "scio").facts == PairFacts(client: "SCIO"))
    #expect(
      try store.log(.document("scio")).map { "\($0.action) \($0.subject)" } == [
        "align 5 rows", "rename press → scio", "set client=SCIO note=live", "set note=",
      ])
    #expect(throws: MemoryError.nameUsed("law")) { try store.rename("scio", to: "law") }
  }

  @Test func whatWasChangedMeanwhileIsNotReplaced() throws {
    try store.add(.sample("press", "1-1"))
    let event = try store.lastEvent(of: "press")
    try store.add(.sample("law", "1-1"))
    try store.replace("press", with: .sample("press", "1-1 1-1"), since: event)
    let dump = try store.stateDump()
    let error = #expect(throws: MemoryError.self) {
      try store.replace("press", with: .sample("press", "1-1"), since: event)
    }
    #expect(error?.reason == .changedMeanwhile && error?.kind == .refused)
    #expect(try store.stateDump() == dump)
  }

  @Test func rowIDsGoOnInAReplacement() throws {
    let pair = DocumentPair.sample("press")
    try store.add(pair)
    var edit = pair.merge(4)
    edit.rows.after[0].id = 8
    try store.apply(edit, to: "press", action: "merge-down")
    try store.replace("press", with: .sample("press", "1-1"))
    #expect(try store.nextRowID(in: "press") == 9)
  }

  @Test func replaceKeepsOneLogAndIsTakenBack() throws {
    try store.add(.sample("press", "1-1"))
    try store.replace("press", with: .sample("press", "1-1 1-1"))
    #expect(try store.pair(named: "press").rows.count == 2)
    #expect(try store.log(.document("press")).map(\.action) == ["align", "replace"])
    try store.undo(.document("press"))
    #expect(try store.pair(named: "press").rows.count == 1)
    try store.redo(.document("press"))
    #expect(try store.pair(named: "press").rows.count == 2)
  }

  @Test func rowIDsAreNeverGivenTwice() throws {
    let pair = DocumentPair.sample("press")
    try store.add(pair)
    #expect(try store.nextRowID(in: "press") == 6)
    var edit = pair.merge(4)
    edit.rows.after[0].id = 6
    try store.apply(edit, to: "press", action: "merge-down")
    try store.undo(.workspace)
    #expect(try store.nextRowID(in: "press") == 7)
  }

  @Test func summaryCounts() throws {
    var pair = DocumentPair.sample("press", "1-1 2-1 1-0 1-1 0-1 1-1", confidence: 0.9)
    pair.rows[0].confidence = 0.4
    pair.rows[1].doubts = [Doubt(.number, "5 only in source")]
    pair.rows[2].status = .omitted
    pair.rows[3].status = .confirmed
    pair.rows[3].confidence = 0.1
    try store.add(pair)
    let summary = try #require(try store.pairs(doubtfulBelow: 0.5).first)
    #expect(summary.statuses == [.unreviewed: 4, .omitted: 1, .confirmed: 1])
    #expect(
      summary.shapes == [Shape(1, 1): 3, Shape(2, 1): 1, Shape(1, 0): 1, Shape(0, 1): 1])
    #expect(summary.doubtful == 2)
    #expect(summary.rows == 6)
    #expect(summary.sourceLanguage == .zh && summary.targetLanguage == .en)
    #expect(summary.created == 1000)
  }

  @Test func emptyTextsAreAPairWithoutRows() throws {
    try store.add(.sample("empty", ""))
    #expect(try store.pair(named: "empty").rows.isEmpty)
    #expect(try store.log(.workspace).map(\.subject) == ["0 rows"])
  }
}
