internal import Bitext
internal import Documents

/// A document as lines: each paragraph's words, its kind before them unless it is running text, and
/// `¶` for a line end inside.
extension Document {
  var picture: [String] {
    paragraphs.map { paragraph in
      let words = text.slice(paragraph.range).replacing("\n", with: "¶")
      let time = paragraph.time.map { "\($0.lowerBound)-\($0.upperBound) " } ?? ""
      return paragraph.kind == .text ? time + words : "\(paragraph.kind.rawValue): \(time)\(words)"
    }
  }

  /// What lies between paragraphs is white space, and none of it is at their ends. Scalars are looked
  /// at, since a space may carry a combining mark.
  var isCoveredByParagraphs: Bool {
    var end = 0
    for paragraph in paragraphs {
      let words = text.slice(paragraph.range).unicodeScalars
      guard paragraph.range.lowerBound >= end, words.first?.properties.isWhitespace == false,
        words.last?.properties.isWhitespace == false,
        isBlank(end..<paragraph.range.lowerBound)
      else { return false }
      end = paragraph.range.upperBound
    }
    return isBlank(end..<text.utf8.count)
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text.slice(range).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

/// Reads bytes as a file of this name.
func read(_ bytes: [UInt8], _ name: String = "a") throws -> Document {
  try DocumentReader.read(bytes, name: name)
}

func read(_ text: String, _ name: String = "a") throws -> Document {
  try read(Array(text.utf8), name)
}
