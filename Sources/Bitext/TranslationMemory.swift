/// Units that came together from one file of pairs: what NAME names beside document pairs.
public struct TranslationMemory: Hashable, Sendable, Codable {
  /// What the user calls it. No document pair has the same name.
  public var name: String
  /// What the user knows of it.
  public var facts: PairFacts
  /// The file it came from.
  public var origin: Origin
  /// The file's format: `tmx`, `tsv`.
  public var format: String
  /// What the file says of itself and its format has no other place for, as JSON; `nil` if nothing.
  public var header: String?

  /// A memory called `name`.
  public init(
    name: String, facts: PairFacts = PairFacts(), origin: Origin, format: String,
    header: String? = nil
  ) {
    self.name = name
    self.facts = facts
    self.origin = origin
    self.format = format
    self.header = header
  }
}
