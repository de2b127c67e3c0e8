internal import Bitext
internal import Markup

/// Word's DOCX (Office Open XML, ECMA-376): paragraphs, cells, text boxes, and at the end the notes.
/// Tracked changes are taken as accepted. Headers, footers and comments are left out and counted.
enum Word: TextFormat {
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    guard let zip else { return false }
    return zip.has("[Content_Types].xml") && zip.names.contains { $0.hasPrefix("word/") }
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let zip = try ZipArchive(file)
    let main = try mainPart(of: zip, file)
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let styles = WordStyles()
    try zip.readXML(folder + "styles.xml", to: styles)
    let reader = WordReader(styles)
    try zip.readXML(main, to: reader)
    for notes in ["footnotes", "endnotes"] {
      reader.isInNotes = true
      try zip.readXML("\(folder)\(notes).xml", to: reader)
    }
    reader.builder.finish()
    reader.leftOut.count(zip, folder)
    return Extract(
      text: reader.builder.text, paragraphs: reader.builder.paragraphs,
      leftOut: reader.leftOut)
  }

  /// The part that holds the text: what the package's relations say, usually `word/document.xml`.
  private static func mainPart(
    of zip: ZipArchive, _ file: SourceFile
  ) throws(DocumentError) -> String {
    let relations = WordRelations()
    try zip.readXML("_rels/.rels", to: relations)
    let main = relations.main ?? "word/document.xml"
    guard zip.has(main) else { throw .damaged(file.name, "its part '\(main)' is missing") }
    return main
  }
}

extension LeftOut {
  /// Parts that are no part of the running text.
  fileprivate mutating func count(_ zip: ZipArchive, _ folder: String) {
    for (part, what) in [("header", "page header"), ("footer", "page footer")] {
      add(what, zip.names.count { $0.hasPrefix(folder + part) && $0.hasSuffix(".xml") })
    }
  }
}

/// Which part of the package is the document.
private final class WordRelations: MarkupHandler {
  var main: String?

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    guard element == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true else {
      return
    }
    main = attributes["Target"].map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
  }
}

/// Which styles are those of headings, lists and captions: by their built-in names, which are the same
/// in every language, or by what they are based on.
final class WordStyles: MarkupHandler {
  private var id = ""
  private var kinds: [String: Paragraph.Kind] = [:]
  private var bases: [String: String] = [:]

  /// What a paragraph of a style is; `nil` when the style does not say.
  func kind(of style: String) -> Paragraph.Kind? {
    var style = style
    for _ in 0..<10 {
      if let kind = kinds[style] { return kind }
      guard let base = bases[style] else { return nil }
      style = base
    }
    return nil
  }

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "style": id = attributes["styleId"] ?? ""
    case "name": name(attributes["val"]?.lowercased() ?? "")
    case "basedOn": bases[id] = attributes["val"]
    case "outlineLvl" where attributes["val"] != "9": kinds[id] = .heading
    case "numId" where kinds[id] == nil: kinds[id] = .listItem
    default: break
    }
  }

  private func name(_ name: String) {
    if name == "title" || name == "subtitle" || name.hasPrefix("heading ") {
      kinds[id] = .heading
    } else if name == "caption" {
      kinds[id] = .caption
    } else if name.hasPrefix("list ") {
      kinds[id] = .listItem
    }
  }
}
