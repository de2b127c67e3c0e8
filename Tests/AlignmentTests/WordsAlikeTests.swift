import Bitext
import Testing

@testable import Alignment

/// Words that two languages share: which call for which.
@Suite struct WordsAlikeTests {
  /// The links between two texts as `word:word`.
  private func links(_ source: String, _ sourceTag: String, _ target: String) throws -> Set<String>
  {
    let language = try #require(Language(sourceTag))
    let a = Tokenizer(language: language, headwords: nil).tokenize([source]).vocabulary
    let b = Tokenizer(language: .en, headwords: nil).tokenize([target]).vocabulary
    var table = StartTable(a, b)
    table.addWordsAlike((language, .en))
    let rows = table.associations.forward.enumerated()
    return Set(rows.flatMap { z, row in row.map { "\(a.keys[z]):\(b.keys[Int($0.word)])" } })
  }

  @Test(arguments: [
    ("Die Kommission plant", "the commission of", ["kommission:commiss"]),
    ("ein Programm", "a program", ["programm:program"]),
    ("Hektar Land", "hectares land", ["hektar:hectar"]),
    ("Präsident Elektronik", "president electronics", ["elektron:electron"]),
    ("interessant", "internet international", []), ("Haus", "house", []),
    ("программа", "program", []),
  ])
  func cognates(source: String, target: String, expected: [String]) throws {
    #expect(try links(source, "de", target) == Set(expected))
  }

  @Test(arguments: [
    ("フィルター", "the filter", ["フィルター:filter"]), ("システム", "systems", ["システム:system"]),
    ("ボタン", "a button", ["ボタン:button"]), ("サービスセンター", "service", ["サービスセンター:servic"]),
    ("ジョンソン", "Mr Johnson", ["ジョンソン:johnson"]), ("ワット", "it at out", []),
    ("データ", "data", ["データ:data"]), ("図書館", "library", []),
    ("コンピュータ", "computer", ["コンピュータ:comput"]),
  ])
  func loanwords(source: String, target: String, expected: [String]) throws {
    #expect(try links(source, "ja", target) == Set(expected))
  }

  @Test func chineseAndEnglishShareNoLetters() throws {
    #expect(try links("他用programm写", "zh", "a programme").isEmpty)
  }
}
