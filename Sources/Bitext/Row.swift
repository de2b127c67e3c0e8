/// What is known of a row: what the aligner left, or what a person said.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
  /// As the aligner left it; no person has seen it.
  case unreviewed
  /// Taken unseen at a stated risk: not locked, not learned from.
  case accepted
  /// A person says it is right: locked, an anchor for realigning.
  case confirmed
  /// A person corrected its target text, and says it is right: locked.
  case edited
  /// Source text that the translation left out.
  case omitted
  /// Target text that the source does not have.
  case added
  /// Not text to translate: a byline, a page number. Where the readers are sure of it rows are so
  /// from the beginning.
  case nonText = "non-text"
  /// A person says it is no pair to keep.
  case rejected

  /// Whether a person has decided, or there is nothing to decide, so that realigning leaves the row
  /// alone.
  public var isLocked: Bool { self != .unreviewed && self != .accepted }
}

/// A reason to look at a row, one that a person can check.
public struct Doubt: Hashable, Sendable, Codable {
  /// What kind of thing disagrees.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The aligner itself is unsure.
    case confidence
    /// A number stands on one side only.
    case number
    /// A name stands on one side only.
    case name
    /// A glossary term of one side has none of its renderings on the other.
    case term
    /// Three segments or more on a side.
    case shape
    /// One side is much longer than this document's ratio lets expect.
    case length
    /// No word of a segment is supported by the other side.
    case unsupported
    /// A speaker label without a partner.
    case speaker
    /// Text without a counterpart.
    case null
    /// Questions, exclamations or quotation marks disagree.
    case punctuation
    /// A segment without a counterpart in its place has one elsewhere.
    case moved
    /// The text is another than when the row was made.
    case changed
    /// A person wants to see the row again.
    case flag
    /// A person doubts the row.
    case reviewer

    /// Whether a person raised it, so that nothing but a person takes it away.
    public var isPersons: Bool { self == .flag || self == .reviewer }
  }

  /// What kind of thing disagrees.
  public var kind: Kind
  /// What a person should compare, in a few words: `1994 only in target`.
  public var detail: String
  /// For a moved segment: where its counterpart stands, in UTF-8 bytes of the other text.
  public var place: Range<Int>?
  /// For a moved segment: how probable it is that the two are counterparts.
  public var probability: Double?

  /// A doubt of `kind`, told in `detail`.
  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  /// A segment's counterpart stands elsewhere.
  public init(movedTo place: Range<Int>, probability: Double) {
    self.init(.moved, "faces text elsewhere")
    self.place = place
    self.probability = probability
  }
}

/// A bead with its status, as review shows it.
///
/// The rows of a document pair divide each side's text without gap or overlap: every boundary is
/// the start of a segment, the first is 0 and the last the end of the text. A null side is an
/// empty range at the boundary where it stands. So the rows' order and cover can be checked from
/// the rows alone, and a segment that is cut moves no other row.
public struct Row: Hashable, Sendable, Codable, Identifiable {
  /// Unique in the document pair and stable: a row keeps it when its neighbours change.
  public var id: Int
  /// Its part of the source text, in UTF-8 bytes.
  public var source: Range<Int>
  /// Its part of the target text, in UTF-8 bytes.
  public var target: Range<Int>
  /// The aligner's probability that the row is right; `nil` once a person changed its borders.
  public var confidence: Double?
  /// What is known of it.
  public var status: Status
  /// Reasons to look at it.
  public var doubts: [Doubt]
  /// The target text as a person corrected it; the original stays in the document.
  public var edited: String?
  /// A reviewer's remark.
  public var comment: String?

  /// A row over the given parts of the two texts.
  public init(
    id: Int, source: Range<Int>, target: Range<Int>, confidence: Double? = nil,
    status: Status = .unreviewed, doubts: [Doubt] = [], edited: String? = nil,
    comment: String? = nil
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.confidence = confidence
    self.status = status
    self.doubts = doubts
    self.edited = edited
    self.comment = comment
  }

  /// Its part of one side.
  public subscript(side: Side) -> Range<Int> {
    get { side == .source ? source : target }
    set { if side == .source { source = newValue } else { target = newValue } }
  }
}
