// Units taken into a memory that is there: what each rule keeps, and that undo takes it back.
import Bitext
import Foundation
import Testing

@testable import Memory

@Suite struct MergeTests {
  private let folder: Folder
  private let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try importing(["好 Good", "早 Morning", "再见 Bye"])
  }

  private static let memory = TranslationMemory(
    name: "acme",
    origin: Origin(
      fileName: "acme.tmx", sha256: String(repeating: "0", count: 64), encoding: "UTF-8"),
    format: "tmx")

  private func units(_ texts: [String]) -> [Unit] {
    texts.enumerated().map { index, text in
      let sides = text.split(separator: " ").map(String.init)
      return Unit(
        id: "", source: sides[0], target: sides[1], sourceLanguage: .zh, targetLanguage: .en,
        status: .accepted, document: "acme", tu: index + 1)
    }
  }

  private func importing(_ texts: [String]) throws {
    var rest = units(texts)[...]
    try store.importUnits(Self.memory) { rest.popFirst().map { UnitRows([$0]) } }
  }

  private func stored() throws -> [String] {
    var texts: [String] = []
    _ = try store.units(matching: UnitFilter(documents: ["acme"])) {
      texts.append("\($0.source) \($0.target)")
    }
    return texts
  }

  @Test(arguments: [
    (
      ImportConflict.keep, ["好 Good", "早 Morning", "再见 Bye", "谢谢 Thanks"],
      MergeOutcome(alreadyThere: 1, kept: 1, replaced: 0, added: 1)
    ),
    (
      .replace, ["好 Good", "再见 Bye", "早 Hi", "谢谢 Thanks"],
      MergeOutcome(alreadyThere: 1, kept: 0, replaced: 1, added: 2)
    ),
    (
      .both, ["好 Good", "早 Morning", "再见 Bye", "早 Hi", "谢谢 Thanks"],
      MergeOutcome(alreadyThere: 1, kept: 0, replaced: 0, added: 2)
    ),
  ])
  func rule(rule: ImportConflict, texts: [String], outcome: MergeOutcome) throws {
    let before = try stored()
    var rest = units(["好 Good", "早 Hi", "谢谢 Thanks"])[...]
    let done = try store.mergeUnits(Self.memory, rule) { rest.popFirst().map { UnitRows([$0]) } }
    #expect(done == outcome)
    #expect(try stored() == texts)
    try store.undo(.document("acme"))
    #expect(try stored() == before)
    try store.redo(.document("acme"))
    #expect(try stored() == texts)
  }

  @Test func nothingNewIsNoEvent() throws {
    let log = try store.log(.workspace).count
    var rest = units(["好 Good"])[...]
    let done = try store.mergeUnits(Self.memory, .both) { rest.popFirst().map { UnitRows([$0]) } }
    #expect(done == MergeOutcome(alreadyThere: 1))
    #expect(try store.log(.workspace).count == log)
  }

  @Test func aFailureLeavesTheMemoryAsItWas() throws {
    struct Stop: Error {}
    let before = try stored()
    #expect(throws: Stop.self) {
      try store.mergeUnits(Self.memory, .replace) { throw Stop() }
    }
    #expect(try stored() == before)
  }
}
