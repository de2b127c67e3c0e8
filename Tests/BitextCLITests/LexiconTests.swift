// `bitext lexicon`: dictionaries of other languages come in, are listed, serve, and go.
import Foundation
import TestData
import Testing

@Suite struct LexiconTests {
  @Test func anyPairOfLanguages() throws {
    let desk = try Desk()
    try desk.write("de\ten\nHaus\thouse\nguten Tag\thello\nno tab\n", to: "w.tsv")
    try desk.write("Das Haus ist alt. Es steht noch.\n", to: "de.txt")
    try desk.write("The house is old. It still stands.\n", to: "en.txt")
    try Session(
      """
      $ bitext align de.txt en.txt --as a --source-lang de --encoder none | head -1
      bitext: note: \(desk.folder)/.data/de-en.lexicon: there is no lexicon, so texts align less well
        fix: if you have a dictionary: `bitext lexicon import FILE --from de --to en`
      a: de → en, 2 rows
      $ bitext lexicon import w.tsv
      \(desk.folder)/.data/de-en.lexicon: 1 headword, de to en; 1 line not understood; 1 phrase left out
      $ bitext align en.txt de.txt --as b --source-lang en --target-lang de --encoder none | head -1
      b: en → de, 2 rows
      $ bitext lexicon status
      \(desk.folder)/.data/de-en.lexicon: 1 headword, de to en
      $ bitext lexicon remove en-de
      bitext: en-de: there is no lexicon of this name
        fix: see which there are with `bitext lexicon status`
      [2]
      $ bitext lexicon remove de-en
      removed \(desk.folder)/.data/de-en.lexicon
      $ bitext lexicon status
      bitext: \(desk.folder)/.data/zh-en.lexicon: there is no lexicon, so texts align less well
        fix: run scripts/demo, or `bitext lexicon import FILE` with CC-CEDICT from cc-cedict.org
      [1]
      """
    ).check(at: desk)
  }

  @Test func measuring() throws {
    let desk = try Desk()
    let lines = "Das Haus steht.\tThe house stands.\nDie Brücke steht.\tThe bridge stands.\n"
    try desk.write(String(repeating: lines, count: 10), to: "pairs.tsv")
    try Session(
      """
      $ bitext lexicon measure pairs.tsv -o de-en.tsv --from de --to en
      de-en.tsv: 5 headwords from 20 pairs
      $ head -1 de-en.tsv
      # bitext measured translations 1 de en
      $ bitext lexicon import de-en.tsv
      \(desk.folder)/.data/de-en.lexicon: 5 headwords, de to en
      """
    ).check(at: desk)
  }

  /// Paragraphs, not segments: German ordinals and Japanese quotations are cut on the way.
  @Test(arguments: [("de", " "), ("ja", "")])
  func otherLanguagesAreCutAndPaired(tag: String, space: String) throws {
    let desk = try Desk()
    for (name, joint) in [("source", space), ("target", " ")] {
      let path = TestData.repository("corpora/\(tag)-en/\(name).txt")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let paragraphs = text.trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
        .map { $0.replacing("\n", with: joint) }
      try desk.write(paragraphs.joined(separator: "\n\n") + "\n", to: "\(name).txt")
    }
    let result = try desk.run("bitext align source.txt target.txt --as a --source-lang \(tag)")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("a: \(tag) → en, "))
    let found = try #require(result.output.firstMatch(of: /(\d+) of 1-1/))
    #expect(try #require(Int(found.1)) >= 45)
  }
}
