// A purge: nothing of the removed texts is left in any file of the workspace, everything else stays.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct PurgeTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    for (name, client) in [("lake", "Blue Lake"), ("hill", "Green Hill")] {
      var pair = DocumentPair.sample(name)
      pair.facts.client = client
      if name == "lake" { pair.rows[0].edited = "words that nobody else ever wrote" }
      try store.add(pair)
    }
    try store.rename("lake", to: "lake of secrets")
    var secret = Concept(
      id: "T1",
      terms: [Term(language: .zh, text: "机密术语之一"), Term(language: .en, text: "a secret term")])
    secret.client = "Blue Lake"
    let open = Concept(id: "T2", terms: [Term(language: .en, text: "an open term")])
    try store.apply(GlossaryEdit(after: [secret, open]), action: "term import", subject: "t.tsv")
    var renamed = secret
    renamed.terms[1].text = "another wording of the secret"
    try store.apply(
      GlossaryEdit(before: [secret], after: [renamed]), action: "term edit", subject: "T1")
  }

  /// The bytes of all files of the workspace.
  private func bytes() throws -> Data {
    try ["", "-wal", "-shm"].reduce(into: Data()) { all, ending in
      let path = try folder.file() + ending
      if FileManager.default.fileExists(atPath: path) {
        all += try Data(contentsOf: URL(fileURLWithPath: path))
      }
    }
  }

  private let secrets = [
    "words that nobody else ever wrote", "lake of secrets", "Blue Lake", "机密术语之一",
    "a secret term", "another wording of the secret",
  ]

  @Test func nothingIsLeft() throws {
    let before = try bytes()
    for secret in secrets { #expect(before.range(of: Data(secret.utf8)) != nil, "\(secret)") }
    let hill = try store.pair(named: "hill")
    let plan = try store.plan(.client("Blue Lake"))
    #expect(plan.pairs == ["lake of secrets"] && plan.concepts == 1 && plan.rows == hill.rows.count)
    let receipt = try store.purge(.client("Blue Lake"))
    #expect(receipt.pairs == plan.pairs && receipt.textsSearched > 0)
    #expect(receipt.files.values.reduce(0, +) > 0)
    let after = try bytes()
    for secret in secrets { #expect(after.range(of: Data(secret.utf8)) == nil, "\(secret)") }
    #expect(try store.pair(named: "hill") == hill)
    #expect(try store.concepts().map(\.id) == ["T2"])
    #expect(try store.log(.workspace).map(\.action) == ["align", "term import", "purge"])
    #expect(try store.plan(.client("Blue Lake")).isEmpty)
  }

  @Test func theLogStaysClosedAndUndoGoesOn() throws {
    _ = try store.purge(.client("Blue Lake"))
    for sql in ["DELETE FROM event", "UPDATE event SET author = 'x'"] {
      #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    }
    let state = try store.stateDump()
    try store.undo(.glossary)
    #expect(try store.concepts().isEmpty)
    try store.redo(.glossary)
    #expect(try store.stateDump() == state)
    // The purge itself is not taken back: the undo before it is that of `hill`.
    try store.undo(.workspace)
    try store.undo(.workspace)
    #expect(try store.pairs(doubtfulBelow: 0.5).isEmpty)
    let error = #expect(throws: MemoryError.self) { try store.undo(.workspace) }
    #expect(error?.reason == .nothingToUndo)
  }

  @Test func oneDocumentWithAllItsVersions() throws {
    try store.replace("hill", with: DocumentPair.sample("hill"))
    try store.remove("hill")
    let receipt = try store.purge(.document("hill"))
    #expect(receipt.pairs == ["hill"])
    #expect(try store.log(.workspace).allSatisfy { $0.document != "hill" })
    #expect(try store.pair(named: "lake of secrets").rows.isEmpty == false)
    #expect(throws: MemoryError.self) { try store.plan(.document("hill")) }
  }

  /// A merge is one event about documents, memories and concepts: it loses what is purged, and can still
  /// be taken back and done again.
  @Test func aMergeLosesWhatGoes() throws {
    let other = try folder.open("other.db", from: 5_000)
    for (name, client) in [("river", "Blue Lake"), ("wood", "Green Hill")] {
      var pair = DocumentPair.sample(name)
      pair.facts.client = client
      pair.rows[0].edited = "what only \(name) says to anybody"
      try other.add(pair)
    }
    let concepts = [("T8", "the merged secret", "Blue Lake"), ("T9", "the merged open term", nil)]
      .map { id, text, client in
        var concept = Concept(id: id, terms: [Term(language: .en, text: text)])
        concept.client = client
        return concept
      }
    try other.apply(GlossaryEdit(after: concepts), action: "term import", subject: "t.tsv")
    _ = try store.merge(other, label: "other")
    _ = try store.purge(.client("Blue Lake"))
    let after = try bytes()
    for secret in secrets + ["what only river says", "the merged secret"] {
      #expect(after.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
    #expect(after.range(of: Data("what only wood says".utf8)) != nil)
    let state = try store.stateDump()
    try store.undo(.workspace)
    #expect(try store.concepts().map(\.id) == ["T2"])
    #expect(throws: MemoryError.self) { try store.pair(named: "wood") }
    try store.redo(.workspace)
    #expect(try store.stateDump() == state)
  }

  /// A dismissal is a trace of two texts; those of other texts stay.
  @Test func dismissalsGoWithTheirTexts() throws {
    let gone = Dismissal(rule: "number", source: "甲0。", target: "words that nobody else wrote")
    let kept = Dismissal(rule: "number", source: "甲1。", target: "Sentence 1.")
    try store.dismiss([gone], in: "lake of secrets", subject: "row 1, number")
    try store.dismiss([kept], in: "hill", subject: "row 2, number")
    _ = try store.purge(.client("Blue Lake"))
    #expect(try store.dismissals() == [kept])
    #expect(try bytes().range(of: Data(gone.fingerprint.utf8)) == nil)
    #expect(try bytes().range(of: Data(kept.fingerprint.utf8)) != nil)
  }

  /// Who is still reading keeps the old pages; nothing pretends otherwise, and the next one cleans.
  @Test func aReaderIsWaitedForAndTheNextOpeningCleans() throws {
    let other = try DatabaseQueue(path: folder.file())
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM document_pair")
      let error = #expect(throws: MemoryError.self) {
        try store.purge(.client("Blue Lake"))
      }
      #expect(error?.kind == .workspaceUnavailable)
      try db.execute(sql: "COMMIT")
    }
    try other.close()
    #expect(try store.queue.read { try $0.isUnclean })
    let again = try folder.open("bitext.db", .existing)
    #expect(try again.queue.read { try $0.isUnclean } == false)
    let after = try bytes()
    for secret in secrets { #expect(after.range(of: Data(secret.utf8)) == nil, "\(secret)") }
  }

  /// Whoever adds a table has to say what a purge does with it.
  @Test func everyTableIsThoughtOf() throws {
    let tables = try store.queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          ORDER BY name
          """)
    }
    #expect(Set(tables) == Schema.purged.union(Schema.derived))
  }
}

@Suite struct TextPiecesTests {
  @Test(arguments: [
    ("a text of some length", "xx a text of some length yy", true),
    ("a text of some length", "only a text of som", true),
    ("a text of some length", "only a text of", false),
    ("法治", "依法治国", true), ("short", "short", false),
  ])
  func found(text: String, bytes: String, isFound: Bool) {
    var pieces = TextPieces()
    pieces.add(text)
    let found = Array(bytes.utf8).withUnsafeBytes { pieces.found(in: $0) }
    #expect((found.count > 0) == isFound)
    #expect(pieces.subtracting(found).count == pieces.count - found.count)
  }
}
