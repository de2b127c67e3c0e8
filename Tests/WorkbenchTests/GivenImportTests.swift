// Pairs that others made become rows to review, the doubtful ones told.
import Alignment
import Bitext
import Foundation
import Memory
import Testing

@testable import Workbench

@Suite struct GivenImportTests {
  /// No lexicon, no encoder: what numbers and lengths tell.
  static let means: Bench.MeansFinder = { _, _ in AligningMeans() }

  /// Sixty pairs that their numbers align; every tenth has the translation of the one before it.
  static func table(_ folder: Folder) throws -> String {
    let lines = (0..<60).map { row in
      let (number, matters) = (row * 37 % 1009 + 1100, row * 53 % 997 + 2200)
      let said = row % 10 == 9 ? (number - 37, matters - 53) : (number, matters)
      let status = row == 3 ? "confirmed" : row == 4 ? "accepted" : ""
      return
        "第\(number)号文件说明了\(matters)件事情。\tThis is document \(said.0) on \(said.1) matters.\t\(status)"
    }
    return try folder.file(
      "memory.tsv", "source\ttarget\tstatus\n" + lines.joined(separator: "\n") + "\n")
  }

  @Test func wrongPairsComeFirst() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let report = try bench.importPairs(
      UnitSource([try Self.table(folder)]), as: "memory", facts: PairFacts(client: "A"),
      means: Self.means)
    #expect(report.figures.rows == 60)
    #expect(report.figures.statuses == ["unreviewed": 58, "confirmed": 1, "accepted": 1])
    let pair = try bench.store.pair(named: "memory")
    #expect(pair.rowsAreValid)
    #expect(pair.source.document.language.code == "zh" && pair.target.document.language == .en)
    let doubtful = pair.rows.enumerated().sorted {
      ($0.element.confidence ?? 1, $0.offset) < ($1.element.confidence ?? 1, $1.offset)
    }.prefix(10).map(\.offset)
    // A pair beside a wrong one is doubtful too: its translation stands there twice.
    #expect(Set(doubtful).isSuperset(of: [9, 29, 39, 49, 59]))
    #expect(pair.rows[9].doubts.contains { $0.kind == .number })
    #expect(pair.facts.client == "A")
  }

  @Test func afreshLeavesEverythingOpen() throws {
    let folder = try Folder()
    let report = try folder.bench().importPairs(
      UnitSource([try Self.table(folder)]), as: "memory", facts: PairFacts(), isAfresh: true,
      means: Self.means)
    #expect(report.figures.statuses == ["unreviewed": 60])
  }

  @Test func undoTakesTheImportBack() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    _ = try bench.importPairs(
      UnitSource([try Self.table(folder)]), as: "memory", facts: PairFacts(), means: Self.means)
    _ = try bench.store.undo(.workspace)
    #expect(try !bench.store.holds("memory"))
  }

  @Test func untranslatedUnitsAreNulls() throws {
    let folder = try Folder()
    let path = try folder.file(
      "a.po",
      "msgid \"\"\nmsgstr \"Language: zh_CN\\n\"\n\nmsgid \"Open the file\"\nmsgstr \"打开文件\"\n\nmsgid \"Later\"\nmsgstr \"\"\n"
    )
    let report = try folder.bench().importPairs(
      UnitSource([path]), as: "strings", facts: PairFacts(), means: Self.means)
    #expect(report.figures.shapes == ["1-1": 1, "1-0": 1])
    #expect(report.figures.statuses == ["accepted": 1, "unreviewed": 1])
  }

  @Test func ladderWithCrossingLinks() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let zh = (0..<12).map { "第\($0 + 1100)号文件说明了\($0 * 7 + 2200)件事情。" }
    var en = (0..<12).map { "This is document \($0 + 1100) on \($0 * 7 + 2200) matters." }
    en.swapAt(2, 9)
    var beads = (0..<12).map { "[\($0)]:[\($0)]" }
    beads[2] = "[2]:[9]"
    beads[9] = "[9]:[2]"
    let texts = TextFiles(
      source: [try folder.file("a.zh", zh.joined(separator: "\n"))],
      target: [try folder.file("a.en", en.joined(separator: "\n"))])
    let report = try bench.importLadder(
      try folder.file("a.beads", beads.joined(separator: "\n")), texts, as: "a", facts: PairFacts(),
      means: Self.means)
    #expect(report.crossing == 2 && report.unlinked == 0)
    #expect(report.figures.shapes == ["1-1": 10, "1-0": 2, "0-1": 2])
    #expect(report.figures.moved.map(\.words).count == 2)
  }

  @Test(arguments: [
    ("[0]:[9]", "has 2 segments, and the ladder names number 9, counted from 0"),
    ("nothing", "this line is no bead, and no rung"),
  ])
  func ladderOfOtherTexts(ladder: String, problem: String) throws {
    let folder = try Folder()
    let texts = TextFiles(
      source: [try folder.file("a.zh", "会议开始了。\n好的。\n")],
      target: [try folder.file("a.en", "The meeting begins now.\nVery good indeed.\n")])
    let path = try folder.file("a.beads", ladder)
    let bench = try folder.bench()
    do {
      _ = try bench.importLadder(path, texts, as: "a", facts: PairFacts(), means: Self.means)
      Issue.record("it was taken")
    } catch let error as any Fault {
      #expect(error.problem == problem)
      #expect(error.kind == .badInput)
    }
  }

  @Test func unitsIntoTheMemory() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let report = try bench.importUnits(
      UnitSource([try Self.table(folder)]), as: "memory", facts: PairFacts(client: "A"))
    #expect(report.units == 60 && report.untranslated == 0 && report.format == .tsv)
    let out = "\(folder.path)/out.jsonl"
    let receipt = try bench.export(
      ["memory"], to: out, as: .jsonl, ExportRequest(),
      WritingOptions(toolVersion: "1", date: 0))
    #expect(receipt.units == 60)
  }

  /// Rows belong to no entry of a file. Exported and taken in again they do, in every format, and a backup,
  /// which tries every condition of the schema, finds nothing wrong.
  @Test(arguments: [ExchangeFormat.jsonl, .tsv, .csv, .xlsx, .xliff, .xliff2, .po, .docx, .html])
  func rowsComeBackAsAMemory(format: ExchangeFormat) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    _ = try bench.align(
      try folder.numberedTexts(count: 20), as: "book", facts: PairFacts(), replacing: false,
      lexicon: nil)
    let path = "\(folder.path)/book.\(format.rawValue)"
    _ = try bench.export(
      ["book"], to: path, as: format, ExportRequest(), WritingOptions(toolVersion: "1", date: 0))
    let report = try bench.importUnits(UnitSource([path]), as: "again", facts: PairFacts())
    #expect(report.units == 20)
    var entries: [Int] = []
    try bench.eachUnit(matching: UnitFilter(documents: ["again"], statuses: Set(Status.allCases))) {
      entries.append(try #require($0.tu))
    }
    #expect(entries == entries.sorted() && Set(entries).count == 20)
    _ = try bench.backup(to: "\(folder.path)/copy.db", replacing: false)
  }

  /// What a whole text leaves as comes back as it was: segments, paragraphs, order.
  @Test(arguments: [ExchangeFormat.ladder, .hunalign, .tei, .xces])
  func wholeTextsThereAndBack(format: ExchangeFormat) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    _ = try bench.align(
      try folder.numberedTexts(count: 40), as: "book", facts: PairFacts(), replacing: false,
      lexicon: nil)
    let path = "\(folder.path)/book.xml"
    let receipt = try bench.export(
      ["book"], to: path, as: format, ExportRequest(), WritingOptions(toolVersion: "1", date: 0))
    #expect(receipt.isReadBack && receipt.units == 40)
    let isXML = format == .tei || format == .xces
    let ending = isXML ? ".xml" : ""
    let ladder = format == .tei ? "\(folder.path)/book.zh.en.xml" : path
    let report = try bench.importLadder(
      ladder,
      TextFiles(
        source: ["\(folder.path)/book.zh\(ending)"], target: ["\(folder.path)/book.en\(ending)"]),
      as: "again", facts: PairFacts(), means: Self.means)
    #expect(report.figures.rows == 40 && report.crossing == 0 && report.unlinked == 0)
    let (one, two) = (try bench.store.pair(named: "book"), try bench.store.pair(named: "again"))
    #expect(one.source.texts == two.source.texts && one.target.texts == two.target.texts)
    #expect(one.rows.map { one.shape($0) } == two.rows.map { two.shape($0) })
  }
}
