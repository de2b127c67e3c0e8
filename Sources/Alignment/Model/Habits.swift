/// What this document pair does more or less often than others, as the round before found it:
/// natural logs of its shares against what texts have on average. Zero before anything is known.
///
/// A free translation drops and joins sentences; a text whose quotation marks were lost on one side
/// proves nothing by a missing one. So the same sight weighs differently from text to text.
struct Habits {
  /// Beads that are nulls, one-to-one, larger.
  private(set) var null: Float = 0
  private(set) var one: Float = 0
  private(set) var many: Float = 0
  /// Pairs of which one side alone closes a quotation, of those where either does.
  private(set) var closingQuotes: Float = 0
  /// Pairs after which a quotation is open on one side alone, of those where it is on either.
  private(set) var openQuotes: Float = 0
  /// Pairs of which one side alone ends in the middle of a sentence.
  private(set) var endings: Float = 0
  /// Whether the paragraphs of the two texts answer to each other. They need not: each side may have
  /// been laid out anew.
  private(set) var paragraphsAnswer = true

  init() {}

  init(_ tally: Tally) {
    let beads = tally.nulls + tally.ones + tally.larger + 10
    // Beyond three tenths a share says that the ladder has gone astray rather than what the text is.
    null = (min(0.3, (tally.nulls + 0.5) / beads) / 0.05).logarithm
    one = (max(0.3, (tally.ones + 7.5) / beads) / 0.75).logarithm
    many = ((tally.larger + 2) / beads / 0.2).logarithm
    closingQuotes = tally.closingQuotes.share(of: 3).logarithm
    openQuotes = tally.openQuotes.share(of: 3).logarithm
    endings = tally.endings.share(of: 10).logarithm
    // Of pairs that begin a paragraph on either side, texts laid out alike begin one on both nine times
    // in ten; paragraphs of some four segments that were set apart, once in eight.
    paragraphsAnswer = tally.paragraphs.differing < 0.7 * tally.paragraphs.all + 3
  }

  /// Expected numbers of beads, added up bead by bead.
  struct Tally {
    /// Cases that differ, of those that could.
    struct Count {
      var differing: Float = 0
      var all: Float = 0

      mutating func add(_ source: Bool, _ target: Bool, _ probability: Float) {
        if source != target { differing += probability }
        all += probability
      }

      /// The share that differs against a tenth, with `prior` cases of which a tenth differs.
      func share(of prior: Float) -> Float { (differing + 0.1 * prior) / (all + prior) / 0.1 }
    }

    fileprivate var nulls: Float = 0
    fileprivate var ones: Float = 0
    fileprivate var larger: Float = 0
    fileprivate var closingQuotes = Count()
    fileprivate var openQuotes = Count()
    fileprivate var endings = Count()
    fileprivate var paragraphs = Count()

    /// Counts a bead of a shape. Nulls count by the cube of their probability: real omissions are
    /// all but certain, while a free translation has many nulls that are half believed, and these
    /// must not make each other believed.
    mutating func add(shape: Int, _ probability: Float) {
      if shape < 2 {
        nulls += probability * probability * probability
      } else if Shapes.all[shape] == (1, 1) {
        ones += probability
      } else {
        larger += probability
      }
    }

    /// Counts how a pair begins: the facts of its first segments.
    mutating func add(beginning source: SegmentFacts, _ target: SegmentFacts, _ probability: Float)
    {
      if source.startsParagraph || target.startsParagraph {
        paragraphs.add(source.startsParagraph, target.startsParagraph, probability)
      }
    }

    /// Counts how a pair ends: the facts of its last segments.
    mutating func add(_ source: SegmentFacts, _ target: SegmentFacts, _ probability: Float) {
      if source.closesQuote || target.closesQuote {
        closingQuotes.add(source.closesQuote, target.closesQuote, probability)
      }
      if source.quoteStaysOpen || target.quoteStaysOpen {
        openQuotes.add(source.quoteStaysOpen, target.quoteStaysOpen, probability)
      }
      endings.add(source.endsOpen, target.endsOpen, probability)
    }
  }
}
