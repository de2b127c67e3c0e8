internal import Bitext
internal import Segmentation
internal import Testing

extension Document {
  /// A document of the given paragraphs, a blank line between.
  static func paragraphs(_ texts: [String], _ language: Language) -> Document {
    var text = ""
    var paragraphs: [Paragraph] = []
    for paragraph in texts {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += paragraph
      paragraphs.append(Paragraph(range: start..<text.utf8.count))
    }
    return Document(
      origin: Origin(fileName: "sample.txt", sha256: "", encoding: "UTF-8"), language: language,
      text: text, paragraphs: paragraphs)
  }
}

extension Language {
  /// A language that a table names.
  static func named(_ tag: String) throws -> Language { try #require(Language(tag)) }
}

/// Expects a text to be cut where its picture has `|`; a literal bar is written `¦`.
func expectBreaks(
  _ picture: String, _ tag: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let language = try Language.named(tag)
  let text = picture.filter { $0 != "|" }.replacing("¦", with: "|")
  let found = try Segmenter(language).segment(.paragraphs([text], language)).texts
  let expected = picture.split(separator: "|").map {
    String($0.replacing("¦", with: "|").trimmed)
  }
  #expect(found == expected, sourceLocation: location)
}

extension StringProtocol {
  /// The text without white space after it.
  fileprivate var trimmed: SubSequence {
    var end = self[...]
    while let last = end.last, last.isWhitespace { end.removeLast() }
    return end
  }
}
