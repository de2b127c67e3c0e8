import Bitext
import Testing

@testable import Alignment

/// Subtitles whose words say nothing are paired by when they are shown, if their clocks agree.
@Suite struct TimeCodesTests {
  /// A cue a segment, each with its time in milliseconds.
  private static func cues(_ times: [Range<Int>], _ letter: String, _ language: Language)
    -> SegmentedDocument
  {
    var document = SegmentedDocument.lines(times.indices.map { _ in letter }, language)
    document.document.paragraphs = zip(document.segments, times).map {
      Paragraph(range: $0.range, kind: .subtitle, time: $1)
    }
    for index in document.segments.indices { document.segments[index].paragraph = index }
    return document
  }

  /// Twenty cues of two seconds; on the other side the fifth and sixth are one, the tenth is gone,
  /// and all begin a tenth of a second late.
  private static func texts(late: Int) -> (SegmentedDocument, SegmentedDocument) {
    let times = (0..<20).map { $0 * 3000..<$0 * 3000 + 2000 }
    var others = times
    others[4] = times[4].lowerBound..<times[5].upperBound
    others.remove(at: 9)
    others.remove(at: 5)
    return (
      cues(times, "嗯嗯。", .zh),
      cues(others.map { $0.lowerBound + late..<$0.upperBound + late }, "Hm hm.", .en)
    )
  }

  private static let shown = """
    1-1 1-1 1-1 1-1 2-1 1-1 1-1 1-1 1-0 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1
    """

  @Test func whatIsShownTogetherIsAPair() {
    let (source, target) = Self.texts(late: 100)
    #expect(Aligner(lexicon: nil).align(source, target).ladder.description == Self.shown)
  }

  @Test func anotherClockIsNoEvidence() {
    let (source, target) = Self.texts(late: 1100)
    #expect(TimeCodes(source, target) == nil)
    var untimed = Self.texts(late: 0)
    #expect(TimeCodes(untimed.0, untimed.1) != nil)
    untimed.1.document.paragraphs[3].time = nil
    #expect(TimeCodes(untimed.0, untimed.1) == nil)
  }
}
