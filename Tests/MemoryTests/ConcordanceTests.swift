// Units found by what stands in them: rows of document pairs and imported units, indexed or not.
import Bitext
import Foundation
import Testing

@testable import Memory

@Suite struct ConcordanceTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
  }

  private func unit(_ tu: Int, _ source: String, _ target: String, _ status: Status = .confirmed)
    -> Unit
  {
    Unit(
      id: "", source: source, target: target, sourceLanguage: .zhHans, targetLanguage: .en,
      status: status, document: "acme", author: "Wu", created: 86_400 * tu, tu: tu)
  }

  private func take(_ units: [Unit], as name: String = "acme", client: String? = nil) throws {
    var rest = units[...]
    let memory = TranslationMemory(
      name: name, facts: PairFacts(client: client),
      origin: Origin(
        fileName: "\(name).tmx", sha256: String(repeating: "0b", count: 32), encoding: "UTF-8"),
      format: "tmx")
    try store.importUnits(memory) {
      defer { rest = rest.dropFirst(500) }
      return rest.isEmpty ? nil : UnitRows(Array(rest.prefix(500)))
    }
  }

  private func find(
    _ texts: String..., limit: Int = 100, _ change: (inout ConcordanceQuery) -> Void = { _ in }
  ) throws -> [String] {
    var query = ConcordanceQuery(texts)
    change(&query)
    return try names(query, limit)
  }

  private func names(_ query: ConcordanceQuery, _ limit: Int = 100) throws -> [String] {
    try store.find(query, limit: limit).units.map { "\($0.unit.document):\($0.number)" }
  }

  @Test func rowsAndUnitsAreFoundOnEitherSide() throws {
    try store.add(.sample("press"))
    try take([unit(1, "甲乙丙", "Nothing here."), unit(2, "丁", "A sentence.")])
    #expect(try find("甲") == ["acme:1"] + (1...5).map { "press:\($0)" })
    #expect(try find("sentences").contains("acme:2"))
    #expect(try find("乙", "nothing") == ["acme:1"])
    #expect(try find("乙", "sentence").isEmpty)
  }

  @Test func aUnitConfirmedJustNowIsFound() throws {
    let pair = DocumentPair.sample("press")
    try store.add(pair)
    #expect(try find("reform").isEmpty)
    let edit = pair.edit(2) { row in
      row.edited = "Reform and opening up."
      row.status = .edited
    }
    try store.apply(edit, to: "press", action: "edit", subject: "row 2")
    #expect(try find("opening up") == ["press:2"])
    try store.undo(.document("press"))
    #expect(try find("opening up").isEmpty)
    try store.redo(.document("press"))
    try store.remove("press")
    #expect(try find("opening up").isEmpty)
  }

  @Test func anImportTakenBackIsNotFound() throws {
    try take([unit(1, "改革", "Reform")])
    #expect(try find("reforms") == ["acme:1"])
    try store.undo(.workspace)
    #expect(try find("reforms").isEmpty)
  }

  @Test func filters() throws {
    try take(
      [
        unit(1, "法", "one law"), unit(2, "法", "two laws", .rejected),
        unit(3, "法", "three laws", .unreviewed),
      ], client: "SCIO")
    try take([unit(1, "法", "one law")], as: "other")
    #expect(try find("law") == ["acme:1", "acme:3", "other:1"])
    #expect(try find("law") { $0.filter.documents = ["other"] } == ["other:1"])
    #expect(try find("law") { $0.filter.statuses = [.rejected] } == ["acme:2"])
    #expect(try find("law") { $0.filter.client = "SCIO" } == ["acme:1", "acme:3"])
    #expect(try find("law") { $0.filter.since = 3 * 86_400 } == ["acme:3"])
    #expect(try find("law") { $0.filter.until = 2 * 86_400 } == ["acme:1", "other:1"])
    #expect(try find("law") { $0.filter.author = "Li" }.isEmpty)
    #expect(try find("law") { $0.filter.language = .zh }.isEmpty)
    #expect(try find("法") { $0.filter.language = .zh }.count == 3)
    #expect(try find("laws") { $0.isExact = true } == ["acme:3"])
    #expect(throws: MemoryError.self) { try find("law") { $0.filter.documents = ["none"] } }
  }

  @Test func limitAndMore() throws {
    try take((1...20).map { unit($0, "法", "law \($0)") })
    let found = try store.find(ConcordanceQuery(["law"]), limit: 20)
    #expect(found.units.count == 20 && !found.hasMore)
    #expect(try store.find(ConcordanceQuery(["law"]), limit: 19).hasMore)
  }

  @Test func regularExpressions() throws {
    try take([unit(1, "第十八届会议", "the 18th session"), unit(2, "会议", "a session")])
    #expect(try names(ConcordanceQuery(pattern: "第.{1,3}届")) == ["acme:1"])
    #expect(try names(ConcordanceQuery(pattern: "^a|x*")) == ["acme:2"])
    let error = #expect(throws: MemoryError.self) { try names(ConcordanceQuery(pattern: "(")) }
    #expect(error?.kind == .usage)
  }

  /// What the index finds is what reading everything finds, however the blocks fall.
  @Test func theIndexFindsWhatReadingFinds() throws {
    var random = SeededGenerator(1)
    let zh = ["法", "治", "網", "网", "络", "，", "。", " ", "law", "1994", "年"]
    let en = ["law", "laws", "Law", "net", "network's", "in", "law-based", ",", "法", "1994"]
    func text(_ pieces: [String], _ joiner: String) -> String {
      (0..<Int.random(in: 1...7, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined(separator: joiner)
    }
    for round in 0..<4 {
      try take(
        (1...[300, 40, 700, 90][round]).map { unit($0, text(zh, ""), text(en, " ")) },
        as: "m\(round)")
      for _ in 0..<40 {
        let query = ConcordanceQuery([Bool.random() ? text(zh, "") : text(en, " ")])
        if query.texts[0].allSatisfy(\.isWhitespace) { continue }
        let indexed = try store.find(query, limit: 10_000).units
        let read = try store.queue.read { db in
          let search = try ConcordanceSearch(db, query, limit: 10_000, blocks: [])
          try search.run()
          return search.found.map(\.found.marks)
        }
        #expect(indexed.map(\.marks) == read, "\(query.texts)")
      }
    }
  }
}
