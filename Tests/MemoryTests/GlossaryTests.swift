// The glossary: concepts stored and loaded, changes refused whole.
import Bitext
import Testing

@testable import Memory

@Suite struct GlossaryTests {
  let folder: Folder
  let store: Store
  let concepts = [
    Concept(
      id: "T1", domain: "politics", definition: "a policy",
      terms: [
        Term(language: .zhHans, text: "改革开放", partOfSpeech: "np", note: "since 1978"),
        Term(language: .en, text: "reform and opening up"),
        Term(language: .en, text: "reform and opening-up", status: .superseded),
      ]),
    Concept(id: "T2", terms: [Term(language: .zhHans, text: "法治")]),
  ]

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try store.apply(
      GlossaryEdit(after: concepts.reversed()), action: "term import", subject: "terms.tsv")
  }

  @Test func conceptsComeBackAsTheyWent() throws {
    #expect(try folder.open("bitext.db", .existing).concepts() == concepts)
    #expect(try store.log(.glossary).map(\.subject) == ["terms.tsv"])
  }

  @Test func mergeIsOneEventAndTakenBack() throws {
    var merged = concepts[0]
    merged.terms += concepts[1].terms
    try store.apply(
      GlossaryEdit(before: concepts, after: [merged]), action: "term merge", subject: "T1 T2")
    #expect(try store.concepts() == [merged])
    try store.undo(.glossary)
    #expect(try store.concepts() == concepts)
    try store.undo(.glossary)
    #expect(try store.concepts() == [])
    try store.redo(.glossary)
    #expect(try store.concepts() == concepts)
  }

  private static let twice = Concept(
    id: "T3", terms: [Term(language: .en, text: "law"), Term(language: .en, text: "law")])
  private static let taken = Concept(id: "T2", terms: [Term(language: .en, text: "rule of law")])
  private static let stale = Concept(id: "T2", terms: [Term(language: .en, text: "law")])

  @Test(arguments: [
    (
      GlossaryEdit(after: [taken]), FaultKind.refused,
      """
      concept T2: a concept has this id already
        fix: give it another id, or change the one that is there with `bitext term edit`
      """
    ),
    (
      GlossaryEdit(after: [twice]), .refused,
      """
      concept T3: 'law' (en) is one of its terms already
        fix: change that term with `bitext term edit`
      """
    ),
    (
      GlossaryEdit(before: [stale]), .refused,
      """
      concept T2: it was changed since it was read; nothing was stored
        fix: look at it again, then repeat the action
      """
    ),
    (
      GlossaryEdit(after: [Concept(id: "T4", terms: [])]), .refused,
      """
      concept T4: a concept without a term; nothing was stored
        fix: this is a defect of bitext: please report it with the command you gave
      """
    ),
  ])
  func wrongChangeIsRefused(edit: GlossaryEdit, kind: FaultKind, words: String) throws {
    let error = #expect(throws: MemoryError.self) {
      try store.apply(edit, action: "term edit", subject: "")
    }
    #expect(error?.description == words)
    #expect(error?.kind == kind)
    #expect(try store.concepts() == concepts)
    #expect(try store.log(.glossary).count == 1)
  }
}
