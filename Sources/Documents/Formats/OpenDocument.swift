internal import Bitext
internal import Markup

/// OpenDocument text (ODT, ISO/IEC 26300): paragraphs, cells, text boxes, and at the end the notes.
/// Tracked changes are taken as accepted. Comments are left out and counted.
enum OpenDocument: TextFormat {
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    guard let zip, zip.has("content.xml"), let type = try? zip.part("mimetype") else {
      return false
    }
    return String(decoding: type, as: UTF8.self)
      .hasPrefix("application/vnd.oasis.opendocument.text")
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let reader = OpenDocumentReader()
    try ZipArchive(file).readXML("content.xml", to: reader)
    reader.builder.finish()
    return Extract(
      text: reader.builder.text, paragraphs: reader.builder.paragraphs,
      leftOut: reader.leftOut)
  }
}

/// Reads the text out of `content.xml`, as it streams by.
private final class OpenDocumentReader: MarkupHandler {
  var builder = TextBuilder()
  var leftOut = LeftOut()

  private var skipped = 0
  private var paragraphs = 0
  /// What the elements that are open make of a paragraph in them.
  private var kinds: [Paragraph.Kind] = [.text]

  private static let unwanted: Set<String> = [
    "annotation", "tracked-changes", "forms", "note-citation", "ruby-text", "title", "desc",
    "script", "event-listeners",
  ]
  private static let containers: [String: Paragraph.Kind] = [
    "h": .heading, "list-item": .listItem, "table-cell": .cell, "note-body": .note,
    "text-box": .text,
  ]

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || Self.unwanted.contains(element) {
      if element == "annotation", skipped == 0 { leftOut.add("comment") }
      skipped += 1
      return
    }
    if ["note-body", "text-box"].contains(element) { builder.suspend() }
    if let kind = Self.containers[element] { kinds.append(kind) }
    switch element {
    case "p", "h":
      paragraphs += 1
      builder.kind = kinds[kinds.count - 1]
    case "s", "tab": builder.append(" ")
    case "line-break": builder.breakLine()
    default: break
    }
  }

  func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if ["p", "h"].contains(element) {
      paragraphs -= 1
      builder.kind = kinds[kinds.count - 1]
      builder.endParagraph()
    }
    if Self.containers[element] != nil { kinds.removeLast() }
    if ["note-body", "text-box"].contains(element) { builder.resume() }
  }

  var refusal: String? { builder.refusal }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if paragraphs > 0, skipped == 0 { builder.append(bytes) }
  }
}
