public import Bitext

/// A place in a pair that a rule found fault with.
public struct Finding: Hashable, Sendable, Codable {
  /// The rule.
  public var rule: Rule
  /// The side whose words it points at.
  public var side: Side
  /// The words, in UTF-8 bytes of that side's text; empty when the whole side is meant.
  public var range: Range<Int>
  /// What is wrong, for a person.
  public var reason: String

  /// A finding of a rule at a place.
  public init(_ rule: Rule, _ side: Side, _ range: Range<Int>, _ reason: String) {
    (self.rule, self.side, self.range, self.reason) = (rule, side, range, reason)
  }
}
