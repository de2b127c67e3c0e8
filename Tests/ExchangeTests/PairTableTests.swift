// Glossaries as tables: read as people write them, written so that nothing is lost or the loss is named.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

private func reading(of text: String) throws -> GlossaryReading {
  try GlossaryReading(Array(text.utf8), name: "terms.tsv")
}

/// What a table of concepts has no place for.
private func losses(of concepts: [Concept], _ rows: GlossaryRows = .pairs) -> [String] {
  let table = rows == .pairs ? PairTable.table(of: concepts) : TermTable.table(of: concepts)
  do {
    let reading = try GlossaryReading(table, "terms.tsv", GlossaryLanguages())
    return GlossaryLosses(of: concepts, readAs: reading).lines
  } catch {
    return [error.description]
  }
}

@Suite struct PairTableTests {
  @Test func rowsOfAConceptComeTogether() throws {
    let concept = try #require(try reading(of: sampleTSV).concepts.first { $0.id == "T003" })
    #expect(concept.domain == "law")
    #expect(concept.terms.map(\.text) == ["法治", "rule of law", "law-based", "rule by law"])
    #expect(concept.terms.map(\.status) == [.preferred, .preferred, .admitted, .forbidden])
    #expect(concept.terms.map(\.partOfSpeech) == ["np", "np", "adj", "np"])
    #expect(concept.terms.map(\.note) == [nil, "uncountable", nil, nil])
  }

  /// The statuses of one source term's rows, and its own.
  @Test(arguments: [
    (["preferred"], TermStatus.preferred), (["admitted"], .admitted), (["forbidden"], .admitted),
    (["deprecated", "preferred"], .preferred), (["superseded", "forbidden"], .admitted),
  ])
  func sourceTermIsNotItsPartner(rows: [String], status: TermStatus) throws {
    let lines = rows.enumerated().map { "C1\t法治\ten\($0)\t\($1)\n" }.joined()
    let concept = try #require(try reading(of: "concept\tzh\ten\tstatus\n" + lines).concepts.first)
    #expect(concept.terms(in: .zh).map(\.status) == [status])
    #expect(Set(concept.terms(in: .en).map(\.status.rawValue)) == Set(rows))
  }

  @Test func bytesAsTheyCome() throws {
    let crlf = "\u{FEFF}zh\tstatus\ten\tconcept\r\n法治 \tpreferred\trule of law\tC1\r\n\r\n"
    let reading = try reading(of: crlf)
    #expect(reading.concepts.map { $0.terms.map(\.text) } == [["法治", "rule of law"]])
  }

  @Test func writingGivesTheFileBack() throws {
    let concepts = try reading(of: sampleTSV).concepts
    #expect(PairTable.table(of: concepts).tabbed == sampleTSV)
    #expect(losses(of: concepts) == [])
  }

  @Test func threeLanguagesWithAGapComeBack() throws {
    let text = """
      en	zh	fr	pos	domain	note	status	concept	definition
      rule of law	法治	État de droit	np	law		preferred	C1	norms bind the state
      law-based	法治	fondé sur le droit	adj	law		admitted	C1	norms bind the state
      white paper	白皮书		n			preferred	C2	

      """
    let reading = try reading(of: text)
    #expect(
      reading.concepts[0].terms.map(\.text) == [
        "法治", "État de droit", "rule of law", "fondé sur le droit", "law-based",
      ])
    #expect(PairTable.table(of: reading.concepts).tabbed == text)
  }

  /// A row of another field than its concept's keeps it, there and back.
  @Test func aRowKeepsItsField() throws {
    let text = """
      en	zh	pos	domain	note	status	concept
      legal education	网络普法	np	cyber-law		preferred	C1
      law popularization	普法	np	law		admitted	C1

      """
    let reading = try reading(of: text)
    #expect(reading.remarks == [])
    #expect(reading.concepts[0].domain == "cyber-law")
    #expect(reading.concepts[0].terms.map(\.domain) == [nil, nil, "law", "law"])
    #expect(PairTable.table(of: reading.concepts).tabbed == text)
  }

  @Test func whatAConceptCannotHoldIsNamed() throws {
    let reading = try reading(
      of:
        """
        concept	zh	en	definition	status
        C1	网络普法	legal education	teaching law	preferred
        C1	普法	law popularization	another	admitted
        C1	普法	legal education		admitted
        """)
    #expect(
      reading.remarks == [
        "terms.tsv:3: the definition 'another' is not kept: the concept has 'teaching law'",
        "terms.tsv:4: 'legal education' stands in this concept already: "
          + "its first status and note are kept",
      ])
  }

  @Test func whatTheTableCannotHoldIsNamed() {
    let lonely = Concept(id: "C1", terms: [Term(language: .zh, text: "法治")])
    let noted = Concept(
      id: "C2",
      terms: [
        Term(language: .zh, text: "网络", status: .deprecated, note: "why"),
        Term(language: .en, text: "network"),
      ])
    #expect(
      losses(of: [noted, lonely]) == ["the status of C2 '网络'", "the note of C2 '网络'"])
    #expect(losses(of: [noted, lonely], .terms) == [])
  }

  /// Concepts as they may stand after terms were added by hand; every term must be written.
  @Test(arguments: [
    ["en:a", "zh:甲"], ["zh:甲", "zh:乙", "en:a", "en:b"], ["zh:甲", "en:a", "zh:乙"],
    ["en:a", "zh:甲", "en:b", "zh:乙"], ["zh:甲"], ["en:a", "en:b"],
  ])
  func noTermIsDropped(order: [String]) throws {
    let terms = try order.map { written -> Term in
      let parts = written.split(separator: ":")
      return Term(language: try #require(Language(String(parts[0]))), text: String(parts[1]))
    }
    let concepts = [Concept(id: "C1", terms: terms)]
    #expect(losses(of: concepts) == [])
    #expect(losses(of: concepts, .terms) == [])
  }

  /// Tables as other programs and people write them.
  @Test(arguments: [
    ("en,zh\nrule of law,法治\nlegality,法治\n", ["法治+ rule of law+ legality+"]),
    ("中文;英文;备注;状态\n法治;rule by law;误译;forbidden\n", ["法治 rule by law-"]),
    ("source,target\n法治,rule of law\n\"a, b\",\n", ["法治+ rule of law+", "a, b+"]),
    (
      "术语,语言,状态,concept\n法治,zh,preferred,C1\nrule by law,en,forbidden,C1\n",
      ["法治+ rule by law-"]
    ),
    ("en\tzh\nlaw\t法\n", ["法+ law+"]),
    ("法治\trule of law\tuncountable\n法治\tlegality\n", ["法治+ rule of law+ legality+"]),
  ])
  func tablesOfOthers(text: String, concepts: [String]) throws {
    let found = try reading(of: text).concepts.map { concept in
      concept.terms.map { term in
        term.text + (term.status == .preferred ? "+" : term.status == .forbidden ? "-" : "")
      }.joined(separator: " ")
    }
    #expect(found == concepts)
  }

  @Test(arguments: [
    (
      "", "terms.tsv: the glossary is empty",
      "give a header line and one row a pair of terms, or a TBX file with entries"
    ),
    (
      "concept\tzh\ten\tstatus\n", "terms.tsv: the glossary is empty",
      "give a header line and one row a pair of terms, or a TBX file with entries"
    ),
    (
      "concept\tzh\tstatus\nC1\t法治\tpreferred\n", "terms.tsv:1: the header has no column 'en'",
      "name the columns: a column for each language (en, zh), or term and lang; "
        + "concept, status, pos, domain, note and definition if you have them"
    ),
    (
      "concept\tzh\ten\tref\tstatus\nC1\t法治\ta\tb\tpreferred\n",
      "terms.tsv:1: the header has an unknown column 'ref'",
      "call it concept, status, \(GlossaryColumn.all.map(\.title).joined(separator: ", ")), "
        + "or by a language tag such as en; or delete it"
    ),
    (
      "concept\tzh\ten\tzh\tstatus\nC1\t法治\ta\tb\tpreferred\n",
      "terms.tsv:1: the header has the column 'zh' twice", "rename or delete one of the two"
    ),
    (
      "concept\tzh\ten\tstatus\n\nC1\t法治\trule of law\n",
      "terms.tsv:3: the row has 3 columns, the header 4",
      "divide the columns by tabs, one for each column of the header, empty or not"
    ),
    (
      "concept\tzh\ten\tstatus\nC1\t\t\tpreferred\n",
      "terms.tsv:2: the column 'en' is empty", "fill in 'en', or delete the row"
    ),
    (
      "concept\tzh\ten\tstatus\n\t法治\trule of law\tpreferred\n",
      "terms.tsv:2: the column 'concept' is empty", "fill in 'concept', or delete the row"
    ),
    (
      "concept\tzh\ten\tstatus\nC1\t法治\trule of law\tgood\n",
      "terms.tsv:2: there is no status 'good'",
      "use one of: preferred, admitted, deprecated, superseded, forbidden"
    ),
    (
      "concept\tzh\ten\tstatus\nC1\ta\tb\tpreferred\nC1\ta\tb\tadmitted\n",
      "terms.tsv:3: the row stands in line 2 already", "delete one of the two"
    ),
  ])
  func badInput(text: String, problem: String, fix: String) throws {
    let error = try #require(throws: GlossaryError.self) { try reading(of: text) }
    #expect(error.description == "\(problem)\n  fix: \(fix)")
    #expect(error.kind == .badInput)
  }

  @Test func brokenUTF8NamesItsLine() throws {
    let bytes = Array("concept\tzh\ten\tstatus\nC1\t".utf8) + [0xB7, 0xA8] + Array("\ta\tb\n".utf8)
    let error = try #require(throws: GlossaryError.self) {
      try GlossaryReading(bytes, name: "terms.tsv")
    }
    #expect(
      error.description == "terms.tsv:2: the line is not UTF-8\n  fix: save the file as UTF-8")
  }
}

extension PairTableTests {
  /// The founding text's whole glossary, byte for byte but for the order of its columns.
  @Test(.needs(.samples)) func theFoundingGlossaryComesBackAsItWas() throws {
    let path = try TestData.samples.path("press-conference/terms.tsv")
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let reading = try GlossaryReading(bytes, name: "terms.tsv")
    #expect(reading.concepts.count == 74)
    #expect(reading.remarks == [])
    #expect(PairTable.table(of: reading.concepts).tabbed == String(decoding: bytes, as: UTF8.self))
    #expect(losses(of: reading.concepts) == [])
    #expect(losses(of: reading.concepts, .terms) == [])
  }
}
