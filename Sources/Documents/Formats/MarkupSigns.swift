/// How the beginning of a file shows that it is marked up.
enum MarkupSigns {
  /// The first element of an XML file, without its prefix; `nil` when the file is not XML.
  static func xmlRoot(of head: String) -> String? {
    let bytes = start(of: head)
    guard bytes.starts(with: "<?xml".utf8) || bytes.starts(with: "<xliff".utf8) else { return nil }
    return firstElement(of: bytes) ?? "empty"
  }

  /// Whether the file is HTML or a piece of it.
  static func isHTML(_ head: String) -> Bool {
    let bytes = start(of: head)
    guard bytes.first == UInt8(ascii: "<") else { return false }
    if String(decoding: bytes.prefix(14), as: UTF8.self).lowercased() == "<!doctype html" {
      return true
    }
    return firstElement(of: bytes).map(elements.contains) ?? false
  }

  /// Elements that HTML, or a piece of it, begins with.
  private static let elements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "main", "article",
    "section",
    "header", "nav", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl",
    "blockquote", "pre", "center", "span", "a", "b", "i", "em", "strong", "font", "br", "hr", "img",
    "figure",
  ]

  private static func start(of head: String) -> ArraySlice<UInt8> {
    Array(head.utf8).drop { $0 <= 0x20 }
  }

  /// The name of the first tag after declarations, comments and processing instructions. O(n).
  private static func firstElement(of bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      if rest.starts(with: "!--".utf8) {
        guard let end = rest.firstRange(of: "-->".utf8) else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.first != UInt8(ascii: "!"), rest.first != UInt8(ascii: "?") {
        let name = rest.prefix { $0 > 0x20 && ![0x2F, 0x3E].contains($0) }
        let words = String(decoding: name, as: UTF8.self).lowercased().split(separator: ":")
        return words.last.map(String.init)
      }
    }
    return nil
  }
}
