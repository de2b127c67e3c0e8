internal import Bitext
internal import Markup

/// Reads the text out of WordprocessingML, as it streams by.
final class WordReader: MarkupHandler {
  var builder = TextBuilder()
  var leftOut = LeftOut()
  /// Whether the part that is read holds the notes.
  var isInNotes = false

  private let styles: WordStyles
  /// How deep we are in elements whose text is not wanted.
  private var skipped = 0
  private var cells = 0
  private var isInText = false
  private var isInParagraphProperties = false
  private var isHidden = false
  /// Whether the end of this paragraph was deleted, so that the next one goes on in it.
  private var isJoined = false
  private var style: Paragraph.Kind?
  private var outerStyles: [Paragraph.Kind?] = []

  init(_ styles: WordStyles) { self.styles = styles }

  /// Elements whose text is not the document's: deleted text, the older form of a text box, the
  /// reading above a character, field codes.
  private static let unwanted: Set<String> = [
    "del", "moveFrom", "Fallback", "rt", "instrText", "delText", "rubyPr", "sectPr", "rPrChange",
  ]

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || isUnwanted(element) {
      if skipped == 0, element == "del" || element == "moveFrom" { leftOut.add("deletion") }
      skipped += 1
      return
    }
    if isInParagraphProperties { return property(element, attributes) }
    switch element {
    case "p":
      style = nil
      setKind()
    case "pPr": isInParagraphProperties = true
    case "tc": cells += 1
    case "txbxContent": beginBox()
    case "footnote", "endnote": skipSeparator(attributes["type"])
    case "t": isInText = !isHidden
    case "vanish": isHidden = Self.isOn(attributes)
    case "commentReference": leftOut.add("comment")
    default: write(element, attributes)
    }
  }

  private func isUnwanted(_ element: String) -> Bool {
    isInParagraphProperties ? element.hasSuffix("PrChange") : Self.unwanted.contains(element)
  }

  /// What stands for characters.
  private func write(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "tab", "ptab": builder.append(" ")
    case "br" where ["page", "column"].contains(attributes["type"]): break
    case "br", "cr": builder.breakLine()
    case "noBreakHyphen": builder.append("-")
    default: break
    }
  }

  private func property(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "pStyle": style = attributes["val"].flatMap(styles.kind)
    case "numId" where style == nil && attributes["val"] != "0": style = .listItem
    case "outlineLvl" where attributes["val"] != "9": style = .heading
    case "del", "moveFrom": isJoined = true
    default: break
    }
  }

  func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch element {
    case "pPr":
      isInParagraphProperties = false
      setKind()
    case _ where isInParagraphProperties: break
    case "p":
      if !isJoined { builder.endParagraph() }
      isJoined = false
    case "tc": cells -= 1
    case "txbxContent": endBox()
    case "t": isInText = false
    case "r": isHidden = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText, skipped == 0 { builder.append(bytes) }
  }

  var refusal: String? { builder.refusal }

  private func setKind() {
    builder.kind = isInNotes ? .note : style ?? (cells > 0 ? .cell : .text)
  }

  private func beginBox() {
    outerStyles.append(style)
    builder.suspend()
  }

  private func endBox() {
    builder.endParagraph()
    builder.resume()
    style = outerStyles.popLast() ?? nil
  }

  /// The lines above footnotes are stored as notes, too.
  private func skipSeparator(_ type: String?) {
    if let type, type.hasSuffix("eparator") || type.hasSuffix("Notice") { skipped += 1 }
  }

  private static func isOn(_ attributes: MarkupAttributes) -> Bool {
    !["0", "false", "off"].contains(attributes["val"])
  }
}
