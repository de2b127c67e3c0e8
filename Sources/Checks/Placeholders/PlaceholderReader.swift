internal import Bitext

/// Finds placeholders: printf (C17, 7.21.6.1, with POSIX's `%1$s`, Python's `%(name)s`, Qt's `%1`),
/// braces (`str.format`, ICU, Mustache, Fluent), `$x` and `${x}`, entities and tags (XML 1.0, 2.3).
struct PlaceholderReader {
  private let text: [Unicode.Scalar]

  static func placeholders(of text: [Unicode.Scalar]) -> [Placeholder] {
    let reader = PlaceholderReader(text: text)
    var found: [Placeholder] = []
    var index = 0
    while index < text.count {
      let follows = found.last?.range.upperBound == index
      if let next = reader.placeholder(index, follows: follows) {
        found.append(next)
        index = next.range.upperBound
      } else {
        index += text[index] == "%" && reader[index + 1] == "%" ? 2 : 1
      }
    }
    return reader.isTime ? found.filter { $0.kind != .placed } : found
  }

  /// Whether it is a form of dates (C17, 7.27.3.5), whose parts each language orders and leaves out:
  /// `%b %d, %Y`.
  private var isTime: Bool {
    let letters = text.indices.filter { text[$0] == "%" }
      .compactMap { self[$0 + 1] == "-" ? self[$0 + 2] : self[$0 + 1] }
    return Set(letters).intersection("HIMYmbBy".unicodeScalars).count > 1
  }

  private subscript(index: Int) -> Unicode.Scalar? { index < text.count ? text[index] : nil }

  /// - Parameter follows: whether another one ends there.
  private func placeholder(_ index: Int, follows: Bool) -> Placeholder? {
    switch text[index] {
    case "%": percent(index)
    case "{": braces(index)
    case "$": follows || index == 0 || !Self.isWord(text[index - 1]) ? dollar(index) : nil
    case "&": entity(index)
    case "<": Tags.tag(text, index)
    default: nil
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range])
    return String(view)
  }

  /// Past what `isPart` holds of.
  private func end(_ start: Int, _ isPart: (Unicode.Scalar) -> Bool) -> Int {
    text[min(start, text.count)...].firstIndex { !isPart($0) } ?? text.count
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && [.letter, .digit].contains(Script.of(scalar))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39) ~= scalar.value }

  // MARK: %

  private func percent(_ start: Int) -> Placeholder? {
    let next = start + 1
    if self[next] == "(" || self[next] == "{" {
      let close: Unicode.Scalar = self[next] == "(" ? ")" : "}"
      let nameEnd = end(next + 1) { Self.isWord($0) || $0 == "." || $0 == "-" }
      guard nameEnd > next + 1, self[nameEnd] == close else { return nil }
      let end = close == ")" ? conversion(nameEnd + 1)?.end ?? nameEnd + 1 : nameEnd + 1
      return Placeholder(kind: .named, key: string(start..<end), range: start..<end)
    }
    // `5%` is a share.
    if start > 0, Self.isDigit(text[start - 1].narrowed) { return nil }
    let digits = end(self[next] == "L" ? next + 1 : next, Self.isDigit)
    if digits > next, self[digits] == "$", let conversion = conversion(digits + 1) {
      let key = "%" + string(next..<digits) + "$" + conversion.key
      return Placeholder(kind: .named, key: key, range: start..<conversion.end)
    }
    if let conversion = conversion(next) {
      return Placeholder(kind: .placed, key: "%" + conversion.key, range: start..<conversion.end)
    }
    guard digits > next, digits - next < 3 else { return nil }
    return Placeholder(kind: .named, key: string(start..<digits), range: start..<digits)
  }

  /// Flags, width and precision, which do not count, then length and conversion, which do.
  private func conversion(_ start: Int) -> (key: String, end: Int)? {
    let flags = end(start) { "-+#0'*.123456789".unicodeScalars.contains($0) }
    let length = end(flags) { "hlLqjzt".unicodeScalars.contains($0) }
    guard let letter = self[length], "diouxXeEfFgGcsSpaAn@".unicodeScalars.contains(letter) else {
      return nil
    }
    // `%1d` would be one; a Qt number before a word, `%1 days` or `%1个`, has no letter here.
    return (string(flags..<length + 1), length + 1)
  }

  // MARK: { $ &

  private func braces(_ start: Int) -> Placeholder? {
    if start > 0, text[start - 1] == "{" { return nil }  // MediaWiki: {{PLURAL:$1|…}}
    if self[start + 1] == "{" {
      let nameEnd = end(start + 2) { Self.isWord($0) || $0 == "." || $0 == " " }
      guard nameEnd > start + 2, self[nameEnd] == "}", self[nameEnd + 1] == "}" else { return nil }
      return named(start..<nameEnd + 2)
    }
    // Fluent allows spaces inside: `{ $count }`, `{ -brand }`.
    let inner = end(start + 1) { $0 == " " }
    let isFluent = self[inner] == "$" || self[inner] == "-"
    let close = end(inner) { $0.isASCII && $0.value > 0x20 && $0 != "{" && $0 != "}" && $0 != "," }
    let last = isFluent ? end(close) { $0 == " " } : close
    guard self[last] == "}", last - start <= 60 else { return nil }
    if isFluent {
      return Placeholder(
        kind: .named, key: "{" + string(inner..<close) + "}", range: start..<last + 1)
    }
    guard inner == start + 1 || Self.isWord(text[inner]) else { return nil }
    guard close > inner else {
      return close == start + 1
        ? Placeholder(kind: .placed, key: "{}", range: start..<close + 1) : nil
    }
    guard Self.isWord(text[inner]) else { return nil }
    return named(start..<close + 1)
  }

  private func dollar(_ start: Int) -> Placeholder? {
    if self[start + 1] == "{" {
      let nameEnd = end(start + 2) { Self.isWord($0) || $0 == "." || $0 == ":" || $0 == "-" }
      guard nameEnd > start + 2, self[nameEnd] == "}" else { return nil }
      return named(start..<nameEnd + 1)
    }
    let nameEnd = end(start + 1, Self.isWord)
    guard nameEnd > start + 1 else { return nil }
    if Self.isDigit(text[start + 1]) {
      // `$1` is filled in; `$15`, `$1.50` and `$1k` are money.
      let goesOn = self[nameEnd].map { $0 == "." || $0 == "," } ?? false
      let isMoney =
        nameEnd > start + 2 || goesOn && (self[nameEnd + 1].map(Self.isDigit) ?? false)
      if isMoney { return nil }
    }
    return named(start..<nameEnd)
  }

  private static let standard: Set = ["lt", "gt", "amp", "quot", "apos", "nbsp"]

  private func entity(_ start: Int) -> Placeholder? {
    let nameEnd = end(start + 1) { Self.isWord($0) || $0 == "." || $0 == "-" || $0 == "#" }
    guard nameEnd > start + 1, self[nameEnd] == ";" else { return nil }
    let name = string(start + 1..<nameEnd)
    let counts = !Self.standard.contains(name) && !name.hasPrefix("#")
    return Placeholder(
      kind: .entity, key: counts ? "&\(name);" : "", range: start..<nameEnd + 1)
  }

  private func named(_ range: Range<Int>) -> Placeholder {
    Placeholder(kind: .named, key: string(range), range: range)
  }
}
