import Bitext
import Testing

@testable import Alignment

/// What one sees is what is expected: two texts and the ladder between them.
@Suite struct AlignerTests {
  private func ladder(_ source: [String], _ target: [String]) -> Ladder {
    Aligner(lexicon: nil).align(.lines(source, .zh), .lines(target, .en)).ladder
  }

  @Test func numbersAndLengthsPairPlainTexts() {
    let source = ["第1条有20人。", "第2条有300人，会议在1994年举行。", "第3条：500。", "完了吗？"]
    let target = [
      "Article 1 has 20 people.", "Article 2 has 300 people; the meeting was held in 1994.",
      "Article 3: 500.", "Is it over?",
    ]
    #expect(ladder(source, target).description == "1-1 1-1 1-1 1-1")
  }

  @Test func aSplitSentenceIsOneBead() {
    let source = ["1994年有20人参加，2005年有300人参加，大家都说很好。", "2010年有4000人。"]
    let target = [
      "In 1994, 20 people took part.", "In 2005, 300 people took part, and all said it was good.",
      "In 2010 there were 4,000.",
    ]
    #expect(ladder(source, target).description == "1-2 1-1")
  }

  @Test func textsThatFaceNothingAreNulls() {
    #expect(ladder([], []).description == "")
    #expect(ladder(["甲。", "乙。"], []).description == "1-0 1-0")
    #expect(ladder([], ["A."]).description == "0-1")
  }

  @Test func aPassageLeftOutIsARunOfNulls() {
    let numbers = Array(1...60)
    let source = numbers.map { "第\($0 * 37)号文件说明了第\($0 * 91)项。" }
    let target = numbers.filter { !(21...35).contains($0) }
      .map { "Document \($0 * 37) explains item \($0 * 91)." }
    let expected =
      [Shape](repeating: Shape(1, 1), count: 20) + [Shape](repeating: Shape(1, 0), count: 15)
      + [Shape](repeating: Shape(1, 1), count: 25)
    #expect(ladder(source, target).beads.map(\.shape) == expected)
  }

  @Test func oneSentenceAgainstManyStaysALadder() {
    let many = (0..<300).map { "Sentence number \($0) says nothing in particular." }
    let result = ladder(["第7句什么也没说。"], many)
    #expect(result.extent == Shape(1, 300))
  }

  @Test func sameInputSameOutput() {
    let source = (0..<40).map { "第\($0)句，说到\($0 * 13)。" }
    let target = (0..<40).map { "Sentence \($0) speaks of \($0 * 13)." }
    let first = ladder(source, target)
    for _ in 0..<3 { #expect(ladder(source, target) == first) }
  }

  @Test func glossaryTermsDecide() {
    let source = ["网信办发布了消息。", "清朗行动已经开始。"]
    let target = [
      "The Cyberspace Administration spoke.", "Operation Qinglang has begun.",
      "That was what we heard.",
    ]
    let terms = [("清朗行动", "Operation Qinglang"), ("网信办", "Cyberspace Administration")]
    func confidence(_ terms: [(source: String, target: String)]) -> Double {
      let outcome = Aligner(lexicon: nil, terms: terms)
        .align(.lines(source, .zh), .lines(target, .en))
      return outcome.ladder.beads.filter { $0.source == [0] && $0.target == [0] }
        .compactMap(\.confidence).first ?? 0
    }
    #expect(confidence(terms) > 0.8)
    #expect(confidence(terms) > confidence([]))
  }

  @Test func doubtsNameWhatDisagrees() {
    let source = ["一九九四年以来，我国制定了140余部法律。", "共有35人。", "大家好。"]
    let target = ["Since 1994 we have made more than 140 laws.", "There were 53.", "Good morning!"]
    let outcome = Aligner(lexicon: nil).align(.lines(source, .zh), .lines(target, .en))
    #expect(outcome.ladder.description == "1-1 1-1 1-1")
    #expect(outcome.doubts[0].filter { $0.kind == .number }.isEmpty)
    #expect(
      outcome.doubts[1].filter { $0.kind == .number }.map(\.detail)
        == ["35 only in source", "53 only in target"])
  }
}
