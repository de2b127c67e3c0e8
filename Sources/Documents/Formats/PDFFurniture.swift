/// What stands at the top and bottom of every page: page numbers, and lines that come again on other
/// pages with nothing but their numbers changed.
struct PDFFurniture {
  private let repeated: Set<String>

  /// How much of a page, from either edge, holds furniture.
  private static let margin = 0.12

  init(_ pages: [PDFPage]) {
    var counts: [String: Int] = [:]
    for page in pages {
      let keys = Set(
        page.blocks.joined().filter { Self.isAtEdge($0, page) }.map { Self.key($0.text) })
      for key in keys { counts[key, default: 0] += 1 }
    }
    // A third of the pages, since left and right pages often differ; and never what stands on one.
    let least = max(2, pages.count / 3)
    repeated = Set(counts.filter { $0.value >= least }.keys)
  }

  func holds(_ line: PDFLine, on page: PDFPage) -> Bool {
    guard Self.isAtEdge(line, page) else { return false }
    let isNumber =
      line.text.count <= 6 && line.text.contains(where: \.isNumber)
      && line.text.allSatisfy { $0.isNumber || $0.isWhitespace || "-–—·.".contains($0) }
    return isNumber || repeated.contains(Self.key(line.text))
      || ParagraphKinds.kind(of: line.text) == .furniture
  }

  private static func isAtEdge(_ line: PDFLine, _ page: PDFPage) -> Bool {
    line.place.bottom < page.height * margin || line.place.top > page.height * (1 - margin)
  }

  private static func key(_ text: String) -> String {
    String(text.map { $0.isNumber ? "#" : $0 })
  }
}
