// TBX: files of others are read or refused with a reason; ours are valid by schemas written from the
// published rules, lose nothing, and are read by another program.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct TBXTests {
  static let styles: [GlossaryFormat] = [.tbx, .tbxDCT, .tbx2]

  /// A file, and how many concepts and terms are read of it; or why it is refused.
  @Test(
    .needs(.samples),
    arguments: [
      ("heartsome-ImportTBXTest.tbx", "314 concepts, 628 terms, en-US zh-CN"),
      ("okapi-ibm_tbx.tbx", "5 concepts, 11 terms, en fr"),
      ("template.tbx", "1 concepts, 3 terms, en-US zh-CN"),
      ("template.tmx", "a translation memory (TMX) is no glossary that can be read"),
      ("okapi-alttrans.xlf", "a translation file (XLIFF) is no glossary that can be read"),
    ])
  func samples(file: String, said: String) throws {
    let path = try TestData.samples.path("exchange/\(file)")
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    do {
      let reading = try GlossaryReading(bytes, name: file)
      let terms = reading.concepts.flatMap(\.terms)
      let tags = Set(terms.map(\.language.tag)).sorted().joined(separator: " ")
      #expect("\(reading.concepts.count) concepts, \(terms.count) terms, \(tags)" == said)
    } catch let error as GlossaryError {
      #expect(error.problem == said)
    }
  }

  @Test(.needs(.samples)) func whatASampleSays() throws {
    let path = try TestData.samples.path("exchange/template.tbx")
    let concept = try #require(
      try GlossaryReading(Data(contentsOf: URL(fileURLWithPath: path)).map { $0 }, name: "t")
        .concepts
        .first)
    #expect(concept.id == "c1" && concept.domain == "cyber law")
    #expect(concept.definitions.map(\.language?.tag) == ["zh-CN"])
    #expect(concept.definitions.map(\.source) == ["白皮书 2023"])
    #expect(concept.terms.map(\.status) == [.preferred, .preferred, .deprecated])
    #expect(concept.terms.map(\.partOfSpeech) == ["noun", "noun", "noun"])
    #expect(concept.terms[0].type == "fullForm")
    #expect(concept.terms[1].facts.first?.source == "SCIO 2023-03-16")
  }

  @Test(arguments: styles) func nothingIsLost(format: GlossaryFormat) throws {
    try withFolder { folder in
      let path = "\(folder)/g.tbx"
      let receipt = try GlossaryExport(format, tool: "bitext 0").write(
        fullGlossary, to: path, date: 0)
      #expect(receipt.isReadBack && receipt.concepts == 2 && receipt.terms == 10)
      #expect(
        receipt.losses == [
          "the tag zh, now zh-CN, of T037 '网络普法', T037 '普法'",
          "the tag zh-Hans, now zh-CN, of T200 '互联网法院'",
          "the tag zh-Hant, now zh-TW, of T200 '網際網路法院'",
        ])
      // Read again it is as it was, but for these tags; written again it is the same file.
      let reading = try GlossaryReading(Array(Data(contentsOf: url(path))), name: "g.tbx")
      #expect(reading.remarks == [])
      var expected = fullGlossary
      for (at, term) in [(0, 0), (0, 2), (1, 0)] {
        expected[at].terms[term].language = try #require(Language("zh-CN"))
      }
      expected[1].terms[1].language = try #require(Language("zh-TW"))
      for (index, concept) in expected.enumerated() {
        #expect(Set(reading.concepts[index].terms) == Set(concept.terms))
        #expect(reading.concepts[index].pairs(.zh, .en).count == concept.pairs(.zh, .en).count)
        var same = concept
        same.terms = reading.concepts[index].terms
        #expect(reading.concepts[index] == same)
      }
      let second = "\(folder)/h.tbx"
      _ = try GlossaryExport(format, tool: "bitext 0").write(reading.concepts, to: second, date: 0)
      #expect(try Data(contentsOf: url(path)) == Data(contentsOf: url(second)))
    }
  }

  private static let schemas = [
    (GlossaryFormat.tbx, "tbx-basic-dca.rng"), (.tbxDCT, "tbx-basic-dct.rng"),
    (.tbx2, "tbx-basic-2.rng"),
  ]

  @Test(arguments: schemas) func validByItsSchema(format: GlossaryFormat, schema: String) throws {
    try withFolder { folder in
      let path = "\(folder)/g.tbx"
      _ = try GlossaryExport(format, tool: "b").write(awkward + fullGlossary, to: path, date: 0)
      let (status, output) = try run(
        "xmllint",
        ["--noout", "--nonet", "--relaxng", TestData.repository("Tests/Schemas/\(schema)"), path])
      #expect(status == 0, "\(output)")
    }
  }

  /// Ids that are no names in XML, statements that TBX-Basic has no place for, illegal characters.
  private var awkward: [Concept] {
    var concept = Concept(
      id: "1", definition: "a\u{1}b",
      terms: [Term(language: .en, text: "a <b> & c", partOfSpeech: "interjection")])
    concept.facts = [
      TermFact(.description, "relatedConcept", "navigation"),
      TermFact(.reference, "crossReference", "see", target: "T037"),
      TermFact(.reference, "crossReference", "see", target: "nowhere"),
      TermFact(.link, "xGraphic", "a picture", target: "https://example.org/a.png"),
      TermFact(.link, "xGraphic", "a picture", target: "file:///etc/passwd"),
      TermFact(.description, "definition", "en français", language: Language("fr")),
    ]
    concept.created = Stamp(date: "yesterday")
    concept.terms[0].facts = [
      TermFact(.property, "grammaticalGender", "common"),
      TermFact(.property, "grammaticalGender", "neuter"), TermFact(.property, "animacy", "animate"),
      TermFact(.transaction, "transactionType", "approval", source: "Li", date: "2020-01-01"),
    ]
    return [concept, Concept(id: "a b", terms: [Term(language: .en, text: "other")])]
  }

  @Test func whatTBXBasicHasNoPlaceForStandsInNotes() throws {
    try withFolder { folder in
      let path = "\(folder)/g.tbx"
      let receipt = try GlossaryExport(.tbx, tool: "b").write(
        awkward + fullGlossary, to: path, date: 0)
      #expect(
        receipt.losses.filter { !$0.hasPrefix("the tag") } == [
          "the definition of 1", "the concept created of 1",
        ])
      let reading = try GlossaryReading(Array(Data(contentsOf: url(path))), name: "g.tbx")
      #expect(reading.concepts.map(\.id) == ["1", "a b", "T037", "T200"])
      let notes = ([reading.concepts[0].note] + reading.concepts[0].facts.map(\.value)).compactMap {
        $0
      }
      #expect(notes.contains("relatedConcept: navigation"))
      #expect(notes.contains("definition (fr): en français"))
    }
  }

  private static let translateToolkit = """
    import json, sys
    from translate.storage import tbx
    units = tbx.tbxfile.parsefile(sys.argv[1]).units
    print(json.dumps([[str(u.source), str(u.target)] for u in units]))
    """

  @Test(.needs(.readers)) func readByAnotherProgram() throws {
    let python = try TestData.readers.path("bin/python")
    try withFolder { folder in
      let path = "\(folder)/g.tbx"
      let concepts = [
        Concept(
          id: "T1",
          terms: [Term(language: .zh, text: "法治"), Term(language: .en, text: "rule of law")]),
        Concept(
          id: "T2",
          terms: [
            Term(language: .zh, text: "“互联网+”"), Term(language: .en, text: "internet & <plus>"),
          ]),
      ]
      _ = try GlossaryExport(.tbx2, tool: "b").write(concepts, to: path, date: 0)
      let (status, output) = try run(python, ["-c", Self.translateToolkit, path])
      try #require(status == 0, "\(output)")
      let read = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
      #expect(read == concepts.map { $0.terms.map(\.text) })
    }
  }
}

/// Entries as other programs write them.
@Suite struct OtherTBXTests {
  private static func file(_ body: String, _ root: String = "martif type='TBX'") -> String {
    "<?xml version='1.0'?>\n<\(root)><text><body>\(body)</body></text></\(root.prefix { $0 != " " })>"
  }

  /// What a `tig` says, and the term read of it.
  @Test(arguments: [
    ("<termNote type='administrativeStatus'>forbidden</termNote>", "forbidden"),
    ("<termNote type='administrativeStatus'>obsolete</termNote>", "deprecated"),
    ("<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>", "preferred"),
    ("<termNote type='normativeAuthorization'>admittedTerm</termNote>", "admitted"),
    (
      "<termNote type='administrativeStatus'>weird</termNote>",
      "admitted administrativeStatus=weird"
    ),
    ("<note>status: forbidden</note><note>a</note><note>b</note>", "forbidden note=a note=b"),
    (
      "<termNoteGrp><termNote type='partOfSpeech'>noun</termNote></termNoteGrp>",
      "preferred pos=noun"
    ),
    ("<descrip type='subjectField'>law</descrip>", "preferred domain=law"),
    (
      "<transacGrp><date>2020-01-01</date><transac type='origination'>super</transac></transacGrp>",
      "preferred created=2020-01-01,super"
    ),
    (
      "<descripGrp><descrip type='context'>x <hi>y</hi> z</descrip><admin type='source'>S</admin></descripGrp>",
      "preferred context=x y z(S)"
    ),
  ])
  func terms(says: String, read: String) throws {
    let body =
      "<termEntry id='1'><langSet xml:lang='en'><tig><term>a</term>\(says)</tig></langSet></termEntry>"
    let bytes = Array(Self.file(body).utf8)
    let term = try #require(try GlossaryReading(bytes, name: "g").concepts.first?.terms.first)
    var words = [term.status.rawValue]
    words += term.partOfSpeech.map { ["pos=\($0)"] } ?? []
    words += term.domain.map { ["domain=\($0)"] } ?? []
    words += term.note.map { ["note=\($0)"] } ?? []
    if !term.created.isEmpty {
      words.append("created=\(term.created.date ?? ""),\(term.created.author ?? "")")
    }
    words += term.facts.map {
      "\($0.name.isEmpty ? "note" : $0.name)=\($0.value)" + ($0.source.map { "(\($0))" } ?? "")
    }
    #expect(words.joined(separator: " ") == read)
  }

  @Test(arguments: [
    ("", "g.tbx: the glossary is empty"),
    ("<?xml version='1.0'?><martif><text><body>", "g.tbx: line 1: "),
    (
      "<!DOCTYPE martif [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><martif>&b;</martif>",
      "it declares entities of its own, which are not expanded"
    ),
    (
      "<!DOCTYPE martif [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><martif>&x;</martif>",
      "it declares entities of its own, which are not expanded"
    ),
    (
      "<mtf><conceptGrp/></mtf>",
      "an export of MultiTerm in its own XML is no glossary that can be read"
    ),
    ("<html><p>a</p></html>", "a web page is no glossary that can be read"),
    (file(""), "g.tbx: the glossary is empty"),
    ("a\u{0}\u{1}b", "a binary file is no glossary that can be read"),
  ])
  func refused(text: String, problem: String) throws {
    let error = #expect(throws: GlossaryError.self) {
      try GlossaryReading(Array(text.utf8), name: "g.tbx")
    }
    #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
  }

  /// A million nested elements, an entry of 50 MB, a tag of a million attributes: told at once.
  @Test(arguments: ["nested", "large", "attributes"]) func harmful(kind: String) throws {
    let head = "<?xml version='1.0'?>\n<martif><text><body><termEntry><langSet xml:lang='en'>"
    let text =
      switch kind {
      case "nested": head + String(repeating: "<tig>", count: 1_000_000)
      case "large": head + "<tig><term>" + String(repeating: "a", count: 50_000_000)
      default: head + "<tig " + (0..<1_000_000).map { "a\($0)='' " }.joined() + ">"
      }
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: GlossaryError.self) { try GlossaryReading(Array(text.utf8), name: "g.tbx") }
    }
    #expect(time < .seconds(5), "\(time)")
  }

  @Test func whatIsLeftOutIsTold() throws {
    let body = """

      <termEntry id='a'><langSet><tig><term>x</term></tig></langSet></termEntry>
      <termEntry id='b'><langSet xml:lang='en'><tig><term/></tig><tig><term>y</term></tig>
      <tig><term>y</term></tig></langSet></termEntry>
      """
    let reading = try GlossaryReading(Array(Self.file(body).utf8), name: "g.tbx")
    #expect(reading.concepts.map(\.id) == ["b"])
    #expect(
      reading.remarks == [
        "g.tbx:3: an entry without a term is left out",
        "g.tbx:4: a term without a text is left out",
        "g.tbx:5: 'y' stands in this entry already; the first is kept",
      ])
  }
}

private func url(_ path: String) -> URL { URL(fileURLWithPath: path) }
