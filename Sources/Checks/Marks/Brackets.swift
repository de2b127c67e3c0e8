internal import Bitext

/// Brackets and quotation marks without partner. A side is only blamed when the other one is in order:
/// where both lack a partner, the text is a piece of something.
enum Brackets {
  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar, rule: Rule)] = [
    ("(", ")", .bracket), ("[", "]", .bracket), ("{", "}", .bracket), ("《", "》", .bracket),
    ("〈", "〉", .bracket), ("【", "】", .bracket), ("〔", "〕", .bracket), ("“", "”", .quote),
    ("「", "」", .quote), ("『", "』", .quote), ("«", "»", .quote),
  ]

  static func findings(_ pair: TextPair) -> [Finding] {
    let source = lonely(pair.source)
    let target = lonely(pair.target)
    return blamed(source, target, pair.source) + blamed(target, source, pair.target)
  }

  private struct Lonely {
    var rule: Rule
    var range: Range<Int>
  }

  private static func blamed(_ here: [Lonely], _ there: [Lonely], _ text: SideText) -> [Finding] {
    guard let first = here.first, !there.contains(where: { $0.rule == first.rule }) else {
      return []
    }
    return here.filter { $0.rule == first.rule || there.isEmpty }.map {
      text.finding(
        $0.rule, $0.range, "\(text.string($0.range)) has no partner in \(text.side.rawValue)")
    }
  }

  private static func lonely(_ text: SideText) -> [Lonely] {
    let hasLabels = text.scalars.indices.prefix(4).contains { isLabel(text, $0) }
    var open: [(index: Int, kind: Int)] = []
    var found: [Lonely] = []
    for index in text.scalars.indices where !text.isCode[index] {
      let scalar = text.scalars[index].narrowed
      if let kind = pairs.firstIndex(where: { $0.open == scalar }) {
        if !isFace(text, index) { open.append((index, kind)) }
      } else if let kind = pairs.firstIndex(where: { $0.close == scalar }) {
        if let place = open.lastIndex(where: { $0.kind == kind }) {
          open.remove(at: place)
        } else if !(isLabel(text, index) && hasLabels), !isFace(text, index) {
          found.append(Lonely(rule: pairs[kind].rule, range: index..<index + 1))
        }
      }
    }
    found += open.map { Lonely(rule: pairs[$0.kind].rule, range: $0.index..<$0.index + 1) }
    return (found + straight(text)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `a)`, `1)`, `一）`: the label of a list entry.
  private static func isLabel(_ text: SideText, _ index: Int) -> Bool {
    guard [")", "）", "]"].contains(text.scalars[index]), index > 0 else { return false }
    var start = index
    while start > 0, [.letter, .digit, .han].contains(Script.of(text.scalars[start - 1])) {
      start -= 1
    }
    return index - start <= 2 && index > start
      && (start == 0 || Script.of(text.scalars[start - 1]) == .space)
  }

  /// `:)`, `;-(`.
  private static func isFace(_ text: SideText, _ index: Int) -> Bool {
    let eyes = text[index - 1] == "-" ? index - 2 : index - 1
    guard let before = text[eyes], ["(", ")"].contains(text.scalars[index]) else { return false }
    return (before == ":" || before == ";")
      && (text[eyes - 1].map { Script.of($0) == .space } ?? true)
  }

  /// A straight quotation mark of an odd number, unless one may be the sign of inches.
  private static func straight(_ text: SideText) -> [Lonely] {
    let marks = text.scalars.indices.filter { index in
      text.scalars[index].narrowed == "\"" && !text.isCode[index] && text[index - 1] != "\\"
    }
    guard marks.count % 2 == 1, let last = marks.last,
      !marks.contains(where: { text[$0 - 1]?.digitValue != nil })
    else { return [] }
    return [Lonely(rule: .quote, range: last..<last + 1)]
  }
}
