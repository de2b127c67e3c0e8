// What is learned from pairs that a person confirmed elsewhere.
import Bitext
import Testing

@testable import Alignment

@Suite struct ConfirmedPairsTests {
  private static let words = Array(
    zip(
      "东南西北春夏秋冬",
      [
        "east", "south", "west", "north", "spring", "summer", "autumn", "winter",
      ]))

  private func align(_ pairs: [(source: String, target: String)]) -> Ladder {
    let confirmed =
      pairs.isEmpty
      ? nil : ConfirmedPairs(pairs, LanguagePair(from: .zh, to: .en), lexicon: nil)
    // The fourth is left out in English, where the second stands in two.
    let source = ["东和春。", "南和夏，西和秋。", "北和冬。", "东和冬。", "春和北。", "夏和西。"]
    let target = [
      "East and spring.", "South and summer.", "West and autumn.", "North and winter.",
      "Spring and north.", "Summer and west.",
    ]
    return Aligner(lexicon: nil, confirmed: confirmed)
      .align(.lines(source, .zh), .lines(target, .en)).ladder
  }

  @Test func theirWordsDecide() {
    let pairs = Self.words.map { ("我们说\($0)。", "We speak of \($1).") }
    #expect(align([]).description != "1-1 1-2 1-1 1-0 1-1 1-1")
    #expect(align(pairs).description == "1-1 1-2 1-1 1-0 1-1 1-1")
  }

  @Test func pairsThatShareNoWordChangeNothing() {
    #expect(align([("甲乙丙", "alpha beta"), ("东", ""), ("", "east")]) == align([]))
  }

  @Test func onlyWordsOfTheDocumentAreKept() {
    func text(_ words: [String]) -> TokenText {
      Tokenizer(language: .en, headwords: nil).tokenize(words)
    }
    let (source, target) = (text(["one cat", "two dogs"]), text(["a black horse", "two cows"]))
    let confirmed = ConfirmedPairs(
      [("dogs and a cat", "cows and a horse"), ("birds", "cows"), ("cat", "bird"), ("2", "two")],
      LanguagePair(from: .en, to: .en), lexicon: nil)
    #expect(confirmed.count == 4)
    let pairings = confirmed.pairings(source.vocabulary, target.vocabulary)
    #expect(
      pairings.map { $0.source.map { source.vocabulary.keys[Int($0)] } } == [
        ["dog", "cat"], ["#2"],
      ])
    #expect(
      pairings.map { $0.target.map { target.vocabulary.keys[Int($0)] } }
        == [["cow", "a", "hors"], ["#2"]])
  }

  /// Words that met once in a bead of the ladder prove nothing; a person's word counts.
  @Test func aConfirmedPairCountsOnce() {
    var (source, target) = (Vocabulary(), Vocabulary())
    let words = (source.add("猫", .word), target.add("cat", .word))
    let nothing = Associations([[:]], targetCount: 1)
    let expectation = Alignment.Expectation(start: nothing, source: source, target: target)
    func link(_ found: [Float], _ confirmed: [Float]) -> Float {
      func pairings(_ weights: [Float]) -> [Alignment.Expectation.Pairing] {
        weights.map { .init(source: [words.0], target: [words.1], weight: $0) }
      }
      return expectation.round(pairings(found), confirmed: pairings(confirmed), from: nothing)
        .forward[0].first?.probability ?? 0
    }
    #expect(link([1], []) < link([], [1]))
    #expect(link([0.3, 0.3], []) < link([0.3, 0.3], [1]))
    #expect(expectation.before([]).forward[0].isEmpty)
  }
}
