public import Bitext
internal import Memory
internal import Review

/// An imported memory in the list of all.
public struct MemoryEntry: Codable, Sendable {
  /// What it is called.
  public var name: String
  /// The format it came in.
  public var format: String
  /// The file it came from.
  public var file: String
  /// How many units it has between each two languages, most units first.
  public var units: [Direction]
  /// What the user knows of it.
  public var facts: PairFacts

  /// Units that go from one language into another.
  public struct Direction: Codable, Sendable {
    /// The language of the source texts.
    public var sourceLanguage: Language
    /// The language of the target texts.
    public var targetLanguage: Language
    /// How many units they are.
    public var count: Int
  }

  init(_ summary: MemorySummary) {
    name = summary.memory.name
    format = summary.memory.format
    file = summary.memory.origin.fileName
    units = summary.units.map {
      Direction(sourceLanguage: $0.source, targetLanguage: $0.target, count: $0.count)
    }
    facts = summary.memory.facts
  }
}

/// Everything in a workspace that has a name.
public struct Catalogue: Codable, Sendable {
  /// The document pairs by name.
  public var pairs: [PairEntry]
  /// The memories by name.
  public var memories: [MemoryEntry]
}

extension Bench {
  /// All document pairs and memories by name. Reads no text.
  public func list() throws -> Catalogue {
    Catalogue(
      pairs: try store.pairs(doubtfulBelow: DoubtQueue().threshold).map(PairEntry.init),
      memories: try store.memories().map(MemoryEntry.init))
  }
}
