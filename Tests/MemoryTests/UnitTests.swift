// Rows as units: which leave, what is known of each, what is counted.
import Bitext
import Testing

@testable import Memory

@Suite struct UnitTests {
  let folder: Folder
  let store: Store
  let pair: DocumentPair

  init() throws {
    folder = try Folder()
    store = try folder.open()
    var pair = DocumentPair.sample("press", "1-1 2-1 1-0 0-1 1-1 1-1 1-1 1-0")
    pair.facts = PairFacts(client: "SCIO")
    pair.source.segments[1].speaker = "曹淑敏"
    pair.target.segments[1].speaker = "Cao Shumin"
    pair.source.segments[1].paragraph = 4
    for _ in 1...4 { pair.source.document.paragraphs.append(Paragraph(range: 7..<14)) }
    pair.source.document.paragraphs[4].time = 61_500..<62_000
    pair.target.document.paragraphs[0].kind = .heading
    for (index, status) in [
      .confirmed, .unreviewed, .omitted, .added, .accepted, .nonText, .rejected, .unreviewed,
    ].enumerated() as EnumeratedSequence<[Status]> {
      pair.rows[index].status = status
    }
    pair.rows[1].comment = "twice"
    self.pair = pair
    try store.add(pair)
    try store.add(.sample("law", "1-1"))
  }

  private func units(_ filter: UnitFilter = UnitFilter()) throws -> ([Unit], UnitCounts) {
    var units: [Unit] = []
    let counts = try store.units(matching: filter) { units.append($0) }
    return (units, counts)
  }

  @Test func everythingButWhatIsNoPairLeaves() throws {
    let (units, counts) = try units()
    #expect(units.map(\.document) == ["law", "press", "press", "press"])
    #expect(units.map(\.status) == [.unreviewed, .confirmed, .unreviewed, .accepted])
    #expect(
      counts
        == UnitCounts(
          units: 4, unseen: 3,
          leftOut: [
            .status(.omitted): 1, .status(.added): 1, .status(.nonText): 1,
            .status(.rejected): 1, .null: 1,
          ]))
  }

  @Test(arguments: [
    (UnitFilter(documents: ["press"], statuses: [.confirmed]), 1, 0, 7),
    (UnitFilter(documents: ["press"], statuses: Set(Status.allCases)), 5, 2, 3),
    (UnitFilter(statuses: Set(Status.allCases), includesNulls: true), 9, 4, 0),
    (UnitFilter(documents: []), 0, 0, 0),
  ])
  func filterDecides(filter: UnitFilter, leave: Int, unseen: Int, stay: Int) throws {
    let (units, counts) = try units(filter)
    #expect(units.count == leave)
    #expect(counts.units == leave)
    #expect(counts.unseen == unseen)
    #expect(counts.leftOut.values.reduce(0, +) == stay)
  }

  @Test func unknownDocumentIsToldBeforeTheFirstUnit() throws {
    var seen = 0
    #expect(throws: MemoryError.self) {
      try store.units(matching: UnitFilter(documents: ["law", "none"])) { _ in seen += 1 }
    }
    #expect(seen == 0)
  }

  @Test func unitTellsWhatIsKnown() throws {
    let (units, _) = try units(UnitFilter(documents: ["press"]))
    #expect(
      units[1]
        == Unit(
          id: units[1].id, source: "甲1。甲2。", target: "Sentence 1.", sourceLanguage: .zh,
          targetLanguage: .en, status: .unreviewed, confidence: 0.9, shape: "2-1",
          document: "press", facts: PairFacts(client: "SCIO"), kind: .heading,
          time: 61_500..<62_000, speaker: "曹淑敏", targetSpeaker: "Cao Shumin", paragraph: 5,
          author: nil, created: 1000, changed: 1000, comment: "twice"))
  }

  @Test func correctedTextLeavesOnOneLine() throws {
    let edit = pair.edit(1) {
      $0.status = .edited
      $0.edited = "First line \r\n  second line\n"
    }
    try folder.open(author: "Wang", from: 5000).apply(edit, to: "press", action: "edit")
    let unit = try units(UnitFilter(documents: ["press"])).0[0]
    #expect(unit.target == "First line second line")
    #expect(unit.author == "Wang")
    #expect(unit.changed == 5000)
    #expect(unit.created == 1000)
  }

  @Test func idsAreStableAndUnique() throws {
    let all = UnitFilter(statuses: Set(Status.allCases), includesNulls: true)
    let ids = try units(all).0.map(\.id)
    #expect(Set(ids).count == 9)
    #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    #expect(try units(all).0.map(\.id) == ids)
    let other = try Folder().open()
    try other.add(.sample("law", "1-1"))
    var again: [String] = []
    _ = try other.units(matching: all) { again.append($0.id) }
    #expect(again == [ids[0]])
  }

  /// Published values of FNV-1a, 64 bits (RFC 9923, appendix C).
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func hashIsFNV1a(text: String, hash: UInt64) { #expect(fnv1a(text) == hash) }

  /// Realigning by a second person does not make the first one's decision theirs.
  @Test func rowsTakenOverKeepTheirAuthor() throws {
    try folder.open(author: "Wang", from: 5000).apply(
      pair.edit(2) { $0.status = .confirmed }, to: "press", action: "confirm")
    var new = try store.pair(named: "press")
    new.rows[4].status = .confirmed
    new.rows[0].id = 9
    try folder.open(author: "Zhao", from: 9000)
      .replace("press", with: new, heirs: [9: 1, 2: 2])
    let filter = UnitFilter(documents: ["press"], statuses: [.confirmed])
    #expect(try units(filter).0.map(\.author) == ["Li Na", "Wang", "Zhao"])
    #expect(try units(filter).0.map(\.changed) == [1000, 5000, 9000])
  }

  @Test func whatTheAlignerDidAgainIsNobodys() throws {
    let ann = try folder.open(author: "Ann", from: 5000)
    try ann.apply(pair.edit(2) { $0.comment = "new" }, to: "press", action: "realign")
    try ann.apply(pair.edit(1) { $0.comment = "seen" }, to: "press", action: "comment")
    let some = try units(UnitFilter(documents: ["press"])).0.prefix(2)
    #expect(some.map(\.author) == ["Ann", nil] && some.map(\.changed) == [5001, 5000])
  }
}
