// What a document pair does more often than others.
import Bitext
import Testing

@testable import Alignment

struct HabitsTests {
  /// Of ten pairs, how many begin a paragraph on both sides, and how many on one alone.
  @Test(arguments: [
    (both: 10, one: 0, answer: true), (both: 5, one: 5, answer: true),
    (both: 3, one: 12, answer: true), (both: 2, one: 20, answer: false),
    (both: 0, one: 30, answer: false), (both: 0, one: 2, answer: true),
  ])
  func paragraphsThatAnswer(both: Int, one: Int, answer: Bool) {
    let begins = facts(startsParagraph: true)
    let goesOn = facts(startsParagraph: false)
    var tally = Habits.Tally()
    for _ in 0..<both { tally.add(beginning: begins, begins, 1) }
    for index in 0..<one {
      tally.add(
        beginning: index % 2 == 0 ? begins : goesOn, index % 2 == 0 ? goesOn : begins, 1)
    }
    for _ in 0..<50 { tally.add(beginning: goesOn, goesOn, 1) }
    #expect(Habits(tally).paragraphsAnswer == answer)
  }

  private func facts(startsParagraph: Bool) -> SegmentFacts {
    SegmentFacts(
      "a", segment: Segment(range: 0..<1, paragraph: 0), startsParagraph: startsParagraph, tokens: 1
    )
  }
}
