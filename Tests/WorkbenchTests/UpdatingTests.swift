// New versions of a text: what is unchanged stays, what is not says what is different.
import Bitext
import Foundation
import Memory
import Review
import TestData
import Testing

@testable import Workbench

@Suite struct UpdatingTests {
  private let folder: Folder
  private let bench: Bench

  init() throws {
    folder = try Folder()
    bench = try folder.bench()
  }

  private var pair: DocumentPair { get throws { try bench.store.pair(named: "press") } }

  private func align(_ source: [String], _ target: [String]) throws {
    let texts = try folder.texts(source.joined(separator: "\n"), target.joined(separator: "\n"))
    _ = try bench.align(texts, as: "press", facts: PairFacts(), replacing: false, lexicon: nil)
  }

  /// Five sentences, each a paragraph, numbered so that they align without a lexicon.
  private static let source = [
    "第1101号文件说明了2201件事情。", "第1138号文件说明了2254件事情，内容很多。", "第1175号文件说明了2307件事情。",
    "第1212号文件说明了2360件事情。", "第1249号文件说明了2413件事情。",
  ]
  private static let target = [
    "Document 1101 is on 2201 matters.", "Document 1138, a long one, is on 2254 matters.",
    "Document 1175 is on 2307 matters.", "Document 1212 is on 2360 matters.",
    "Document 1249 is on 2413 matters.",
  ]

  private func edit(_ row: Int, _ action: String) throws {
    _ = try bench.perform(action, on: RowSelection("press:\(row)"))
  }

  @discardableResult
  private func update(_ new: [Side: [String]], isDryRun: Bool = false) throws -> UpdateReport {
    var files = UpdateFiles([:])
    for (side, lines) in new {
      files.files[side] = [try folder.file("new.\(side).txt", lines.joined(separator: "\n"))]
    }
    return try bench.update(
      "press", with: files, means: { _, _ in AligningMeans() }, isDryRun: isDryRun)
  }

  /// The rows as a test reads them: `1-1 confirmed | source: “a” is now “b”`.
  private func picture() throws -> [String] {
    let pair = try pair
    #expect(pair.rowsAreValid)
    return pair.rows.indices.map { index in
      let row = pair.rows[index]
      let changes = row.doubts.filter { $0.kind == .changed }.map { " | \($0.detail)" }
      return "\(pair.shape(row)) \(row.status.rawValue)\(changes.joined())"
    }
  }

  private func replaced(_ lines: [String], _ index: Int, _ line: String...) -> [String] {
    Array(lines[..<index]) + line + Array(lines[(index + 1)...])
  }

  private static let same = "1-1 confirmed"

  /// What becomes of five confirmed rows when one side comes anew.
  @Test func changesAreTold() throws {
    try align(Self.source, Self.target)
    for row in 1...5 { try edit(row, "confirm") }
    let (zh, en) = (Self.source, Self.target)
    let cases: [([Side: [String]], [String])] = [
      (
        [.source: replaced(zh, 1, "第1138号文件说明了2300件事情，内容很多。")],
        [
          Self.same, "1-1 unreviewed | source: “2254” is now “2300”", Self.same, Self.same,
          Self.same,
        ]
      ),
      (
        [.target: replaced(en, 1, "Document 1138 is on 2254 matters.")],
        [Self.same, "1-1 unreviewed | target: “, a long one,” is gone"] + [
          Self.same, Self.same, Self.same,
        ]
      ),
      (
        [.target: replaced(en, 2, "Document 1175 is, as said, on 2307 quite different matters.")],
        [
          Self.same, Self.same,
          "1-1 unreviewed | target: “, as said,” is new; “quite different” is new",
        ] + [Self.same, Self.same]
      ),
      (
        [.source: Array(zh.dropLast())],
        Array(repeating: Self.same, count: 4) + ["0-1 unreviewed | source: “\(zh[4])” is gone"]
      ),
      (
        [.source: replaced(zh, 1, zh[1], "另有附录。")],
        [Self.same, Self.same, "1-0 unreviewed | source: new", Self.same, Self.same, Self.same]
      ),
      ([.source: zh.dropLast(), .target: en.dropLast()], Array(repeating: Self.same, count: 4)),
      (
        [.source: zh + ["完。"], .target: en + ["End."]],
        Array(repeating: Self.same, count: 5) + ["1-1 unreviewed | source: new | target: new"]
      ),
    ]
    let dump = try bench.store.stateDump()
    for (new, expected) in cases {
      let dry = try update(new, isDryRun: true)
      #expect(try bench.store.stateDump() == dump)
      let report = try update(new)
      #expect(try picture() == expected)
      #expect(
        report.kept == expected.count { $0 == Self.same } && report.reopened == 5 - report.kept)
      #expect(report.changed == dry.changed && report.changed.count == expected.count - report.kept)
      _ = try bench.undo(.document("press"))
      #expect(try bench.store.stateDump() == dump)
    }
  }

  @Test func theLogHasOneEvent() throws {
    try align(Self.source, Self.target)
    let report = try update([.source: replaced(Self.source, 0, "第1101号文件说明了2202件事情。")])
    #expect(report.changed.map(\.row) == [1])
    let event = try #require(bench.log(.document("press")).last)
    #expect(event.action == "update" && event.subject == "source: 1 row changed")
    #expect(try bench.undo(.document("press")).subject == "update source: 1 row changed")
    #expect(try bench.redo(.document("press")).subject == "update source: 1 row changed")
    #expect(try pair.source.document.origin.fileName == "new.source.txt")
  }

  @Test func theSameTextIsNoEvent() throws {
    try align(Self.source, Self.target)
    let before = try (bench.store.stateDump(), bench.log(.workspace).count)
    let files = UpdateFiles([
      .source: ["\(folder.path)/zh.txt"], .target: ["\(folder.path)/en.txt"],
    ])
    let report = try bench.update("press", with: files, means: { _, _ in AligningMeans() })
    #expect(report.changed.isEmpty && report.kept == 5 && report.reopened == 0)
    #expect(try bench.store.stateDump() == before.0 && bench.log(.workspace).count == before.1)
  }

  /// A person joined two sentences and corrected a text: neither is lost when words change.
  @Test func bordersAndCorrectionsOfAPersonStay() throws {
    try align(Self.source, Self.target)
    try edit(1, "merge-down")
    try edit(1, "confirm")
    try edit(2, "edit Corrected.")
    try edit(3, "edit Another correction.")
    try edit(3, "comment see there")
    var zh = Self.source
    zh[1] = "第1138号文件说明了2254件事情，内容不多。"
    zh[2] = "第1175号文件说明了2308件事情。"
    try update([.source: zh])
    let sourceChanged = try picture()
    #expect(
      sourceChanged == [
        "2-2 unreviewed | source: “很” is now “不”", "1-1 unreviewed | source: “2307” is now “2308”",
        "1-1 edited", "1-1 unreviewed",
      ])
    #expect(try pair.rows[1].edited == "Corrected.")
    #expect(try pair.rows[2].edited == "Another correction.")

    var en = Self.target
    en[2] = "Document 1175 is on 2308 matters."
    en[3] = "Document 1212 is on 2360 big matters."
    try update([.target: en])
    let targetChanged = try picture()
    #expect(
      targetChanged[1...2] == [
        "1-1 unreviewed | target: “Corrected” is now “Document 1175 is on 2308 matters”",
        "1-1 unreviewed | target: “Another correction” is now “Document 1212 is on 2360 big matters”",
      ])
    let rows = try pair.rows
    #expect(rows[1].edited == nil && rows[2].edited == nil && rows[2].comment == "see there")
  }

  /// The translation left a sentence out, a person said so, and the next version has it.
  @Test func whatWasLackingIsPaired() throws {
    try align(Self.source, replaced(Self.target, 2))
    let lack = try #require(pair.rows.firstIndex { $0.target.isEmpty }) + 1
    for row in 1...5 { try edit(row, row == lack ? "omitted" : "confirm") }
    try update([.target: Self.target])
    #expect(
      try picture() == [Self.same, Self.same, "1-1 unreviewed | target: new", Self.same, Self.same])
  }

  /// A row that a person cut stays cut and confirmed though its paragraph has changed elsewhere.
  @Test func cutsOfAPersonLast() throws {
    let (zh, en) = (Self.source.joined(), Self.target.joined(separator: " "))
    try align([zh], [en])
    let pair = try pair
    let cut = try #require(pair.suggestedCuts(at: 1, .source).first)
    try edit(2, "split \(cut) 0")
    for row in 1...6 { try edit(row, "confirm") }
    let before = try self.pair
    try update([.source: [zh.replacing("2413", with: "2414") + "还有一句。"]])
    let after = try self.pair
    #expect(after.rows[1...2].map(\.status) == before.rows[1...2].map(\.status))
    #expect(
      after.rows[1...2].map { after.text($0, .source) }
        == before.rows[1...2].map { before.text($0, .source) })
    #expect(after.source.segments.count == 7)
  }

  /// Where a passage stands that was put elsewhere is told of the new text.
  @Test func movedPassagesAreFoundAgain() throws {
    let texts = try folder.numberedTexts(count: 40)
    _ = try bench.align(texts, as: "press", facts: PairFacts(), replacing: false, lexicon: nil)
    var old = try pair
    let (first, last) = (4, 30)
    for index in [first, last] {
      let edit = try old.edit(for: .omitted, at: index, nextID: bench.store.nextRowID(in: "press"))
      try bench.store.apply(edit, to: "press", action: "omitted")
      old = try pair
    }
    // Both rows are two now: the first one's source faces the second one's target.
    let (here, there) = (old.rows[first], old.rows[last + 1])
    for (row, place) in [(here, there.target), (there, here.source)] {
      var told = row
      told.status = .unreviewed
      told.doubts = [Doubt(movedTo: place, probability: 0.9)]
      let edit = RowEdit(rows: .init(before: [row], after: [told]))
      try bench.store.apply(edit, to: "press", action: "test")
    }
    let moved = try bench.show(RowSelection("press")).rows.compactMap(\.moved)
    try #require(moved.count == 2)
    let text = try pair.source.document.text
    try update([
      .source: [text.replacing("第1100号", with: String(repeating: "我们手里的，", count: 40) + "第1100号")]
    ])
    #expect(try bench.show(RowSelection("press")).rows.compactMap(\.moved) == moved)
  }

  /// Random changes of sentences: every row that nobody touched and every decision over unchanged
  /// text stays, and undo restores what was.
  @Test(arguments: 1...6)
  func randomChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    try align(foundingText(.source), foundingText(.target))
    for row in try pair.rows.indices where row % 3 != 0 { try edit(row + 1, "confirm") }
    let before = try pair
    let dump = try bench.store.stateDump()
    let sides: [Side] = seed % 3 == 0 ? [.source, .target] : seed % 3 == 1 ? [.source] : [.target]
    var changes: [Side: (lines: [String], touched: Set<Int>, followed: Set<Int>)] = [:]
    for side in sides { changes[side] = Self.changed(before[side], &random) }
    let new = changes.mapValues(\.lines)
    let report = try update(new)
    let after = try pair
    #expect(after.rowsAreValid)
    func seen(_ pair: DocumentPair, _ row: Row) -> [String] {
      [pair.text(row, .source), pair.text(row, .target), row.status.rawValue, row.comment ?? ""]
    }
    let stayed = Set(after.rows.map { seen(after, $0) })
    for row in before.rows where row.status.isLocked && !before.shape(row).isNull {
      let isTouched = Side.allCases.contains { side in
        let held = before[side].indices(startingIn: row[side])
        return held.contains { changes[side]?.touched.contains($0) == true }
          || held.dropLast().contains { changes[side]?.followed.contains($0) == true }
      }
      if !isTouched {
        let isThere = stayed.contains(seen(before, row))
        #expect(isThere, "row \(row.id)")
      }
    }
    #expect(report.kept + report.changed.count == after.rows.count && report.kept > 15)
    #expect(
      report.changed.allSatisfy { row in
        row.doubts.contains { $0.kind == .changed } || row.status == .unreviewed
      })
    _ = try bench.undo(.document("press"))
    #expect(try bench.store.stateDump() == dump)
  }

  /// The text with some sentences changed, gone or put in; the indices of the old ones changed or
  /// gone, and of those after which one was put in.
  private static func changed(
    _ text: SegmentedDocument, _ random: inout SeededGenerator
  ) -> (lines: [String], touched: Set<Int>, followed: Set<Int>) {
    var (touched, followed): (Set<Int>, Set<Int>) = ([], [])
    var paragraphs = [[String]](repeating: [], count: text.document.paragraphs.count)
    let isChinese = text.document.language.isUnspaced
    for (index, segment) in text.segments.enumerated() {
      var words = [text.text(index)]
      if segment.kind == .sentence {
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
          words = []
          touched.insert(index)
        case 1:
          words = [isChinese ? "新改" + words[0] : "Newly " + words[0]]
          touched.insert(index)
        case 2:
          words.append(isChinese ? "这里有一句新的话。" : "Here is a new sentence.")
          followed.insert(index)
        default: break
        }
      }
      paragraphs[segment.paragraph] += words
    }
    return (
      paragraphs.map { $0.joined(separator: isChinese ? "" : " ") }.filter { !$0.isEmpty }, touched,
      followed
    )
  }

  @Test func wrongFilesAreRefused() throws {
    try align(Self.source, Self.target)
    let dump = try bench.store.stateDump()
    func words(_ side: Side, _ path: String, _ name: String = "press") -> String {
      do {
        _ = try bench.update(
          name, with: UpdateFiles([side: ["\(folder.path)/\(path)"]]),
          means: { _, _ in AligningMeans() })
        return "done"
      } catch { return "\(error)".replacing(folder.path + "/", with: "") }
    }
    #expect(
      words(.source, "en.txt") == """
        en.txt: stated to be zh-Hans, but 0 % of its letters are Chinese
          fix: swap SOURCE and TARGET, or state the languages with --source-lang and --target-lang
        """)
    #expect(
      words(.source, "no.txt") == "no.txt: no such file\n  fix: check the spelling and the folder")
    #expect(
      words(.source, "zh.txt", "law") == """
        law: there is no document pair of this name
          fix: the workspace has press
        """)
    #expect(try bench.store.stateDump() == dump)
  }
}
