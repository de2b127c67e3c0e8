/// What the user knows of a document pair, for exports and searches. All of it optional.
public struct PairFacts: Hashable, Sendable, Codable {
  /// For whom it was translated.
  public var client: String?
  /// What it is about: `law`, `press`.
  public var domain: String?
  /// When it was published or translated, as the user wrote it; ISO 8601 by custom.
  public var date: String?
  /// A remark.
  public var note: String?

  /// The facts given.
  public init(
    client: String? = nil, domain: String? = nil, date: String? = nil, note: String? = nil
  ) {
    self.client = client
    self.domain = domain
    self.date = date
    self.note = note
  }
}

/// Two documents and the rows between them: what NAME names.
public struct DocumentPair: Hashable, Sendable {
  /// What the user calls it.
  public var name: String
  /// What the user knows of it.
  public var facts: PairFacts
  /// The text translated from.
  public var source: SegmentedDocument
  /// The text translated into.
  public var target: SegmentedDocument
  /// The rows, in order.
  public var rows: [Row]

  /// A named pair of documents with its rows.
  public init(
    name: String, facts: PairFacts = PairFacts(), source: SegmentedDocument,
    target: SegmentedDocument, rows: [Row]
  ) {
    self.name = name
    self.facts = facts
    self.source = source
    self.target = target
    self.rows = rows
  }

  /// One side's document.
  public subscript(side: Side) -> SegmentedDocument {
    get { side == .source ? source : target }
    set { if side == .source { source = newValue } else { target = newValue } }
  }

  /// A row's words on one side: the corrected text if there is one, else its segments joined.
  public func text(_ row: Row, _ side: Side) -> String {
    if side == .target, let edited = row.edited { return edited }
    return self[side].joined(row[side])
  }

  /// How many segments a row holds on each side.
  public func shape(_ row: Row) -> Shape {
    Shape(
      source.indices(startingIn: row.source).count, target.indices(startingIn: row.target).count)
  }
}

extension DocumentPair {
  /// The rows of a ladder between two documents, numbered from 1: each boundary is the start of
  /// the bead's first segment, but 0 for the first bead and the text's end after the last.
  /// - Precondition: the ladder's extent is that of the documents.
  public static func rows(
    of ladder: Ladder, source: SegmentedDocument, target: SegmentedDocument,
    doubts: [[Doubt]] = []
  ) -> [Row] {
    precondition(ladder.extent == Shape(source.segments.count, target.segments.count))
    var rows = rows(of: ladder.beads.map(\.shape), source: source, target: target)
    for (index, bead) in ladder.beads.enumerated() {
      rows[index].confidence = bead.confidence
      if index < doubts.count { rows[index].doubts = doubts[index] }
    }
    return rows
  }

  /// Rows of these shapes one below the other, numbered from 1.
  /// - Parameter above: how many segments stand above the first row on each side.
  public static func rows(
    of shapes: [Shape], below above: Shape = Shape(0, 0), source: SegmentedDocument,
    target: SegmentedDocument
  ) -> [Row] {
    var starts = (
      source: source.border(before: above.source), target: target.border(before: above.target)
    )
    var counts = (source: above.source, target: above.target)
    return shapes.enumerated().map { index, shape in
      counts.source += shape.source
      counts.target += shape.target
      let ends = (
        source: shape.source == 0 ? starts.source : source.border(before: counts.source),
        target: shape.target == 0 ? starts.target : target.border(before: counts.target)
      )
      defer { starts = ends }
      return Row(
        id: index + 1, source: starts.source..<ends.source, target: starts.target..<ends.target)
    }
  }
}
