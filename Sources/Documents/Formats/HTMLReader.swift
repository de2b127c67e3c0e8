internal import Bitext
internal import Markup

/// Reads the text out of HTML, as it streams by, and tells each paragraph's surroundings, from which
/// `HTMLSelection` chooses the main text.
final class HTMLReader: MarkupHandler {
  /// What a paragraph stands in.
  struct Surroundings {
    /// In a part of the page that says it is no part of the text.
    var isFurniture = false
    /// In a part that says it is the text.
    var isMain = false
    /// How many bytes of it are links.
    var linked = 0
  }

  var builder = TextBuilder()
  /// Whether the whole file is the text, as a chapter of a book is.
  private let isBook: Bool
  private var leftOut = LeftOut()
  private var surroundings: [Surroundings] = []
  private var linked = 0
  private var skipped = 0
  private var open: [HTMLElement] = [HTMLElement()]

  init(isBook: Bool = false) { self.isBook = isBook }

  func begin(_ name: String, _ attributes: MarkupAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if let what = HTMLElements.unwanted(name, attributes) {
      if !what.isEmpty { leftOut.add(what) }
      skipped = 1
      return
    }
    if name == "br" { builder.breakLine() }
    if HTMLElements.blocks.contains(name) { endParagraph() }
    open.append(HTMLElement(name, attributes, in: open[open.count - 1], isBook: isBook))
    builder.kind = open[open.count - 1].kind
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if HTMLElements.blocks.contains(name) { endParagraph() }
    if open.count > 1 { open.removeLast() }
    builder.kind = open[open.count - 1].kind
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    let element = open[open.count - 1]
    element.isPreformatted ? appendLines(bytes) : builder.append(bytes)
    note()
    if element.isLink { linked += bytes.count }
  }

  func lostCharacter() { leftOut.add("invalid character") }

  var refusal: String? { builder.refusal }

  /// In `<pre>` the lines are the author's.
  private func appendLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { builder.breakLine() }
      builder.append(UnsafeBufferPointer(rebasing: line))
    }
  }

  private func endParagraph() {
    builder.endParagraph()
    note()
    linked = 0
  }

  /// Notes the surroundings of the paragraphs that have ended since.
  private func note() {
    let element = open[open.count - 1]
    while surroundings.count < builder.paragraphs.count {
      surroundings.append(
        Surroundings(isFurniture: element.isFurniture, isMain: element.isMain, linked: linked))
    }
  }

  /// The text that has been read, without what is no part of it.
  func finish() -> Extract {
    builder.finish()
    note()
    let selection = HTMLSelection(builder.paragraphs, surroundings, isBook: isBook)
    leftOut.add("piece of page furniture", selection.dropped)
    let (text, paragraphs) = selection.applied(to: builder.text)
    return Extract(text: text, paragraphs: paragraphs, leftOut: leftOut)
  }
}

/// What an open element and those around it say of the text in them.
struct HTMLElement {
  var kind = Paragraph.Kind.text
  var isFurniture = false
  var isMain = false
  var isLink = false
  var isPreformatted = false

  init() {}

  init(_ name: String, _ attributes: MarkupAttributes, in outer: HTMLElement, isBook: Bool) {
    self = outer
    if let kind = HTMLElements.kinds[name] { self.kind = kind }
    if name == "a" { isLink = true }
    if name == "pre" { isPreformatted = true }
    if isBook {
      if HTMLElements.isNote(attributes) { kind = .note }
      isFurniture = isFurniture || name == "nav"
      return
    }
    if HTMLElements.isMain(name, attributes) { (isMain, isFurniture) = (true, false) }
    if HTMLElements.isFurniture(name, attributes, inMain: isMain) { isFurniture = true }
  }
}
