// The index in the workspace: what is stored is found at once, what is gone is not found, and it makes
// no difference which units are in parts and which are waiting.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct MatcherTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
  }

  private func take(
    _ texts: [(String, String)], as name: String = "acme", status: Status = .confirmed,
    _ languages: (Language, Language) = (.zhHans, .en)
  ) throws {
    let origin = Origin(
      fileName: "\(name).tsv", sha256: String(repeating: "0b", count: 32), encoding: "UTF-8")
    var units: [Unit]? = texts.enumerated().map { index, texts in
      Unit(
        id: "", source: texts.0, target: texts.1, sourceLanguage: languages.0,
        targetLanguage: languages.1, status: status, document: name, tu: index + 1)
    }
    try store.importUnits(TranslationMemory(name: name, origin: origin, format: "tsv")) {
      defer { units = nil }
      return units.map { UnitRows($0) }
    }
  }

  /// `95 依法治国。` a line, best first.
  private func found(
    _ text: String, _ language: Language = .zhHans, _ options: MatchOptions = MatchOptions(),
    before: String? = nil, after: String? = nil, by matcher: Matcher? = nil
  ) throws -> [String] {
    let query = MatchQuery(text, language, before: before, after: after)
    return try (matcher ?? Matcher(store)).matches(for: query, options)
      .map { "\($0.percent) \($0.text)" }
  }

  @Test func bothSidesAreFound() throws {
    try take([("依法治网。", "Governing the internet by law."), ("再见。", "Goodbye.")])
    #expect(try found("依法治网。") == ["100 依法治网。"])
    #expect(try found("依法治理网。") == ["83 依法治网。"])
    let matches = try Matcher(store).matches(
      for: MatchQuery("governing an internet by law.", .en))
    #expect(matches.map(\.text) == ["Governing the internet by law."])
    #expect(matches.map(\.percent) == [83] && matches.map(\.translation) == ["依法治网。"])
    #expect(try found("依法", .en).isEmpty && found("全新的话").isEmpty)
  }

  @Test(arguments: [0, 3, 100]) func whatIsStoredIsFoundAtOnce(_ indexed: Int) throws {
    let matcher = Matcher(store)
    try take((0..<indexed).map { ("这是第\($0)句话。", "Sentence \($0).") })
    try store.indexMatches(leaving: 0)
    #expect(try found("网络法治建设", by: matcher).isEmpty)
    try take([("网络法治建设", "Building the rule of law")], as: "new")
    #expect(try found("网络法治建设", by: matcher) == ["100 网络法治建设"])
    try store.indexMatches(leaving: 0)
    #expect(try found("网络法治建设", by: matcher) == ["100 网络法治建设"])
    #expect(try found("网络法治建设") == ["100 网络法治建设"])
  }

  @Test(arguments: [true, false]) func whatIsGoneIsNotFound(_ isIndexed: Bool) throws {
    try take([("网络法治建设", "Building the rule of law")])
    if isIndexed { try store.indexMatches(leaving: 0) }
    let matcher = Matcher(store)
    #expect(try found("网络法治建设", by: matcher).count == 1)
    try store.undo(.workspace)
    #expect(try found("网络法治建设", by: matcher).isEmpty)
    try store.redo(.workspace)
    #expect(try found("网络法治建设", by: matcher).count == 1)
  }

  @Test func rowsAreFoundAsTheyAreReviewed() throws {
    let pair = DocumentPair.sample("press", "1-1 2-1 1-1")
    try store.add(pair)
    let matcher = Matcher(store)
    #expect(try found("甲0。", by: matcher) == ["98 甲0。"])
    let edit = pair.edit(1) {
      $0.status = .edited
      $0.edited = "A wholly other sentence here."
    }
    try store.apply(edit, to: "press", action: "edit")
    #expect(try found("A wholly other sentence here.", .en, by: matcher).count == 1)
    #expect(try found("Sentence 0.", .en, by: matcher).isEmpty)
    let first = try matcher.matches(for: MatchQuery("甲0。", .zhHans)).first
    #expect(first?.percent == 100 && first?.translation == "A wholly other sentence here.")
    try store.apply(pair.merge(2), to: "press", action: "merge")
    #expect(try found("甲1。甲2。甲3。", by: matcher) == ["98 甲1。甲2。甲3。"])
  }

  @Test func neighboursMakeAContextMatch() throws {
    try take([("一。", "One."), ("法治。", "Law."), ("二。", "Two."), ("法治。", "Rule of law.")])
    #expect(try found("法治。", before: "一。", after: "二。") == ["101 法治。", "100 法治。"])
    #expect(try found("法治。", before: "一。", after: "三。") == ["100 法治。", "100 法治。"])
    #expect(try found("法治。", before: "二。", after: nil).first == "101 法治。")
    try store.add(.sample("press", "1-1 1-1 1-1"))
    let options = MatchOptions(limit: 1, penalties: [:])
    #expect(try found("甲1。", .zhHans, options, before: "甲0。", after: "甲2。") == ["101 甲1。"])
  }

  @Test func aContextMatchIsFoundAmongManyFullOnes() throws {
    try take((0..<40).flatMap { [("第\($0)行前", "\($0)"), ("确定", "OK")] } + [("末", "end")])
    try store.indexMatches(leaving: 0)
    let query = MatchQuery("确定", .zhHans, before: "第7行前", after: "第8行前")
    let first = try Matcher(store).matches(for: query, MatchOptions(limit: 1)).first
    #expect(first?.kind == .context && first?.unit.tu == 16)
  }

  @Test func penaltiesAreTakenOff() throws {
    try take([("国际法", "international law")], status: .unreviewed)
    #expect(try found("国际法") == ["99 国际法"])
    #expect(try found("國際法") == ["98 国际法"])
    let options = MatchOptions(least: 0.9, penalties: [.script: 5])
    #expect(try found("國際法", .zhHant, options) == ["95 国际法"])
    #expect(try found("國際法", .zhHant, MatchOptions(least: 0.96, penalties: [.script: 5])).isEmpty)
    try take([("國際法院", "court")], as: "b", (Language("zh-Hant")!, .en))
    #expect(try found("国际法院", .zhHans).first == "99 國際法院")
  }

  @Test(arguments: [Status.rejected, .omitted, .added, .nonText])
  func whatIsNoPairIsNotFound(_ status: Status) throws {
    try take([("网络法治", "Rule of law")], status: status)
    #expect(try found("网络法治").isEmpty)
  }

  @Test func aTextWithoutTranslationIsNotFound() throws {
    try take([("网络法治", "")])
    #expect(try found("网络法治").isEmpty)
  }

  @Test func theOtherLanguageCanBeChosen() throws {
    try take([("法治国家", "a country of law")])
    try take([("法治国家", "Rechtsstaat")], as: "de", (.zhHans, Language("de")!))
    let options = MatchOptions(facing: Language("de"))
    let found = try Matcher(store).matches(for: MatchQuery("法治国家", .zh), options)
    #expect(found.map(\.translation) == ["Rechtsstaat"])
  }

  /// Units come and go in random order, in portions that become parts or wait; what is found is
  /// always what comparing all finds.
  @Test(arguments: 0..<4) func partsAndTailFindWhatComparingAllFinds(_ seed: Int) throws {
    var maker = RandomTexts(
      random: SeededGenerator(UInt64(seed)), alphabet: ["网", "络", "法", "治", "国", "际", "𠮷"],
      joiner: "")
    var stored: [String: [String]] = [:]
    let matcher = Matcher(store)
    for round in 0..<6 {
      let name = "m\(round)"
      let texts = maker.texts(Int.random(in: 1...60, using: &maker.random), longest: 20)
        .map { $0.joined() }
      try take(texts.map { ($0, "x") }, as: name)
      stored[name] = texts
      if Bool.random(using: &maker.random) { try store.indexMatches(leaving: 0) }
      if round == 3 {
        try store.undo(.workspace)
        stored[name] = nil
      }
      let all = stored.values.flatMap(\.self)
      for _ in 0..<8 {
        let query = maker.texts(1, longest: 20)[0].joined()
        let options = MatchOptions(least: 0.6, limit: 4)
        let found = try matcher.matches(for: MatchQuery(query, .zhHans), options).map(\.score)
        let expected = all.map { plainScore(query, $0, .characters) }
          .filter { $0 >= 0.6 - 1e-9 }.sorted(by: >).prefix(4)
        #expect(found == Array(expected), "\(query)")
      }
    }
  }

  @Test func smallPartsAreMadeIntoGreaterOnes() throws {
    for round in 0..<20 {
      try take((0..<10).map { ("第\(round)轮第\($0)句", "\(round) \($0)") }, as: "m\(round)")
      try store.indexMatches(leaving: 0)
    }
    let heads = try store.read { db in try db.matchParts("zh").map(\.head.count) }
    #expect(heads.reduce(0, +) == 200 && heads.count <= 5, "\(heads)")
    let blocks = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM match_block") }
    let parts = try store.read { db in try db.matchParts().map(\.head.blocks).reduce(0, +) }
    #expect(blocks == parts)
    #expect(try found("第13轮第5句").first == "100 第13轮第5句")
  }

  @Test func aForgottenIndexIsMadeAgain() throws {
    try take((0..<50).map { ("这是第\($0)句话。", "Sentence \($0).") })
    try store.indexMatches(leaving: 0)
    let matcher = Matcher(store)
    #expect(try found("这是第31句话。", by: matcher).first == "100 这是第31句话。")
    try store.forgetMatches()
    #expect(try found("这是第31句话。", by: matcher).first == "100 这是第31句话。")
    #expect(try found("这是第31句话。").first == "100 这是第31句话。")
  }

  @Test(arguments: [
    "UPDATE match_block SET bytes = substr(bytes, 2)", "DELETE FROM match_block",
    "UPDATE match_block SET bytes = x''", "UPDATE match_part SET head = x'00'",
    "UPDATE match_part SET head = substr(head, 5)",
  ]) func aDamagedIndexIsMadeAgain(_ damage: String) throws {
    try take((0..<50).map { ("这是第\($0)句话。", "Sentence \($0).") })
    try store.indexMatches(leaving: 0)
    try store.tamper(damage)
    #expect(try found("这是第31句话。").first == "100 这是第31句话。")
    try store.indexMatches(leaving: 0)
    try store.tamper(damage)
    try take([("新的一句", "new")], as: "new")
    try store.indexMatches(leaving: 0)
    #expect(try found("这是第31句话。").first == "100 这是第31句话。")
  }

  @Test func differencesAreRunsOfTokens() {
    func runs(_ a: String, _ b: String, _ language: Language) -> [String] {
      MatchDifference.between(a, b, language).map { "\(a.slice($0.first))→\(b.slice($0.second))" }
    }
    #expect(runs("网络空间法治", "网络法治", .zh) == ["空间→"])
    #expect(runs("the rule of law", "the rules of good law", .en) == ["rule→rules", "→good"])
    #expect(runs("a", "a", .en).isEmpty && runs("", "法", .zh) == ["→法"])
    #expect(runs("Law.", "law", .en) == [".→"])
  }
}
