// Phrases that translate each other: words linked one to one by likelihood and place, phrases that no link
// leads out of.
import Bitext
import Testing

@testable import Alignment

@Suite struct PhraseTests {
  /// Links as `source-target`, by the source word.
  private func links(
    _ likely: [(Int, Int, Float)], _ shape: Shape, loose: Set<Int> = []
  ) -> [String] {
    let links = WordLinks(
      likely.map { .init(source: $0.0, target: $0.1, weight: $0.2) }, shape: shape
    ) { side, place in side == .target && loose.contains(place) }
    return links.ofSource.joined().map { "\($0.source)-\($0.target)" }
  }

  /// 法律 A 法律 B facing law A law B: each goes with the one beside the same neighbour.
  @Test func equalWordsGoByTheirPlaces() {
    let likely: [(Int, Int, Float)] = [
      (0, 0, 0.5), (0, 2, 0.5), (1, 1, 0.9), (2, 0, 0.5), (2, 2, 0.5), (3, 3, 0.9),
    ]
    #expect(links(likely, Shape(4, 4)) == ["0-0", "1-1", "2-2", "3-3"])
  }

  /// 白皮书 is `white paper`, 法治 `rule of law`; a word farther off stays alone.
  @Test func neighboursShareAPartner() {
    let white: [(Int, Int, Float)] = [(0, 0, 0.4), (0, 1, 0.5)]
    #expect(links(white, Shape(1, 2)) == ["0-1", "0-0"])
    let rule: [(Int, Int, Float)] = [(0, 0, 0.4), (0, 2, 0.5)]
    #expect(links(rule, Shape(1, 3), loose: [1]) == ["0-2", "0-0"])
    #expect(links(rule, Shape(1, 3)) == ["0-2"])
  }

  @Test func keysDoNotDependOnTheCut() {
    var vocabulary = Vocabulary()
    let ids = ["依法", "治", "网", "依", "法治网"].map { vocabulary.add($0, .word) }
    let chinese = PhraseKeys(vocabulary, isUnspaced: true)
    #expect(chinese.key(ids[0...2]) == chinese.key(ids[3...4]))
    let spaced = PhraseKeys(vocabulary, isUnspaced: false)
    #expect(spaced.key(ids[0...2]) != spaced.key(ids[3...4]))
  }
}
