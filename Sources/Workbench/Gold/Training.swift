public import Alignment
public import Bitext
internal import Exchange
internal import Foundation

/// Where training has come to.
public typealias TrainingStep = Trainer.Step

/// What training made, in figures measured on texts that had no part in it.
public struct TrainingReport: Codable, Sendable {
  /// A document, or several taken together.
  public struct Line: Codable, Sendable {
    /// The document's folder and name; the folder's name; `all`.
    public var name: String
    /// Beads right as a whole, nulls counted.
    public var strict: ScoreReport.Figures
    /// The nulls alone.
    public var nulls: ScoreReport.Figures
    /// The mean distance between the probability given and the share right.
    public var calibrationError: Double
    /// What perfect probabilities of as many beads stay under 95 times in 100.
    public var perfectError: Double
    /// Gold beads that no ladder can hold; nothing was learned from them.
    public var dropped: Int
    /// Passages put elsewhere on purpose: how many were found, and of those told of how many are.
    public var moved: ScoreReport.Figures
  }

  /// The weights file.
  public var path: String
  /// Gold beads learned from.
  public var beads: Int
  /// Each document, in the order given; none when all were left out together.
  public var documents: [Line]
  /// The folders with several documents, and all documents.
  public var pooled: [Line]
}

extension GoldFiles {
  /// Learns weights from the gold and writes them, then measures each document with weights learned
  /// without it. The same files in the same order give the same bytes.
  /// - Throws: as `read`, before the work is done; `ExchangeError`; what the encoder throws.
  public func train(
    lexicon: Lexicon?, encoder: (any SentenceEncoder)? = nil, to path: String,
    progress: @Sendable (TrainingStep) -> Void
  ) throws -> TrainingReport {
    let documents = try read()
    let pairs = documents.map(\.pair)
    var file = try OutputFile(path)
    let outcome = try Trainer(lexicon: lexicon, encoder: encoder)
      .train(pairs, progress: progress)
    try file.write(Array(outcome.model.json(made: Self.note(pairs))) + [0x0A])
    try file.sync()
    try file.replace()
    let folders = documents.map { URL(fileURLWithPath: $0.folder).lastPathComponent }
    return TrainingReport(
      path: path, beads: Self.count(pairs), documents: outcome.validations.map { .init($0) },
      pooled: TrainingReport.pooled(outcome.validations, folders))
  }

  private static func count(_ pairs: [GoldPair]) -> Int { pairs.reduce(0) { $0 + $1.beads.count } }

  /// How the weights were made, for their file.
  private static func note(_ pairs: [GoldPair]) -> String {
    "bitext train: \(count(pairs)) gold beads of \(pairs.map(\.name).joined(separator: ", "))"
  }
}

extension TrainingReport {
  fileprivate static func pooled(_ all: [Trainer.Validation], _ folders: [String]) -> [Line] {
    guard all.count > 1 else { return [] }
    let byFolder = Dictionary(grouping: zip(folders, all), by: \.0)
    let several = byFolder.filter { $1.count > 1 && $1.count < all.count }
    return several.sorted { $0.key < $1.key }.map { Line($0, $1.map(\.1)) } + [Line("all", all)]
  }
}

extension TrainingReport.Line {
  fileprivate init(_ document: Trainer.Validation) { self.init(document.name, [document]) }

  fileprivate init(_ name: String, _ documents: [Trainer.Validation]) {
    let score = documents.reduce(Score()) { $0 + $1.score }
    let calibration = Calibration(score.judged)
    self.init(
      name: name, strict: ScoreReport.Figures(score.strict),
      nulls: ScoreReport.Figures(score.nulls), calibrationError: calibration.error,
      perfectError: calibration.perfectError(),
      dropped: documents.reduce(0) { $0 + $1.dropped },
      moved: ScoreReport.Figures(documents.reduce(Score.Counts()) { $0 + $1.moved }))
  }
}
