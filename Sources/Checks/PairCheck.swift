public import Bitext

/// The checks that need nothing but the two texts of a pair.
///
/// Each family of rules stands in a file of its own and is asked only when one of its rules is wanted.
/// All of them are made to be quiet: what two languages write in different ways is made alike before
/// it is compared.
public struct PairCheck: Sendable {
  private let source: Language
  private let target: Language
  private let rules: Set<Rule>

  /// A check of pairs in two languages by some of the rules.
  public init(source: Language, target: Language, rules: Set<Rule> = Set(Rule.allCases)) {
    (self.source, self.target, self.rules) = (source, target, rules)
  }

  private typealias Family = (rules: Set<Rule>, findings: (TextPair) -> [Finding])

  private static var families: [Family] {
    [
      ([.untranslated], Untranslated.findings),
      ([.placeholder, .tag], PlaceholderCheck.findings),
      ([.number, .date, .approximate, .unit], NumberCheck.findings),
      ([.name], NameCheck.findings),
      ([.bracket, .quote], Brackets.findings),
      ([.width], Width.findings),
      ([.script], MixedScript.findings),
      ([.question], Questions.findings),
      ([.doubledWord], DoubledWords.findings),
      ([.length], Lengths.findings),
    ]
  }

  /// What the rules have against a pair, by rule in the order of `Rule`, and by place. A side without
  /// text has one fault and no other. O(texts).
  public func findings(source: String, target: String) -> [Finding] {
    let pair = TextPair(
      source: SideText(source, .source, self.source), target: SideText(target, .target, self.target)
    )
    if let empty = pair.emptySide {
      guard rules.contains(.empty) else { return [] }
      return [Finding(.empty, empty, 0..<0, "the \(empty.rawValue) has no text")]
    }
    return Self.families.filter { !$0.rules.isDisjoint(with: rules) }
      .flatMap { $0.findings(pair) }.filter { rules.contains($0.rule) }
  }
}

/// The two texts of a pair as the rules read them.
struct TextPair {
  let source: SideText
  let target: SideText

  subscript(side: Side) -> SideText { side == .source ? source : target }

  /// The one side without text, if only one is.
  var emptySide: Side? {
    source.isBlank == target.isBlank ? nil : source.isBlank ? .source : .target
  }
}
