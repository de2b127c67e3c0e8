internal import Bitext

/// Placeholders and tags that stand on one side only.
///
/// Those with a name or a number are compared as sets, since a plural form repeats them; `%s` and its
/// like are counted; tags are counted too. A `%1$s` answers to a `%s` when only one side has numbers.
enum PlaceholderCheck {
  static func findings(_ pair: TextPair) -> [Finding] {
    let source = Side.placeholders(pair.source)
    let target = Side.placeholders(pair.target)
    return lacking(source, target, pair.source) + lacking(target, source, pair.target)
  }

  private struct Side {
    var all: [Placeholder]
    /// Whether every printf placeholder has a number.
    var isNumbered: Bool
    var hasWordsInAngles: Bool

    static func placeholders(_ text: SideText) -> Side {
      // `<file>` is a tag where `</file>` stands too.
      let ends = Set(
        text.placeholders.filter { $0.key.hasPrefix("</") }.map { $0.key.dropFirst(2) })
      let all = text.placeholders.map { placeholder in
        var placeholder = placeholder
        if placeholder.kind == .angled, ends.contains(placeholder.key.dropFirst()) {
          placeholder.kind = .tag
        }
        return placeholder
      }
      let isNumbered = !all.contains { $0.kind == .placed && $0.key.hasPrefix("%") }
      return Side(all: all, isNumbered: isNumbered, hasWordsInAngles: hasWordsInAngles(text))
    }

    /// A name to fill in that was translated: `<文件名>`.
    private static func hasWordsInAngles(_ text: SideText) -> Bool {
      text.scalars.indices.contains { index in
        guard text.scalars[index] == "<" || text.scalars[index] == "＜" else { return false }
        let rest = text.scalars[(index + 1)...].prefix(30)
        guard let close = rest.firstIndex(where: { $0 == ">" || $0 == "＞" }) else { return false }
        let words = rest[..<close]
        return words.first != " " && words.contains { [.han, .space].contains(Script.of($0)) }
      }
    }
  }

  private static func lacking(_ here: Side, _ there: Side, _ text: SideText) -> [Finding] {
    let strips = here.isNumbered != there.isNumbered
    func key(_ placeholder: Placeholder) -> String {
      strips ? unnumbered(placeholder.key) : placeholder.key
    }
    var left = Dictionary(there.all.map { (key($0), 1) }, uniquingKeysWith: +)
    return here.all.compactMap { placeholder in
      let key = key(placeholder)
      let counts = placeholder.kind == .placed || placeholder.kind == .tag || key != placeholder.key
      if key.isEmpty { return nil }
      if let count = left[key], count > 0 {
        if counts { left[key] = count - 1 }
        return nil
      }
      if placeholder.kind == .angled, there.hasWordsInAngles { return nil }
      let rule: Rule = placeholder.kind == .tag || placeholder.kind == .angled ? .tag : .placeholder
      return text.finding(
        rule, placeholder.range, "\(text.string(placeholder.range)) only in \(text.side.rawValue)")
    }
  }

  /// `%1$s` as `%s`.
  private static func unnumbered(_ key: String) -> String {
    guard key.hasPrefix("%"), let dollar = key.firstIndex(of: "$") else { return key }
    return "%" + key[key.index(after: dollar)...]
  }
}
