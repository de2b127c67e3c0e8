internal import Bitext

/// A person may have cut a sentence in two. When the text comes anew, such cuts last where the
/// sentence does.
extension SegmentedDocument {
  /// This text with the segments that `old` had, where paragraphs or sentences stand unchanged that
  /// held one of `ranges`. O(n log n).
  /// - Parameter reader: how this text was cut.
  func keepingCuts(
    of ranges: [Range<Int>], in old: SegmentedDocument, _ reader: TextReader
  ) throws -> SegmentedDocument {
    let wanted = Set(
      ranges.flatMap { old.indices(startingIn: $0) }.map { old.segments[$0].paragraph })
    let places = unchanged(old.paragraphTexts, paragraphTexts)
    let cuts = try old.cuts(inParagraphs: wanted.filter { places[$0] == nil }.sorted(), reader)
    let (oldSegments, newSegments) = (old.segmentsByParagraph, segmentsByParagraph)
    var result = newSegments.map { $0.flatMap { segment in cut(segment, as: cuts) } }
    for (paragraph, place) in places.enumerated() where wanted.contains(paragraph) {
      guard let place else { continue }
      let shift =
        document.paragraphs[place].range.lowerBound
        - old.document.paragraphs[paragraph].range.lowerBound
      let speaker = newSegments[place].first?.speaker
      result[place] = oldSegments[paragraph].map { $0.moved(by: shift, to: place, speaker) }
    }
    return SegmentedDocument(document: document, segments: Array(result.joined()))
  }

  /// Sentences of these paragraphs that a person cut, by their text, with the places of their parts
  /// counted from where they begin.
  private func cuts(
    inParagraphs numbers: [Int], _ reader: TextReader
  ) throws -> [String: [Range<Int>]] {
    guard !numbers.isEmpty, !reader.isSegmented else { return [:] }
    var some = document
    some.paragraphs = numbers.map { document.paragraphs[$0] }
    let whole = try reader.cut(SegmentedDocument(document: some, segments: []))
    var cuts: [String: [Range<Int>]] = [:]
    for (index, sentence) in whole.segments.enumerated() {
      let held = indices(startingIn: sentence.range).map { segments[$0].range }
      guard held.count > 1, held.first?.lowerBound == sentence.range.lowerBound,
        held.last?.upperBound == sentence.range.upperBound
      else { continue }
      cuts[whole.text(index)] = held.map { $0.moved(by: -sentence.range.lowerBound) }
    }
    return cuts
  }

  private func cut(_ segment: Segment, as cuts: [String: [Range<Int>]]) -> [Segment] {
    guard !cuts.isEmpty, let parts = cuts[document.text.slice(segment.range)] else {
      return [segment]
    }
    return parts.map { range in
      var part = segment
      part.range = range.moved(by: segment.range.lowerBound)
      return part
    }
  }

  private var paragraphTexts: [String] { document.paragraphs.map { document.text.slice($0.range) } }

  private var segmentsByParagraph: [[Segment]] {
    var result = [[Segment]](repeating: [], count: document.paragraphs.count)
    for segment in segments { result[segment.paragraph].append(segment) }
    return result
  }
}

extension Segment {
  fileprivate func moved(by shift: Int, to paragraph: Int, _ speaker: String?) -> Segment {
    Segment(range: range.moved(by: shift), paragraph: paragraph, kind: kind, speaker: speaker)
  }
}

extension Range<Int> {
  fileprivate func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}
