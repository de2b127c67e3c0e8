// A segment while it is read: its text without codes, and with them as XML once there are any.

struct SegmentBuilder {
  /// The text between codes.
  private(set) var text: [UInt8] = []
  private var markup: [UInt8] = []
  private var hasCodes = false
  /// How many elements that hold code are open.
  private var codeDepth = 0
  /// Whether the last tag written has no `>` yet.
  private var isTagOpen = false

  /// How many bytes it has.
  var count: Int { text.count + markup.count }

  mutating func clear() {
    text.removeAll(keepingCapacity: true)
    markup.removeAll(keepingCapacity: true)
    (hasCodes, codeDepth, isTagOpen) = (false, 0, false)
  }

  /// The whole with its codes, if there are any.
  var withCodes: String? { hasCodes ? String(decoding: markup, as: UTF8.self) : nil }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if codeDepth == 0 { text.append(contentsOf: bytes) }
    guard hasCodes else { return }
    closeTag()
    markup.appendEscaped(bytes, quotes: false)
  }

  mutating func begin(_ name: XMLName, holdsCode: Bool, _ attributes: XMLAttributes) {
    if !hasCodes {
      hasCodes = true
      text.withUnsafeBufferPointer { markup.appendEscaped($0, quotes: false) }
    }
    closeTag()
    if codeDepth > 0 || holdsCode { codeDepth += 1 }
    markup.append(UInt8(ascii: "<"))
    markup.append(contentsOf: name.text.utf8)
    for attribute in attributes {
      markup.append(UInt8(ascii: " "))
      markup.append(contentsOf: attribute.fullName.utf8)
      markup.append(contentsOf: "=\"".utf8)
      markup.appendEscaped(attribute.bytes, quotes: true)
      markup.append(UInt8(ascii: "\""))
    }
    isTagOpen = true
  }

  mutating func end(_ name: XMLName) {
    if codeDepth > 0 { codeDepth -= 1 }
    if isTagOpen {
      markup.append(contentsOf: "/>".utf8)
      isTagOpen = false
    } else {
      markup.append(contentsOf: "</".utf8)
      markup.append(contentsOf: name.text.utf8)
      markup.append(UInt8(ascii: ">"))
    }
  }

  private mutating func closeTag() {
    if isTagOpen { markup.append(UInt8(ascii: ">")) }
    isTagOpen = false
  }
}

extension [UInt8] {
  /// Adds a text as XML has it (XML 1.0, 2.4): in attributes also with quotation marks and white
  /// space that a parser would make a space of.
  mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, quotes: Bool) {
    let hasSigns = utf8.hasSuspect { _, byte in
      byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    guard hasSigns else { return append(contentsOf: utf8) }
    var start = 0
    for index in utf8.indices {
      let name: StaticString
      switch utf8[index] {
      case UInt8(ascii: "&"): name = "&amp;"
      case UInt8(ascii: "<"): name = "&lt;"
      case UInt8(ascii: ">"): name = "&gt;"
      case UInt8(ascii: "\"") where quotes: name = "&quot;"
      case 0x09 where quotes: name = "&#9;"
      case 0x0A where quotes: name = "&#10;"
      case 0x0D: name = "&#13;"
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      name.withUTF8Buffer { append(contentsOf: $0) }
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  mutating func appendEscaped(_ text: String, quotes: Bool = false) {
    var text = text
    text.withUTF8 { appendEscaped($0, quotes: quotes) }
  }
}
