// A segment's markup as `Carried.Part.markup` holds it, taken apart: what is text in it, and what is
// code of the document's format.

struct SegmentMarkup {
  /// The text between the codes.
  private(set) var text = ""
  /// All characters between tags, those of codes too.
  private(set) var characters = ""
  /// Whether all its elements are inline codes of TMX.
  private(set) var isTMX = true

  /// `nil` when it is not well-formed. O(n).
  /// - Parameter codes: the elements that hold code, not text.
  init?(_ markup: String, codes: Set<String> = SegmentMarkup.ofTMX) {
    var rest = markup.unicodeScalars[...]
    var open: [String] = []
    var depth = 0
    while let start = rest.firstIndex(of: "<") {
      guard add(rest[..<start], isText: depth == 0), let tag = Tag(rest[start...]) else {
        return nil
      }
      rest = tag.rest
      if !Self.inlineOfTMX.contains(tag.name) { isTMX = false }
      if tag.isEnd {
        guard open.popLast() == tag.name else { return nil }
        if depth > 0 { depth -= 1 }
      } else if !tag.isEmpty {
        open.append(tag.name)
        if depth > 0 || codes.contains(tag.name) { depth += 1 }
      }
    }
    guard open.isEmpty, add(rest, isText: true) else { return nil }
  }

  /// The elements of TMX that hold code.
  static let ofTMX = Set(TMXElement.allCases.filter(\.holdsCode).map(\.rawValue))

  private static let inlineOfTMX: Set<String> = ["bpt", "ept", "ph", "it", "hi", "sub", "ut"]

  private mutating func add(_ escaped: Substring.UnicodeScalarView, isText: Bool) -> Bool {
    guard let plain = Substring(escaped).unescaped else { return false }
    characters += plain
    if isText { text += plain }
    return true
  }

  private struct Tag {
    var name: String
    var isEnd: Bool
    var isEmpty: Bool
    var rest: Substring.UnicodeScalarView

    init?(_ text: Substring.UnicodeScalarView) {
      var quote: Unicode.Scalar?
      guard
        let close = text.firstIndex(where: { sign in
          if let open = quote {
            if sign == open { quote = nil }
          } else if sign == "\"" || sign == "'" {
            quote = sign
          }
          return sign == ">" && quote == nil
        })
      else { return nil }
      let inside = text[..<close].dropFirst()
      isEnd = inside.first == "/"
      isEmpty = inside.last == "/"
      name = String(inside.drop { $0 == "/" }.prefix { $0.value > 0x20 && $0 != "/" })
      rest = text[text.index(after: close)...]
      guard !name.isEmpty else { return nil }
    }
  }
}

extension Substring {
  /// The text that XML means by this; `nil` when a reference means nothing.
  var unescaped: String? {
    guard utf8.contains(UInt8(ascii: "&")) else { return String(self) }
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";"),
        let scalar = Self.scalar(String(rest[start..<end].dropFirst()))
      else { return nil }
      result.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return String(result + rest)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
    default: nil
    }
  }
}
