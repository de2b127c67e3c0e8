import Bitext
import Testing

@testable import Review

/// A document pair drawn as a ladder: `1-1 1-2` has the source segments `a1. a2.` and the target
/// segments `b1. b2. b3.`; its rows have the ids 1, 2 and the confidence .9.
func picture(_ ladder: String, target: Language = .en) throws -> DocumentPair {
  let ladder = try #require(Ladder(ladder))
  let (source, target) = (
    document("a", ladder.extent.source, .zh), document("b", ladder.extent.target, target)
  )
  var pair = DocumentPair(
    name: "press", source: source, target: target,
    rows: DocumentPair.rows(of: ladder, source: source, target: target))
  for index in pair.rows.indices { pair.rows[index].confidence = 0.9 }
  return pair
}

/// `count` segments `a1. a2. …` in one paragraph.
func document(_ letter: String, _ count: Int, _ language: Language) -> SegmentedDocument {
  segmented((0..<count).map { "\(letter)\($0 + 1)." }, language)
}

/// A document of one paragraph that holds these segments.
func segmented(_ texts: [String], _ language: Language) -> SegmentedDocument {
  var text = ""
  let segments = texts.map { words in
    if !text.isEmpty { text += " " }
    let start = text.utf8.count
    text += words
    return Segment(range: start..<text.utf8.count, paragraph: 0)
  }
  let origin = Origin(
    fileName: "a.txt", sha256: String(repeating: "0", count: 64), encoding: "UTF-8")
  let document = Document(
    origin: origin, language: language, text: text,
    paragraphs: [Paragraph(range: 0..<text.utf8.count)])
  return SegmentedDocument(document: document, segments: segments)
}

extension DocumentPair {
  /// The rows' shapes: `1-1 0-1`.
  var picture: String { rows.map { shape($0).description }.joined(separator: " ") }

  /// Does an action written as a script would, on a row counted from 1.
  mutating func perform(_ action: String, row: Int) throws {
    let nextID = (rows.map(\.id).max() ?? 0) + 1
    try apply(edit(for: ReviewAction(action), at: row - 1, nextID: nextID))
  }
}
