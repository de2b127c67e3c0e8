import Bitext
import Testing

@testable import Terminology

private func read(_ text: String) throws -> GlossaryTSV.Reading {
  try GlossaryTSV.read(Array(text.utf8), from: "terms.tsv")
}

@Suite struct GlossaryTSVTests {
  @Test func rowsOfAConceptComeTogether() throws {
    let concept = try #require(try read(sampleTSV).concepts.first { $0.id == "T003" })
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
    let concept = try #require(try read("concept\tzh\ten\tstatus\n" + lines).concepts.first)
    #expect(concept.terms(in: .zh).map(\.status) == [status])
    #expect(Set(concept.terms(in: .en).map(\.status.rawValue)) == Set(rows))
  }

  @Test func bytesAsTheyCome() throws {
    let crlf = "\u{FEFF}zh\tstatus\ten\tconcept\r\n法治 \tpreferred\trule of law\tC1\r\n\r\n"
    let reading = try read(crlf)
    #expect(reading.concepts.map { $0.terms.map(\.text) } == [["法治", "rule of law"]])
  }

  @Test func writingGivesTheFileBack() throws {
    let concepts = try read(sampleTSV).concepts
    let writing = GlossaryTSV.write(concepts)
    #expect(writing.text == sampleTSV)
    #expect(writing.losses.isEmpty)
  }

  @Test func threeLanguagesWithAGapComeBack() throws {
    let text = """
      en	zh	fr	pos	domain	note	status	concept	definition
      rule of law	法治	État de droit	np	law		preferred	C1	norms bind the state
      law-based	法治	fondé sur le droit	adj	law		admitted	C1	norms bind the state
      white paper	白皮书		n			preferred	C2	

      """
    let reading = try read(text)
    #expect(
      reading.concepts[0].terms.map(\.text) == [
        "法治", "État de droit", "rule of law", "fondé sur le droit", "law-based",
      ])
    #expect(GlossaryTSV.write(reading.concepts).text == text)
  }

  @Test func whatAConceptCannotHoldIsNamed() throws {
    let reading = try read(
      """
      concept	zh	en	domain	status
      C1	网络普法	legal education	cyber-law	preferred
      C1	普法	law popularization	law	admitted
      C1	普法	legal education	cyber-law	admitted
      """)
    #expect(
      reading.remarks == [
        "terms.tsv:3: the domain 'law' is not kept: the concept has 'cyber-law'",
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
      GlossaryTSV.write([noted, lonely]).losses == [
        "C2: the note on '网络'", "C2: the status 'deprecated' of '网络'",
        "C1: '法治' has no partner to share a row",
      ])
    #expect(GlossaryTSV.write([]).text == "en\tzh\tpos\tdomain\tnote\tstatus\tconcept\n")
  }

  /// Concepts as they may stand after terms were added by hand; every term must be written.
  @Test(arguments: [
    ["en:a", "zh:甲"], ["zh:甲", "zh:乙", "en:a", "en:b"], ["zh:甲", "en:a", "zh:乙"],
    ["en:a", "zh:甲", "en:b", "zh:乙"],
  ])
  func noTermIsDropped(order: [String]) throws {
    let terms = try order.map { written -> Term in
      let parts = written.split(separator: ":")
      return Term(language: try #require(Language(String(parts[0]))), text: String(parts[1]))
    }
    let writing = GlossaryTSV.write([Concept(id: "C1", terms: terms)])
    #expect(writing.losses.isEmpty)
    let again = try #require(try read(writing.text).concepts.first)
    #expect(Set(again.terms) == Set(terms))
  }

  @Test(arguments: [
    (
      "", "terms.tsv: the glossary is empty",
      "give a header line and one row a pair of terms, columns divided by tabs"
    ),
    (
      "concept\tzh\ten\tstatus\n", "terms.tsv: the glossary is empty",
      "give a header line and one row a pair of terms, columns divided by tabs"
    ),
    (
      "zh\ten\tstatus\n法治\trule of law\tpreferred\n",
      "terms.tsv:1: the header has no column 'concept'",
      "name the columns: concept, status, a column for each language (en, zh); "
        + "pos, domain, note and definition if you have them"
    ),
    (
      "concept\tzh\tstatus\nC1\t法治\tpreferred\n", "terms.tsv:1: the header has no column 'en'",
      "name the columns: concept, status, a column for each language (en, zh); "
        + "pos, domain, note and definition if you have them"
    ),
    (
      "concept\tzh\ten\tref\tstatus\nC1\t法治\ta\tb\tpreferred\n",
      "terms.tsv:1: the header has an unknown column 'ref'",
      "call it concept, status, pos, domain, note, definition, or by a language tag such as en"
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
      "concept\tzh\ten\tstatus\nC1\t\trule of law\tpreferred\n",
      "terms.tsv:2: the column 'zh' is empty", "fill in 'zh', or delete the row"
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
    let error = try #require(throws: TerminologyError.self) { try read(text) }
    #expect(error.description == "\(problem)\n  fix: \(fix)")
    #expect(error.kind == .badInput)
  }

  @Test func brokenUTF8NamesItsLine() throws {
    let bytes = Array("concept\tzh\ten\tstatus\nC1\t".utf8) + [0xB7, 0xA8] + Array("\ta\tb\n".utf8)
    let error = try #require(throws: TerminologyError.self) {
      try GlossaryTSV.read(bytes, from: "terms.tsv")
    }
    #expect(
      error.description == "terms.tsv:2: the line is not UTF-8\n  fix: save the file as UTF-8")
  }
}
