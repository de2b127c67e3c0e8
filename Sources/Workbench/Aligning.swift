public import Alignment
public import Bitext
internal import Memory
internal import Review
internal import Terminology

/// What aligning made and stored.
public struct AlignReport: Codable, Sendable {
  /// The document pair in figures.
  public var figures: PairFigures
  /// From how many confirmed pairs of the workspace was learned.
  public var learned: Int
  /// How many rows that a person had decided were kept; `nil` when nothing was replaced.
  public var kept: Int?
  /// How many such rows were not kept, since their text has changed.
  public var dropped: Int?
  /// Whether the texts do not seem to be translations of each other.
  public var isUnrelated: Bool

  /// What to tell the person about the texts; `nil` when they seem to belong together.
  public var warning: WorkbenchError? { isUnrelated ? .unrelated(figures.name) : nil }
}

extension Bench {
  /// Aligns two texts with the workspace's glossary, and with what its confirmed rows teach, and
  /// stores them as a document pair.
  /// - Parameters:
  ///   - facts: what is known of it; when it replaces another, what is not stated is taken over.
  ///   - replacing: whether a document pair of this name may be replaced; its decided rows are
  ///     kept where their text is unchanged.
  ///   - encoder: makes vectors, which the workspace keeps for the next time.
  ///   - learns: whether to learn from confirmed rows.
  /// - Throws: `MemoryError`, before the work is done when the name is used; what the encoder throws.
  public func align(
    _ texts: TextPair, as name: String, facts: PairFacts, replacing: Bool, lexicon: Lexicon?,
    model: Model? = nil, encoder: (any SentenceEncoder)? = nil, learns: Bool = true
  ) throws -> AlignReport {
    let isReplaced = try replacing && store.holds(name)
    if !isReplaced { try store.checkFree(name) }
    let (source, target) = (texts.source.document.language, texts.target.document.language)
    let learning =
      try learns ? Learning(from: store, source, target, lexicon) : .nothing(source, target)
    let aligner = Alignments(
      Glossary(try store.concepts(), lexicon), lexicon, learning.confirmed(without: name), model,
      encoder.map { CachedEncoder($0, in: store) }, source, target)
    return try keep(aligned(texts, as: name, facts, by: aligner, isReplaced: isReplaced))
  }

  /// The document pair of two texts, which nothing is stored of yet.
  func aligned(
    _ texts: TextPair, as name: String, _ facts: PairFacts, by aligner: Alignments,
    isReplaced: Bool
  ) throws -> NewPair {
    guard isReplaced else { return try aligner.pair(texts, name: name, facts: facts) }
    let event = try store.lastEvent(of: name)
    let old = try store.pair(named: name)
    let replacement = try Replacement(of: old, by: texts, since: event)
    return try aligner.pair(replacement, name: name, facts: facts.over(old.facts))
  }

  /// Stores a new document pair, in the place of the old one if it replaces one, and then its
  /// vectors, so that the pair never wants for room on their account.
  func keep(_ new: NewPair) throws(MemoryError) -> AlignReport {
    var report = AlignReport(
      figures: PairFigures(new.pair), learned: new.learned, isUnrelated: new.isUnrelated)
    switch new.place {
    case .free: try store.add(new.pair, action: new.action)
    case .instead(let heirs, let dropped, let event):
      try store.replace(new.pair.name, with: new.pair, heirs: heirs, since: event)
      (report.kept, report.dropped) = (heirs.count, dropped)
    }
    new.encoder?.keep()
    return report
  }
}

/// A document pair that is ready to be stored.
struct NewPair {
  var pair: DocumentPair
  /// What made its vectors, if anything did.
  var encoder: CachedEncoder?
  /// Whether the texts do not seem to be translations of each other.
  var isUnrelated: Bool
  /// From how many confirmed pairs was learned.
  var learned: Int
  /// Where it goes.
  var place = Place.free
  /// What the log calls its coming.
  var action = "align"
  /// What is to be told of its files.
  var notices: [String] = []

  /// The place of a new document pair in the workspace.
  enum Place {
    /// Its name is free.
    case free
    /// That of another: its decided rows that are kept, by their ids in both; how many are not; and
    /// its last event when it was read.
    case instead(heirs: [Row.ID: Row.ID], dropped: Int, since: Int)
  }
}

/// Texts of two languages in, rows with their doubts out.
struct Alignments: Sendable {
  private let aligner: Aligner
  private let check: RowCheck
  let encoder: CachedEncoder?
  /// From how many confirmed pairs it learns.
  let learned: Int

  /// - Parameter encoder: what makes vectors of the texts, if anything does.
  init(
    _ glossary: Glossary, _ lexicon: Lexicon?, _ confirmed: ConfirmedPairs?, _ model: Model?,
    _ encoder: CachedEncoder?, _ source: Language, _ target: Language
  ) {
    self.encoder = encoder
    aligner = Aligner(
      lexicon: lexicon, terms: glossary.terms(source, target), confirmed: confirmed, model: model)
    learned = confirmed?.count ?? 0
    check = RowCheck(glossary, source, target)
  }

  /// The document pair of two texts.
  /// - Throws: what the encoder throws.
  func pair(_ texts: TextPair, name: String, facts: PairFacts) throws -> NewPair {
    let outcome = try align(texts.source, texts.target)
    var pair = DocumentPair(
      name: name, facts: facts, source: texts.source, target: texts.target,
      rows: DocumentPair.rows(
        of: outcome.ladder, source: texts.source, target: texts.target, doubts: outcome.doubts))
    pair.markNonText()
    addTermDoubts(to: &pair)
    return NewPair(
      pair: pair, encoder: encoder, isUnrelated: outcome.isUnrelated, learned: learned)
  }

  /// The document pair that takes another's place: the kept rows as they are, locked while the
  /// text between them is aligned.
  /// - Throws: what the encoder throws.
  func pair(_ replacement: Replacement, name: String, facts: PairFacts) throws -> NewPair {
    let (source, target) = (replacement.source, replacement.target)
    let locked = replacement.kept.map {
      LockedBead(source: $0.gap.source, target: $0.gap.target)
    }
    let outcome = try align(source, target, locked: locked)
    let rungs = replacement.rungs(Rungs(outcome).filling)
    var pair = DocumentPair(
      name: name, facts: facts, source: source, target: target,
      rows: DocumentPair.rows(of: rungs.map(\.shape), source: source, target: target))
    var heirs: [Row.ID: Row.ID] = [:]
    for (index, rung) in rungs.enumerated() {
      pair.rows[index].take(rung)
      if let decided = rung.decided { heirs[pair.rows[index].id] = decided.id }
    }
    pair.markNonText()
    addTermDoubts(to: &pair)
    return NewPair(
      pair: pair, encoder: encoder, isUnrelated: outcome.isUnrelated, learned: learned,
      place: .instead(heirs: heirs, dropped: replacement.dropped, since: replacement.since))
  }

  /// The ladder of two texts, or of parts of them.
  /// - Throws: what the encoder throws.
  func align(
    _ source: SegmentedDocument, _ target: SegmentedDocument, locked: [LockedBead] = []
  ) throws -> Aligner.Outcome {
    let vectors = try encoder.map { try SpanVectors(source, target, by: $0) }
    return aligner.align(source, target, locked: locked, vectors: vectors)
  }

  /// What the aligner thinks of a ladder that others made.
  /// - Throws: what the encoder throws.
  func judge(
    _ given: GivenLadder, _ source: SegmentedDocument, _ target: SegmentedDocument
  ) throws -> Aligner.Outcome {
    let vectors = try encoder.map { try SpanVectors(source, target, by: $0) }
    return aligner.judge(given, source, target, vectors: vectors)
  }

  /// Keeps the vectors that were made, for the next time.
  func keepVectors() { encoder?.keep() }

  /// What the glossary has against a row.
  func termDoubts(_ row: Row, in pair: DocumentPair) -> [Doubt] { check.doubts(row, in: pair) }

  private func addTermDoubts(to pair: inout DocumentPair) {
    for index in pair.rows.indices where !pair.rows[index].status.isLocked {
      pair.rows[index].doubts += termDoubts(pair.rows[index], in: pair)
    }
  }
}
