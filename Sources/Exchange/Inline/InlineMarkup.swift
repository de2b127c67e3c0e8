internal import Markup

/// A text with inline codes, as XLIFF and TMX write them, taken apart: words, and codes that begin
/// something, end something, or stand alone.
struct InlineMarkup {
  /// A piece of the text.
  enum Piece: Hashable {
    case words(String)
    /// A code that begins something, with the number that its end has too.
    case begin(id: String, native: String)
    case end(id: String, native: String)
    case alone(id: String, native: String)
  }

  /// The pieces, in order.
  private(set) var pieces: [Piece]
  /// The elements that the codes are written as, each once, with whether all of them have an `id`.
  private(set) var elements: Set<String>
  private(set) var allHaveIDs: Bool
  private(set) var haveContent: Bool

  /// `nil` when the markup is not well-formed.
  init?(_ markup: String) {
    let reader = InlineReader()
    let bytes = Array("<m>\(markup)</m>".utf8)
    let fault = MarkupParser.xml(to: reader) { (take) throws(Never) in
      _ = bytes.withUnsafeBytes(take)
    }
    guard fault == nil else { return nil }
    pieces = reader.pieces
    elements = reader.elements
    allHaveIDs = reader.allHaveIDs
    haveContent = reader.haveContent
  }

  /// The words without the codes.
  var words: String {
    pieces.map { if case .words(let text) = $0 { text } else { "" } }.joined()
  }
}

/// Takes inline codes of any vocabulary apart.
private final class InlineReader: MarkupHandler {
  var pieces: [InlineMarkup.Piece] = []
  var elements: Set<String> = []
  var allHaveIDs = true
  var haveContent = false
  /// The elements that are open: how each is ended, and for those with native code what it says.
  private var open: [(element: String, id: String, position: String?)] = []
  /// The native code of the outermost code that holds some.
  private var native: String?
  private var nativeDepth = 0
  private var number = 0

  /// Elements whose content is the code of the original format.
  private static let holdsCode: Set<String> = ["bpt", "ept", "ph", "it", "ut"]

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if element == "m", open.isEmpty { return open.append((element, "", nil)) }
    elements.insert(element)
    let stated = attributes["id"]
    if stated == nil { allHaveIDs = false }
    number += 1
    let shared = attributes["i"] ?? attributes["rid"] ?? attributes["startRef"]
    let id = shared ?? stated ?? attributes["x"] ?? String(number)
    open.append((element, id, attributes["pos"]))
    if native != nil {
      nativeDepth += 1
      return
    }
    let shown = attributes["disp"] ?? attributes["equiv"] ?? attributes["equiv-text"] ?? ""
    switch element {
    case _ where Self.holdsCode.contains(element):
      native = ""
      if !shown.isEmpty, element == "ph" { native = shown }
    case "g", "hi": pieces.append(.begin(id: id, native: shown))
    case "pc":
      pieces.append(
        .begin(id: id, native: attributes["dispStart"] ?? attributes["equivStart"] ?? ""))
      open[open.count - 1].position = attributes["dispEnd"] ?? attributes["equivEnd"]
    case "bx", "sc": pieces.append(.begin(id: id, native: shown))
    case "ex", "ec": pieces.append(.end(id: id, native: shown))
    case "x": pieces.append(.alone(id: id, native: shown))
    default: break  // marks of people and programs: only their words count
    }
  }

  func end(_ element: String) {
    guard let (_, id, position) = open.popLast() else { return }
    if let code = native {
      guard nativeDepth == 0 else {
        nativeDepth -= 1
        return
      }
      native = nil
      return close(element, id, position, code)
    }
    if element == "g" || element == "hi" { pieces.append(.end(id: id, native: "")) }
    if element == "pc" { pieces.append(.end(id: id, native: position ?? "")) }
  }

  private func close(_ element: String, _ id: String, _ position: String?, _ code: String) {
    switch (element, position) {
    case ("bpt", _): pieces.append(.begin(id: id, native: code))
    case ("ept", _): pieces.append(.end(id: id, native: code))
    default: pieces.append(.alone(id: id, native: code))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if native != nil {
      haveContent = true
      native? += text
    } else if case .words(let before)? = pieces.last {
      pieces[pieces.count - 1] = .words(before + text)
    } else {
      pieces.append(.words(text))
    }
  }
}
