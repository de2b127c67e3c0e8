public import Bitext
public import Memory
internal import Review

/// A document pair in figures.
public struct PairFigures: Codable, Sendable {
  /// What it is called.
  public var name: String
  /// What the user knows of it.
  public var facts: PairFacts
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// How many rows it has.
  public var rows: Int
  /// How many rows have each shape, as in `1-2`.
  public var shapes: [String: Int]
  /// How many rows have each status.
  public var statuses: [String: Int]
  /// How many rows a person has decided.
  public var decided: Int
  /// How many rows want a look.
  public var doubtful: Int
  /// The errors to expect among the rows that nobody has decided and that have a confidence.
  public var expectedErrors: Double
  /// How many rows nobody has decided and that have no confidence.
  public var unscored: Int
  /// Passages that stand out of order, by their source rows.
  public var moved: [MovedRows]

  init(_ pair: DocumentPair) {
    let summary = ReviewSummary(of: pair)
    name = pair.name
    facts = pair.facts
    sourceLanguage = pair.source.document.language
    targetLanguage = pair.target.document.language
    rows = summary.rows
    shapes = Dictionary(uniqueKeysWithValues: summary.shapes.map { ("\($0)", $1) })
    statuses = Dictionary(uniqueKeysWithValues: summary.statuses.map { ($0.rawValue, $1) })
    decided = summary.decided
    doubtful = summary.doubtful
    expectedErrors = summary.expectedErrors
    unscored = summary.unscored
    moved = pair.moved
  }
}

/// A document pair in the list of all.
public struct PairEntry: Codable, Sendable {
  /// What it is called.
  public var name: String
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// How many rows it has.
  public var rows: Int
  /// How many rows a person has decided.
  public var decided: Int
  /// How many rows want a look.
  public var doubtful: Int
  /// What the user knows of it.
  public var facts: PairFacts

  init(_ summary: PairSummary) {
    name = summary.name
    sourceLanguage = summary.sourceLanguage
    targetLanguage = summary.targetLanguage
    rows = summary.rows
    decided = summary.statuses.reduce(0) { $0 + ($1.key.isLocked ? $1.value : 0) }
    doubtful = summary.doubtful
    facts = summary.facts
  }
}

/// A workspace in figures.
public struct WorkspaceFigures: Codable, Sendable {
  /// The workspace file.
  public var workspace: String
  /// The document pairs by name.
  public var pairs: [PairEntry]
  /// The imported memories by name.
  public var memories: [MemoryEntry]
  /// How many concepts the glossary has.
  public var concepts: Int
  /// The vectors kept, so that aligning again is quick.
  public var vectors: VectorFigures

  /// What it holds by name.
  public var catalogue: Catalogue { Catalogue(pairs: pairs, memories: memories) }
}

extension Bench {
  /// The workspace in figures.
  public func figures() throws -> WorkspaceFigures {
    let named = try list()
    return WorkspaceFigures(
      workspace: path, pairs: named.pairs, memories: named.memories,
      concepts: try store.concepts().count, vectors: try store.vectorCounts())
  }

  /// One document pair in figures. O(size of the texts).
  public func figures(of name: String) throws -> PairFigures {
    PairFigures(try store.pair(named: name))
  }
}
