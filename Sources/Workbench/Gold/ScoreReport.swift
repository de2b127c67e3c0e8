internal import Alignment
public import Bitext

/// How well beads agree with gold, in figures: strict and lax, by shape, with the error to expect
/// of the measurement, and, when asked, how far the stated probabilities can be trusted.
public struct ScoreReport: Codable, Sendable {
  /// Precision, recall and their harmonic mean, with the counts behind them.
  public struct Figures: Codable, Sendable {
    /// The share of the tested beads that are right.
    public var precision: Double
    /// The share of the gold beads that were found.
    public var recall: Double
    /// Their harmonic mean.
    public var f1: Double
    /// Beads tested.
    public var test: Int
    /// Beads of the gold.
    public var gold: Int

    init(_ counts: Score.Counts) {
      (precision, recall, f1) = (counts.precision, counts.recall, counts.f1)
      (test, gold) = (counts.test, counts.gold)
    }
  }

  /// The figures of one shape.
  public struct ByShape: Codable, Sendable {
    /// The shape, as in `1-2`.
    public var shape: String
    /// Its strict figures.
    public var figures: Figures
  }

  /// Beads right as a whole, nulls counted.
  public var strict: Figures
  /// Beads that meet a gold bead on both sides, nulls left out.
  public var lax: Figures
  /// The ends of the 95 % interval of the strict F1.
  public var interval: [Double]
  /// The strict figures by shape, the most frequent in the gold first; none where the segments of gold
  /// and test differ.
  public var shapes: [ByShape]
  /// Whether the probabilities can be trusted; `nil` when not asked.
  public var calibration: CalibrationReport?

  init(_ score: Score, calibration: Bool) {
    strict = Figures(score.strict)
    lax = Figures(score.lax)
    let ends = score.interval()
    interval = [ends.lowerBound, ends.upperBound]
    shapes = score.byShape.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }
      .map { ByShape(shape: $0.description, figures: Figures($1)) }
    self.calibration = calibration ? CalibrationReport(Calibration(score.judged)) : nil
  }

  /// Scores files of beads against gold files, all pairs of files pooled.
  /// - Parameters:
  ///   - files: gold, test, gold, test …
  ///   - calibration: whether to judge the probabilities; every tested bead must have one.
  /// - Throws: `DocumentError`; `WorkbenchError` for a line that is not a bead.
  public init(scoring files: [String], calibration: Bool) throws {
    var pooled = Score()
    for index in stride(from: 0, to: files.count - 1, by: 2) {
      let gold = try BeadFile(reading: files[index])
      let test = try BeadFile(reading: files[index + 1])
      if calibration { try test.checkProbabilities() }
      pooled = pooled + Score(of: test.beads, against: gold.beads)
    }
    self.init(pooled, calibration: calibration)
  }

  /// Scores beads over other segments than the gold's: a bead is right when its characters, white space
  /// left out, are on both sides exactly a gold bead's.
  /// - Parameters:
  ///   - files: gold, test, gold, test … Beside each stand the two texts it counts the lines of: with
  ///     `X.gold` are `X.zh` and `X.en`.
  ///   - source: the language of the source texts, whose tag is their ending.
  ///   - target: that of the target texts, likewise.
  /// - Throws: as `init(scoring:)` does, and when the texts of gold and test differ.
  public init(
    scoringByText files: [String], source: Language, target: Language, calibration: Bool
  ) throws {
    let languages = LanguagePair(from: source, to: target)
    var pooled = Score()
    for index in stride(from: 0, to: files.count - 1, by: 2) {
      let gold = try BeadFile(reading: files[index])
      let test = try BeadFile(reading: files[index + 1])
      if calibration { try test.checkProbabilities() }
      let (goldTexts, testTexts) = (try gold.texts(languages), try test.texts(languages))
      let source = try CommonPieces(goldTexts.source, testTexts.source)
      let target = try CommonPieces(goldTexts.target, testTexts.target)
      pooled =
        pooled
        + Score(
          of: test.beads.map { $0.inPieces(source.test, target.test) },
          against: gold.beads.map { $0.inPieces(source.gold, target.gold) })
    }
    pooled.byShape = [:]
    self.init(pooled, calibration: calibration)
  }
}

/// Whether stated probabilities can be trusted, and what review gains by following them.
public struct CalibrationReport: Codable, Sendable {
  /// Beads that were given much the same probability.
  public struct Bin: Codable, Sendable {
    /// The least probability of the bin.
    public var from: Double
    /// How many beads.
    public var beads: Int
    /// The mean of the probabilities given; `nil` for no beads.
    public var given: Double?
    /// The share of them that are right.
    public var right: Double?
  }

  /// What looking at the least probable beads finds.
  public struct Look: Codable, Sendable {
    /// The share of the beads looked at.
    public var beads: Double
    /// The share of all errors found among them.
    public var errors: Double
  }

  /// The mean distance between the probability given and the share right.
  public var error: Double
  /// What perfect probabilities of as many beads stay under 95 times in 100.
  public var perfectError: Double
  /// Ten bins, from the least probable.
  public var bins: [Bin]
  /// What each share of the beads finds.
  public var review: [Look]

  init(_ calibration: Calibration) {
    error = calibration.error
    perfectError = calibration.perfectError()
    bins = calibration.bins.enumerated().map { index, bin in
      let count = bin.count == 0 ? nil : Double(bin.count)
      return Bin(
        from: Double(index) / 10, beads: bin.count, given: count.map { bin.expected / $0 },
        right: count.map { Double(bin.right) / $0 })
    }
    review = [0.05, 0.1, 0.2, 0.3, 0.5].map { share in
      Look(beads: share, errors: calibration.errorsFound(lookingAt: share))
    }
  }
}
