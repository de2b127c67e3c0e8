public import Alignment
public import Bitext
internal import Documents
internal import Exchange
internal import Memory
internal import Terminology

/// What importing pairs to review made and stored.
public struct GivenReport: Codable, Sendable {
  /// The document pair in figures.
  public var figures: PairFigures
  /// From how many confirmed pairs of the workspace was learned.
  public var learned: Int
  /// Whether the texts do not seem to be translations of each other.
  public var isUnrelated: Bool
  /// How many links cross others, so that their segments are rows without a counterpart.
  public var crossing = 0
  /// How many segments no link holds.
  public var unlinked = 0
  /// How many links hold segments apart, or some that another holds, and were cut.
  public var broken = 0

  /// What to tell the person about the texts; `nil` when they seem to belong together.
  public var warning: WorkbenchError? { isUnrelated ? .unrelated(figures.name) : nil }
}

extension Bench {
  /// Stores the units of a file as a document pair, a row each, with what the aligner thinks of each.
  /// - Parameters:
  ///   - isAfresh: whether every row is unreviewed, whatever the file says.
  /// - Throws: `ExchangeError`, `MemoryError`, `WorkbenchError`; what the encoder throws.
  public func importPairs(
    _ source: UnitSource, as name: String, facts: PairFacts, isAfresh: Bool = false,
    means: MeansFinder, model: Model? = nil
  ) throws -> GivenReport {
    try store.checkFree(name)
    var units: [Unit] = []
    try source.read(document: name) { unit in
      if let first = units.first,
        (unit.sourceLanguage, unit.targetLanguage) != (first.sourceLanguage, first.targetLanguage)
      {
        throw WorkbenchError.severalLanguages(source.paths[0], first, unit)
      }
      units.append(unit)
    }
    let languages = (units[0].sourceLanguage, units[0].targetLanguage)
    let texts = GivenTexts(units, languages, try source.origin())
    return try importGiven(
      texts, as: name, facts, isAfresh: isAfresh, means: means, model: model)
  }

  /// Stores two texts and a ladder that another aligner made over them.
  /// - Parameters:
  ///   - ladder: beads by the numbers of segments, or links between elements of two XML texts.
  ///   - texts: the two texts; with beads their lines are the segments.
  /// - Throws: as `importPairs`; `DocumentError` for a text.
  public func importLadder(
    _ ladder: String, _ texts: TextFiles, as name: String, facts: PairFacts, means: MeansFinder,
    model: Model? = nil
  ) throws -> GivenReport {
    try store.checkFree(name)
    let given = try GivenTexts(ladder, texts)
    return try importGiven(given, as: name, facts, isAfresh: true, means: means, model: model)
  }

  private func importGiven(
    _ texts: GivenTexts, as name: String, _ facts: PairFacts, isAfresh: Bool, means: MeansFinder,
    model: Model?
  ) throws -> GivenReport {
    let (source, target) = (texts.source.document.language, texts.target.document.language)
    guard source.code != target.code else { throw WorkbenchError.sameLanguage(source) }
    let found = try means(source, target)
    let learning = try Learning(from: store, source, target, found.lexicon)
    let alignments = Alignments(
      Glossary(try store.concepts()), found.lexicon, learning.all, model,
      found.encoder.map { CachedEncoder($0, in: store) }, source, target)
    let (new, given) = try alignments.pair(texts, name: name, facts: facts, isAfresh: isAfresh)
    let report = try keep(new)
    return GivenReport(
      figures: report.figures, learned: report.learned, isUnrelated: report.isUnrelated,
      crossing: given.crossing.count, unlinked: given.unlinked, broken: given.broken)
  }
}

extension Alignments {
  /// The document pair of given texts and pairs.
  /// - Throws: `WorkbenchError` when the ladder holds segments that the texts do not have; what the
  ///   encoder throws.
  fileprivate func pair(
    _ texts: GivenTexts, name: String, facts: PairFacts, isAfresh: Bool
  ) throws -> (NewPair, GivenLadder) {
    let extent = Shape(texts.source.segments.count, texts.target.segments.count)
    let given: GivenLadder
    do { given = try GivenLadder(texts.beads, extent: extent) } catch {
      throw WorkbenchError.outOfRange(error, extent, texts)
    }
    let judged = texts.judged
    let outcome = try judge(given, judged.source, judged.target)
    var pair = DocumentPair(
      name: name, facts: facts, source: texts.source, target: texts.target,
      rows: DocumentPair.rows(
        of: outcome.ladder, source: texts.source, target: texts.target, doubts: outcome.doubts))
    pair.markNonText()
    for (index, bead) in outcome.ladder.beads.enumerated() {
      if let unit = texts.unit(of: bead) { pair.rows[index].take(unit, isAfresh: isAfresh) }
      if !pair.rows[index].status.isLocked {
        pair.rows[index].doubts += termDoubts(pair.rows[index], in: pair)
      }
    }
    return (
      NewPair(
        pair: pair, encoder: encoder, isUnrelated: outcome.isUnrelated, learned: learned,
        action: "import"), given
    )
  }
}

extension Row {
  /// Takes what a file says of a pair, but that it was corrected here: its text is the file's.
  fileprivate mutating func take(_ unit: Unit, isAfresh: Bool) {
    comment = unit.comment
    let isNull = source.isEmpty || target.isEmpty
    switch unit.status {
    case .nonText: status = .nonText
    case _ where isAfresh: break
    case .rejected: status = .rejected
    case .confirmed, .edited: status = isNull ? .unreviewed : .confirmed
    case .accepted: status = isNull ? .unreviewed : .accepted
    case .omitted: if target.isEmpty { status = .omitted }
    case .added: if source.isEmpty { status = .added }
    case .unreviewed: break
    }
  }
}

extension GivenTexts {
  /// Texts with the ladder that a file holds.
  fileprivate init(_ ladder: String, _ files: TextFiles) throws {
    let paths = files.source + files.target
    let file = try UnitFile([ladder] + paths)
    guard file.format == .tei || file.format == .xces else {
      var files = files
      (files.unit, files.keepsOrder) = (.line, true)
      let texts = try TextPair(reading: files)
      self.init(texts.source, texts.target, try LadderFile.read(ladder))
      return
    }
    let linked = try file.texts(
      ReadingOptions(
        sourceLanguage: files.sourceLanguage, targetLanguage: files.targetLanguage, document: ""))
    func language(
      _ stated: Language?, _ text: LinkedTexts.Text, _ side: Side
    ) throws(WorkbenchError) -> Language {
      let words = text.segments.map(\.text).joined(separator: "\n")
      guard let language = stated ?? text.language ?? LanguageGuess(words).language else {
        throw .untoldLanguage(paths[side == .source ? 0 : 1], side)
      }
      return language
    }
    self.init(
      linked,
      (
        try language(files.sourceLanguage, linked.source, .source),
        try language(files.targetLanguage, linked.target, .target)
      ), try UnitSource([ladder]).origin())
  }
}

extension WorkbenchError {
  fileprivate static func severalLanguages(
    _ path: String, _ first: Unit, _ other: Unit
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path,
      problem: "has units from \(first.sourceLanguage) into \(first.targetLanguage), and from "
        + "\(other.sourceLanguage) into \(other.targetLanguage)",
      fix: "state two languages with --source-lang and --target-lang")
  }

  fileprivate static func outOfRange(
    _ error: GivenLadder.OutOfRange, _ extent: Shape, _ texts: GivenTexts
  ) -> WorkbenchError {
    let isSource = error.side == .source
    let name = (isSource ? texts.source : texts.target).document.origin.fileName
    return WorkbenchError(
      kind: .badInput, place: name,
      problem:
        "has \(isSource ? extent.source : extent.target) segments, and the ladder names number "
        + "\(error.segment), counted from 0",
      fix: "name the texts that the ladder was made from, a segment a line, source first")
  }
}
