/// A pair of phrases that may be a term and its rendering.
public struct TermCandidate: Hashable, Sendable, Codable {
  /// The source phrase, as it is written most often.
  public var source: String
  /// The target phrase, as it is written most often.
  public var target: String
  /// In how many rows both translate each other.
  public var count: Int
  /// In how many rows each stands.
  public var sourceCount: Int
  public var targetCount: Int
  /// How unlikely it is that they meet by chance: the log-likelihood ratio (Dunning 1993).
  public var association: Double
  /// How well their words answer each other, from 0 to 1.
  public var strength: Double
  /// The first rows that have both, as they were numbered.
  public var rows: [Int]
}

/// A pair of phrases that translate each other, as it was met in a row.
public struct TermMeeting: Sendable {
  /// A phrase of one side.
  public struct Phrase: Sendable {
    /// The same for the same words, however inflected.
    public var key: UInt64
    /// As written.
    public var text: String
    /// Its place in the row's text.
    public var range: Range<Int>
    /// In how many rows it stands, also without the other.
    public var count: Int

    /// A phrase of a row.
    public init(key: UInt64, text: String, range: Range<Int>, count: Int) {
      (self.key, self.text, self.range, self.count) = (key, text, range, count)
    }
  }

  public var source: Phrase
  public var target: Phrase
  /// How many words that mean something both have together.
  public var length: Double
  /// How well its words answer each other.
  public var strength: Double

  /// A phrase pair of a row.
  public init(source: Phrase, target: Phrase, length: Double, strength: Double) {
    (self.source, self.target, self.length, self.strength) = (source, target, length, strength)
  }
}
