import Bitext

extension SegmentedDocument {
  /// A text of one segment a line.
  static func lines(_ lines: [String], _ language: Language) -> SegmentedDocument {
    let text = lines.joined(separator: "\n")
    var segments: [Segment] = []
    var start = 0
    for line in lines {
      let range = start..<start + line.utf8.count
      segments.append(Segment(range: range, paragraph: 0))
      start = range.upperBound + 1
    }
    return SegmentedDocument(
      document: Document(
        origin: Origin(
          fileName: "text", sha256: String(repeating: "0", count: 64), encoding: "UTF-8"),
        language: language, text: text,
        paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
      segments: segments)
  }
}
