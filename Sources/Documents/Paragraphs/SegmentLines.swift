internal import Bitext

/// A file that is already segmented: one segment a line, a blank line ends a paragraph; or one
/// segment a paragraph, in formats that have no lines.
enum SegmentLines {
  /// The document with a segment for every paragraph.
  static func paragraphwise(_ document: Document) -> SegmentedDocument {
    var speaker: String?
    let segments = document.paragraphs.enumerated().map { index, paragraph in
      let isLabel = paragraph.label == paragraph.range
      if isLabel { speaker = SpeakerLabels.name(document.text.slice(paragraph.range)) }
      return Segment(
        range: paragraph.range, paragraph: index, kind: isLabel ? .label : .sentence,
        speaker: speaker)
    }
    return SegmentedDocument(document: document, segments: segments)
  }

  /// The document with a segment for every line that is not blank, and its paragraphs filled in.
  static func segmented(_ document: Document) -> SegmentedDocument {
    let lines = TextLine.lines(of: document.text)
    var marked = lines.filter { !$0.isBlank }.map { Paragraph(range: $0.range) }
    SpeakerLabels.mark(&marked, in: document.text)
    var result = SegmentedDocument(document: document, segments: [])
    result.document.paragraphs = []
    var speaker: String?
    var next = marked.makeIterator()
    var startsParagraph = true
    for line in lines {
      guard !line.isBlank, let unit = next.next() else {
        startsParagraph = true
        continue
      }
      let isLabel = unit.label == unit.range
      if isLabel { speaker = SpeakerLabels.name(document.text.slice(unit.range)) }
      result.add(unit.range, startsParagraph: startsParagraph, isLabel: isLabel, speaker: speaker)
      startsParagraph = false
    }
    return result
  }
}

extension SegmentedDocument {
  fileprivate mutating func add(
    _ range: Range<Int>, startsParagraph: Bool, isLabel: Bool, speaker: String?
  ) {
    if startsParagraph {
      document.paragraphs.append(Paragraph(range: range, label: isLabel ? range : nil))
    } else {
      let last = document.paragraphs.count - 1
      let start = document.paragraphs[last].range.lowerBound
      document.paragraphs[last].range = start..<range.upperBound
    }
    segments.append(
      Segment(
        range: range, paragraph: document.paragraphs.count - 1,
        kind: isLabel ? .label : .sentence, speaker: speaker))
  }
}
