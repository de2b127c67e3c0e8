import Alignment
import Bitext
import Foundation
import Testing

@testable import Workbench

/// Dictionaries of several languages in one data folder.
@Suite struct LexiconTests {
  private let folder: Folder
  private let data: DataFolder

  init() throws {
    folder = try Folder()
    data = DataFolder(environment: ["BITEXT_DATA": folder.path + "/data"])
  }

  @Test func chineseIsTheDefault() throws {
    let file = try folder.file("cedict.txt", "# CC-CEDICT\n中國 中国 [Zhong1 guo2] /China/\nnone\n")
    let report = try data.importLexicon([file])
    #expect(report.path == data.path + "/zh-en.lexicon")
    #expect(report.headwords == 2)
    #expect(report.skipped == 1)
    #expect(data.lexiconReports().reports.map(\.headwords) == [2])
    #expect(data.lexicon(for: .zhHant, .en).0 != nil)
    #expect(data.lexicon(for: .zh, .en).1 == nil)
  }

  @Test func aLexiconServesBothDirections() throws {
    _ = try data.importLexicon([folder.file("w.tsv", "de\ten\nHaus\thouse\nguten Tag\thello\n")])
    #expect(data.lexiconReports().reports.map(\.path) == [data.path + "/de-en.lexicon"])
    for (source, target) in [("de", "en"), ("en", "de"), ("de-AT", "en-GB")] {
      let (lexicon, fault) = data.lexicon(
        for: try #require(Language(source)), try #require(Language(target)))
      #expect(lexicon?.headwordLanguage.code == "de")
      #expect(fault == nil)
    }
  }

  @Test func withoutALexiconTheNoteSaysHowToMakeOne() throws {
    let (lexicon, fault) = data.lexicon(for: try #require(Language("de")), .en)
    #expect(lexicon == nil)
    #expect(
      fault?.description == """
        \(data.path)/de-en.lexicon: there is no lexicon, so texts align less well
          fix: if you have a dictionary: `bitext lexicon import FILE --from de --to en`
        """)
    #expect(fault?.kind == .findings)
  }

  @Test func statedLanguagesServeFilesThatSayNone() throws {
    let hungarian = try folder.file("hu.dic", "house @ ház\n")
    let report = try data.importLexicon([hungarian], from: Language("hu"), to: .en)
    #expect(report.path == data.path + "/hu-en.lexicon")
  }

  @Test func dictdIsReadFromEitherOfItsFiles() throws {
    let article = "Haus /haus/\nhouse\n"
    let index = try folder.file("freedict-deu-eng.index", "haus\tA\tS\n")
    let articles = try folder.file("freedict-deu-eng.dict", article)
    #expect(article.utf8.count == 18)  // S in the index.
    for path in [index, articles] {
      let report = try data.importLexicon([path])
      #expect(report.path == data.path + "/de-en.lexicon")
      #expect(report.headwords == 1)
    }
  }

  @Test func statusNamesAllAndTellsOfTheDamaged() throws {
    _ = try data.importLexicon([folder.file("w.tsv", "de\ten\nHaus\thouse\n")])
    _ = try data.importLexicon([folder.file("w.tsv", "fr\ten\nmaison\thouse\n")])
    try Data("no".utf8).write(to: URL(filePath: data.path + "/ab-cd.lexicon"))
    let (reports, faults) = data.lexiconReports()
    #expect(reports.map(\.from.code) == ["de", "fr"])
    #expect(faults.map(\.place) == [data.path + "/ab-cd.lexicon"])
  }

  @Test func removing() throws {
    _ = try data.importLexicon([folder.file("w.tsv", "de\ten\nHaus\thouse\n")])
    #expect(try data.removeLexicon("de-en") == data.path + "/de-en.lexicon")
    #expect(data.lexiconReports().reports.isEmpty)
    for name in ["de-en", "../data/de-en", ""] {
      let error = #expect(throws: WorkbenchError.self) { try data.removeLexicon(name) }
      #expect(error?.problem == "there is no lexicon of this name")
      #expect(error?.kind == .usage)
    }
  }

  // MARK: Faults

  @Test func faultsOfImporting() throws {
    let german = try folder.file("de.tsv", "de\ten\nHaus\thouse\n")
    let french = try folder.file("fr.tsv", "fr\ten\nmaison\thouse\n")
    let phrase = try folder.file("phrase.tsv", "de\ten\nguten Tag\thello\n")
    let index = try folder.file("lone.index", "haus\tA\tB\n")
    let articles = try folder.file("alone.dict.dz", "x")
    let faults: [(files: [String], from: String?, text: String)] = [
      ([german, french], nil, "\(french): is fr-en, but \(german) is de-en"),
      ([german], "fr", "\(german): goes from de to en, not fr-en"),
      ([phrase], nil, "\(phrase): the dictionary has no entry of a single word"),
      ([index], nil, "\(index): the other file of this dictionary is missing"),
      ([articles], nil, "\(articles): the other file of this dictionary is missing"),
    ]
    for fault in faults {
      let error = #expect(throws: WorkbenchError.self) {
        try data.importLexicon(fault.files, from: fault.from.flatMap { Language($0) })
      }
      #expect(error?.description.split(separator: "\n").first.map(String.init) == fault.text)
    }
    #expect(data.lexiconReports().reports.isEmpty)
  }

  // MARK: Measuring

  @Test func measuringWritesATableThatCanBeImported() throws {
    let pair = "Das Haus steht.\tThe house stands.\nDie Brücke steht.\tThe bridge stands.\n"
    let pairs = try folder.file("pairs.tsv", String(repeating: pair, count: 10) + "one text\n")
    let output = folder.path + "/de-en.tsv"
    var rounds: [String] = []
    let report = try data.measure(
      pairs, from: #require(Language("de")), to: .en, lexicon: nil, output: output
    ) {
      rounds.append("\($0)/\($1)")
    }
    #expect(rounds == ["1/4", "2/4", "3/4", "4/4"])
    #expect(report.pairs == 20)
    #expect(report.skipped == 1)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(text.hasPrefix("# bitext measured translations 1 de en\n"))
    #expect(text.contains("\nhaus\thous 0."))
    #expect(try data.importLexicon([output]).path == data.path + "/de-en.lexicon")
    let again = folder.path + "/again.tsv"
    _ = try data.measure(
      pairs, from: #require(Language("de")), to: .en, lexicon: nil, output: again
    ) { _, _ in }
    #expect(try String(contentsOfFile: again, encoding: .utf8).contains("\nhaus\thous 0."))
  }

  @Test func nothingToMeasure() throws {
    let pairs = try folder.file("pairs.tsv", "no tab here\n")
    let output = folder.path + "/out.tsv"
    let error = #expect(throws: WorkbenchError.self) {
      try data.measure(pairs, from: .zh, to: .en, lexicon: nil, output: output) { _, _ in }
    }
    #expect(
      error?.description == """
        \(pairs):1: no line is a pair of texts
          fix: write a pair a line: a text, a tab, its translation
        """)
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
