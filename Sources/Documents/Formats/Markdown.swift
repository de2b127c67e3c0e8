internal import CMd4c
internal import Markup

/// Markdown: md4c makes HTML of it, which is read as a book's chapter is, all of it text.
enum Markdown: TextFormat {
  /// By its name; or, where that is of any text, by three signs of different kinds.
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    if ["md", "markdown", "mdown", "mkd"].contains(file.ending) { return true }
    return ["", "txt"].contains(file.ending) && MarkdownSigns.areIn(file.head)
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    var (text, encoding) = try TextDecoder.decode(file)
    guard text.utf8.count <= largest else { throw .tooLarge(file.name, limit: largest) }
    let reader = HTMLReader(isBook: true)
    guard let html = text.withUTF8(html) else { throw .damaged(file.name, "no memory for it") }
    let fault = html.withUnsafeBufferPointer { MarkupParser.html($0, to: reader) }
    if let fault { throw .damaged(file.name, fault) }
    var extract = reader.finish()
    extract.encoding = encoding
    return extract
  }

  /// With what GitHub adds: tables, struck text, lists of tasks.
  private static let dialect = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
  private static let largest = 50_000_000

  private static func html(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var html: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &html) { html in
      md_html(
        text.withMemoryRebound(to: CChar.self, \.baseAddress), UInt32(text.count),
        { bytes, count, html in
          let bytes = UnsafeBufferPointer(start: bytes, count: Int(count))
          html?.assumingMemoryBound(to: [UInt8].self).pointee += bytes.lazy.map(
            UInt8.init(bitPattern:))
        }, html, dialect, 0)
    }
    return status == 0 ? html : nil
  }
}

/// How a text without a name shows that it is Markdown.
enum MarkdownSigns {
  static func areIn(_ head: String) -> Bool {
    let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
    let signs: [Bool] = [
      zip(lines, lines.dropFirst()).contains { isHeading($0) && $1.allSatisfy(\.isWhitespace) },
      lines.contains { $0.hasPrefix("```") },
      head.contains("](http") || head.contains("](#") || head.contains("](./"),
      lines.contains(where: isTableRule),
      head.split(separator: "**", omittingEmptySubsequences: false).count > 4,
      lines.contains { $0.hasPrefix("- ") || $0.hasPrefix("* ") },
    ]
    return signs.count { $0 } >= 3
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first == " "
  }

  private static func isTableRule(_ line: Substring) -> Bool {
    line.contains("|") && line.contains("---") && line.allSatisfy { "|-: ".contains($0) }
  }
}
