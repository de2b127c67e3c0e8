/// A pair that can leave the workspace: what a TMX `tu` holds.
public struct Unit: Hashable, Sendable, Codable {
  /// Unique in an export and the same each time: made from the document's name and the row, or as
  /// the file had it that the unit came from; empty if that had none.
  public var id: String
  /// The source text, on one line.
  public var source: String
  /// The target text, on one line.
  public var target: String
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// What is known of it.
  public var status: Status
  /// The aligner's probability that the pair is right.
  public var confidence: Double?
  /// How many segments stand on each side, as in `1-2`, if a bead made it.
  public var shape: String?
  /// The document pair or memory it comes from.
  public var document: String
  /// What is known of the document pair or memory.
  public var facts: PairFacts
  /// What its paragraph is.
  public var kind: Paragraph.Kind
  /// When it is shown, in milliseconds from the beginning.
  public var time: Range<Int>?
  /// Who is speaking, in the words of the source.
  public var speaker: String?
  /// Who is speaking, in the words of the target.
  public var targetSpeaker: String?
  /// The source paragraph it stands in, counted from 1.
  public var paragraph: Int?
  /// Who last changed it, if a person did.
  public var author: String?
  /// When it was stored or first written, in seconds since 1970 UTC, if that is known.
  public var created: Int?
  /// When it was last changed, in seconds since 1970 UTC, if that is known.
  public var changed: Int?
  /// A reviewer's remark.
  public var comment: String?
  /// What the exchange file that it came from says beyond all this.
  public var carried: Carried?
  /// Which entry of its memory's file it belongs to, counted from 1. An entry in three languages is
  /// two units, which leave together again.
  public var tu: Int?
  /// The segments of both texts, where they are known.
  public var segments: Segments?

  /// A unit with everything known of it.
  public init(
    id: String, source: String, target: String, sourceLanguage: Language,
    targetLanguage: Language, status: Status, confidence: Double? = nil, shape: String? = nil,
    document: String, facts: PairFacts = PairFacts(), kind: Paragraph.Kind = .text,
    time: Range<Int>? = nil, speaker: String? = nil, targetSpeaker: String? = nil,
    paragraph: Int? = nil, author: String? = nil, created: Int? = nil,
    changed: Int? = nil, comment: String? = nil, carried: Carried? = nil,
    tu: Int? = nil, segments: Segments? = nil
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.status = status
    self.confidence = confidence
    self.shape = shape
    self.document = document
    self.facts = facts
    self.kind = kind
    self.time = time
    self.speaker = speaker
    self.targetSpeaker = targetSpeaker
    self.paragraph = paragraph
    self.author = author
    self.created = created
    self.changed = changed
    self.comment = comment
    self.carried = carried
    self.tu = tu
    self.segments = segments
  }
}
