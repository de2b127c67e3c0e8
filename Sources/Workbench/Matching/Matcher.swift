public import Memory

/// The memory as a search engine that stays open.
public typealias Matcher = Memory.Matcher
/// A text that near ones are sought for, and what stands around it.
public typealias MatchQuery = Memory.MatchQuery
/// A unit of which one text is near another.
public typealias Match = Memory.Match

extension Bench {
  /// A search engine over the workspace, for one that asks again and again.
  public func matcher() -> sending Matcher { Matcher(store) }
}
