public import Bitext

/// Cuts a document into segments: a speaker label is a segment of its own, everything else goes
/// sentence by sentence, by the rules of its language.
public final class Segmenter {
  private let sentences: SentenceFinder

  /// A segmenter for a language; one without rules of its own gets the default ones. Opening it
  /// reads ICU's tables: keep it for all documents of a language. For one thread at a time.
  public init(_ language: Language) {
    sentences = SentenceFinder(rules: .rules(for: language))
  }

  /// The document with its segments. What lies between segments is white space, so segments and
  /// gaps give the text back byte for byte. O(n) in the text.
  public func segment(_ document: Document) -> SegmentedDocument {
    var result = SegmentedDocument(document: document, segments: [])
    var speaker: String?
    var text = document.text
    text.withUTF8 { buffer in
      for (index, paragraph) in document.paragraphs.enumerated() {
        var start = paragraph.range.lowerBound
        if let label = paragraph.label {
          speaker = Self.name(document.text.slice(label))
          result.segments.append(
            Segment(range: label, paragraph: index, kind: .label, speaker: speaker))
          start = label.upperBound
        }
        for range in sentences.sentences(in: buffer, start..<paragraph.range.upperBound) {
          result.segments.append(Segment(range: range, paragraph: index, speaker: speaker))
        }
      }
    }
    return result
  }

  /// The label without its colon and the space before it.
  private static func name(_ label: String) -> String {
    var name = label[...]
    while let last = name.last, last == ":" || last == "：" || last.isWhitespace {
      name.removeLast()
    }
    return String(name)
  }
}
