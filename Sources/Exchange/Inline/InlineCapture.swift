internal import Markup

/// A text of a marked-up file while it is read: its words, and the same with its codes.
struct InlineCapture {
  /// The words between the codes.
  private(set) var words = ""
  /// The text with its codes as they are written in the file.
  private var markup = ""
  private var hasCodes = false
  /// How many elements are open inside the text.
  private(set) var depth = 0
  /// How many of these hold code, and no words.
  private var codeDepth = 0
  private var isJustBegun = false

  /// Elements that hold code of the original format.
  private static let holdsCode: Set<String> = ["bpt", "ept", "ph", "it", "ut"]

  /// The markup, where there are codes.
  var codes: String? { hasCodes ? markup : nil }

  mutating func begin(_ element: String, _ attributes: [(name: String, value: String)]) {
    var dropped = 0
    hasCodes = true
    depth += 1
    if codeDepth > 0 || Self.holdsCode.contains(element) { codeDepth += 1 }
    let words = attributes.map {
      " \($0.name)=\"\(XMLText.attribute($0.value, dropped: &dropped))\""
    }
    markup += "<\(element)\(words.joined())>"
    isJustBegun = true
  }

  mutating func end(_ element: String) {
    depth -= 1
    if codeDepth > 0 { codeDepth -= 1 }
    if isJustBegun {
      markup.removeLast()
      markup += "/>"
    } else {
      markup += "</\(element)>"
    }
    isJustBegun = false
  }

  mutating func add(_ text: String) {
    var dropped = 0
    if codeDepth == 0 { words += text }
    markup += XMLText.escaped(text, dropped: &dropped)
    isJustBegun = false
  }
}
