internal import Markup

/// A page of a PDF as Poppler sees it: blocks of lines of words, with their places in points from the
/// upper left corner.
struct PDFPage {
  var height = 0.0
  var blocks: [[PDFLine]] = []
}

/// A line of words.
struct PDFLine {
  var place: PDFBox
  var text: String
  /// How wide its first word is.
  var firstWord: Double
}

/// A rectangle on a page.
struct PDFBox {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  init() {}

  init(_ attributes: MarkupAttributes) {
    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
    (left, top) = (number("xmin"), number("ymin"))
    (right, bottom) = (number("xmax"), number("ymax"))
  }

  var height: Double { bottom - top }
  var width: Double { right - left }
}

/// Reads what `pdftotext -bbox-layout` writes.
final class PDFLayoutReader: MarkupHandler {
  private(set) var pages: [PDFPage] = []
  private var block: [PDFLine] = []
  private var line = PDFLine(place: PDFBox(), text: "", firstWord: 0)
  private var word: [UInt8]?

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "page": pages.append(PDFPage(height: attributes["height"].flatMap(Double.init) ?? 0))
    case "block": block = []
    case "line": line = PDFLine(place: PDFBox(attributes), text: "", firstWord: 0)
    case "word":
      word = []
      if line.text.isEmpty { line.firstWord = PDFBox(attributes).width }
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "word": endWord()
    case "line": endLine()
    case "block":
      if !block.isEmpty, !pages.isEmpty { pages[pages.count - 1].blocks.append(block) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { word?.append(contentsOf: bytes) }

  /// A line whose words were spread to fill it comes in pieces.
  private func endLine() {
    guard !line.text.isEmpty else { return }
    guard let last = block.last, abs(last.place.top - line.place.top) < line.place.height / 2,
      line.place.left >= last.place.right
    else { return block.append(line) }
    block[block.count - 1].text += " " + line.text
    block[block.count - 1].place.right = line.place.right
  }

  private func endWord() {
    guard let word else { return }
    let isJoined = WideText.joins(Array(line.text.utf8), word) || line.text.isEmpty
    line.text += (isJoined ? "" : " ") + String(decoding: word, as: UTF8.self)
    self.word = nil
  }
}
