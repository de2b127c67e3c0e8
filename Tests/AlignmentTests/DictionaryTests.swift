import Bitext
import Testing

@testable import Alignment

/// Dictionaries in, glosses out, one form after another.
@Suite struct DictionaryTests {
  private func lexicon(
    _ text: String, _ from: String = "de", _ to: String = "en"
  ) throws -> (lexicon: Lexicon, skipped: Int, phrases: Int) {
    let languages = (try #require(Language(from)), try #require(Language(to)))
    var builder = LexiconBuilder(from: languages.0, to: languages.1)
    let skipped = try builder.add(DictionaryFile(text, path: "words"))
    return (try builder.lexicon(), skipped, builder.phrases)
  }

  static let tabbed = "de\ten\nHaus\thouse; home\ndie Brücke\tbridge\nguten Tag\tgood day\nno tab\n"
  static let hunalign = "house @ Haus\r\nhome @ Haus\r\nbridge @ die Brücke\r\nx @ y z\r\nno at\r\n"

  @Test(arguments: [tabbed, hunalign])
  func textForms(text: String) throws {
    let (lexicon, skipped, phrases) = try lexicon(text)
    #expect(lexicon.glosses("haus").map(\.word) == ["home", "hous"])
    #expect(lexicon.glosses("haus").map(\.probability) == [0.5, 0.5])
    #expect(lexicon.glosses("bruck").map(\.word) == ["bridg"])
    #expect(lexicon.count == 2)
    #expect(skipped == 1)
    #expect(phrases == 1)
  }

  @Test(arguments: [
    ("中國 中国 [Zhong1 guo2] /China/\n", "zh-en"), ("de\ten\nHaus\thouse\n", "de-en"),
    ("# a remark\nsource\ttarget\nHaus\thouse\n", "none"), ("so\tthus\n", "none"),
    ("house @ Haus\n", "none"), (MeasuredTable.mark + " de en\nhaus\thous 0.9\n", "de-en"),
    (MeasuredTable.mark + "\nhaus\thous 0.9\n", "none"),
  ])
  func languagesAreSaidByTheFile(text: String, languages: String) throws {
    #expect(try DictionaryFile(text, path: "x").languages?.description ?? "none" == languages)
  }

  @Test func aHeaderIsNoEntry() throws {
    let (lexicon, skipped, _) = try lexicon("Headword\tGloss\nHaus\thouse\n")
    #expect(lexicon.count == 1)
    #expect(skipped == 0)
  }

  @Test(arguments: ["床前明月光\n", "", "a line of prose\nand another one\n"])
  func noDictionary(text: String) {
    let error = #expect(throws: LexiconError.self) { try DictionaryFile(text, path: "poem.txt") }
    #expect(
      error?.description == """
        poem.txt: no dictionary of a form known here
          fix: give CC-CEDICT, a FreeDict index, hunalign's .dic, or lines of headword TAB gloss
        """)
  }

  // MARK: dictd

  static let article = """
    Haus /hˈaʊs/ <neut, n, sg>
     [arch.] house <n>, home <n> (of a family)
          Note: a building
          "zu Hause"  - at home
       Synonym: {Gebäude}

     see: {Häuser}

    """

  @Test(arguments: [
    (article, ["house", "home"]),
    ("Bank /b/ <n>\n1. bank [fin.]\n2. bench; seat\n", ["bank", "bench", "seat"]),
    ("本 /x/, ほん\n(noun (common))\nbook, volume\n", ["book", "volume"]),
    ("leer\n", []),
  ])
  func articles(text: String, glosses: [String]) {
    #expect(Dictd.glosses(Array(text.utf8)[...]) == glosses)
  }

  @Test(arguments: [false, true])
  func dictd(isCompressed: Bool) throws {
    let made = DictdFiles([
      ("00-database-info", "About"), ("haus", Self.article), ("zu hause", "zu Hause\nat home\n"),
    ])
    let dictionary = try DictionaryFile(
      index: made.index, path: "freedict-deu-eng.index",
      articles: isCompressed ? made.compressed : made.articles, articlesPath: "x.dict.dz")
    let languages = try #require(dictionary.languages)
    #expect(languages.description == "de-en")
    #expect(DictionaryFile.isIndex(made.index))
    var builder = LexiconBuilder(from: languages.from, to: languages.to)
    #expect(try builder.add(dictionary) == 0)
    #expect(builder.phrases == 1)
    let lexicon = try builder.lexicon()
    #expect(lexicon.glosses("haus").map(\.word) == ["home", "hous"])
    #expect(lexicon.count == 1)
  }

  @Test func damagedArticles() throws {
    let made = DictdFiles([("haus", Self.article), ("hof", "Hof\nyard\n")])
    let cut = #expect(throws: LexiconError.self) {
      try DictionaryFile(
        index: made.index, path: "x.index", articles: made.compressed.dropLast(20),
        articlesPath: "x.dict.dz")
    }
    #expect(cut?.place == "x.dict.dz")
    #expect(cut?.problem == "the compressed file is damaged")
    let short = try DictionaryFile(
      index: made.index, path: "x.index", articles: made.articles.dropLast(3),
      articlesPath: "x.dict")
    var builder = LexiconBuilder(from: .zh, to: .en)
    let error = #expect(throws: LexiconError.self) { try builder.add(short) }
    #expect(error?.place == "x.index:2")
    #expect(error?.problem == "its article lies beyond the end of the articles")
  }

  @Test func otherNumbersAreNoIndex() {
    #expect(!DictionaryFile.isIndex("haus\thouse\nhof\tyard\n"))
    #expect(!DictionaryFile.isIndex(""))
  }

  // MARK: Measuring

  @Test func measuringFindsWhatStandsForWhat() throws {
    let pairs = (0..<40).map { index in
      index.isMultiple(of: 2)
        ? (source: "Das Haus steht.", target: "The house stands.")
        : (source: "Die Brücke steht.", target: "The bridge stands.")
    }
    let languages = LanguagePair(from: try #require(Language("de")), to: .en)
    var rounds: [Int] = []
    let table = MeasuredTable.measured(pairs, languages, lexicon: nil) { rounds.append($0) }
    #expect(rounds == [1, 2, 3, 4])
    let best = Dictionary(uniqueKeysWithValues: table.map { ($0.headword, $0.words[0].word) })
    #expect(best["haus"] == "hous")
    #expect(best["bruck"] == "bridg")
    let text = ([MeasuredTable.header(languages)] + table.map(\.description))
      .joined(separator: "\n")
    let (lexicon, skipped, _) = try lexicon(text)
    #expect(skipped == 0)
    #expect(lexicon.glosses("haus").contains { $0.word == "hous" })
  }
}
