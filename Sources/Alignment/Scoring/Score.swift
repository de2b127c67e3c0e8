public import Bitext

/// How well beads agree with gold, as the published tables count it.
///
/// Strict: a bead is right when both sides are exactly a gold bead's; null beads count on both
/// sides. Lax: a bead with both sides filled is right when it meets a gold bead on both.
public struct Score: Hashable, Sendable {
  /// Right beads of how many: precision over the beads tested, recall over the gold.
  public struct Counts: Hashable, Sendable {
    /// Tested beads that are right.
    public var rightOfTest = 0
    /// Tested beads.
    public var test = 0
    /// Gold beads that were found.
    public var foundOfGold = 0
    /// Gold beads.
    public var gold = 0

    /// The share of the tested beads that are right; 0 for none.
    public var precision: Double { test == 0 ? 0 : Double(rightOfTest) / Double(test) }
    /// The share of the gold beads that were found; 0 for none.
    public var recall: Double { gold == 0 ? 0 : Double(foundOfGold) / Double(gold) }
    /// The harmonic mean of precision and recall; 0 when both are.
    public var f1: Double {
      let sum = precision + recall
      return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    /// No beads yet.
    public init() {}

    init(rightOfTest: Int, test: Int, foundOfGold: Int, gold: Int) {
      (self.rightOfTest, self.test) = (rightOfTest, test)
      (self.foundOfGold, self.gold) = (foundOfGold, gold)
    }

    /// Two counts as one.
    public static func + (a: Counts, b: Counts) -> Counts {
      Counts(
        rightOfTest: a.rightOfTest + b.rightOfTest, test: a.test + b.test,
        foundOfGold: a.foundOfGold + b.foundOfGold, gold: a.gold + b.gold)
    }
  }

  /// Beads right as a whole, nulls counted.
  public var strict = Counts()
  /// Beads that meet on both sides, nulls left out.
  public var lax = Counts()
  /// The strict counts by the shape of the bead.
  public var byShape: [Shape: Counts] = [:]
  /// The strict counts of the null beads.
  public var nulls: Counts { byShape.reduce(Counts()) { $1.key.isNull ? $0 + $1.value : $0 } }
  /// Every tested bead in order: its stated probability, and whether it is right.
  public var judged: [Judged] = []

  /// A tested bead as judged.
  public struct Judged: Hashable, Sendable {
    /// The probability the aligner gave; `nil` when it gave none.
    public var confidence: Double?
    /// Whether the bead is in the gold.
    public var isRight: Bool
    /// How many gold beads begin in its place, for resampling: those whose first segment it holds.
    public var gold: Int
  }

  /// A score of nothing yet.
  public init() {}

  /// Scores beads against gold. O(beads).
  public init(of test: [Bead], against gold: [Bead]) {
    let goldKeys = Set(gold.map(Key.init))
    let testKeys = Set(test.map(Key.init))
    for bead in test {
      let right = goldKeys.contains(Key(bead))
      count(bead.shape) {
        $0.test += 1
        if right { $0.rightOfTest += 1 }
      }
    }
    for bead in gold {
      let found = testKeys.contains(Key(bead))
      count(bead.shape) {
        $0.gold += 1
        if found { $0.foundOfGold += 1 }
      }
    }
    lax = Self.lax(test, gold)
    judged = Self.judged(test, gold, goldKeys)
  }

  /// Two scores over two pairs of texts as one.
  public static func + (a: Score, b: Score) -> Score {
    var sum = Score()
    sum.strict = a.strict + b.strict
    sum.lax = a.lax + b.lax
    sum.byShape = a.byShape.merging(b.byShape, uniquingKeysWith: +)
    sum.judged = a.judged + b.judged
    return sum
  }

  private struct Key: Hashable {
    let source: [Int]
    let target: [Int]
    init(_ bead: Bead) { (source, target) = (bead.source, bead.target) }
  }

  private mutating func count(_ shape: Shape, _ change: (inout Counts) -> Void) {
    change(&strict)
    change(&byShape[shape, default: Counts()])
  }

  private static func lax(_ test: [Bead], _ gold: [Bead]) -> Counts {
    func meeting(_ beads: [Bead], _ others: [Bead]) -> (Int, Int) {
      let full = beads.filter { !$0.shape.isNull }
      var owners: (source: [Int: Int], target: [Int: Int]) = ([:], [:])
      for (number, bead) in others.enumerated() where !bead.shape.isNull {
        for i in bead.source { owners.source[i] = number }
        for j in bead.target { owners.target[j] = number }
      }
      let met = full.count { bead in
        !Set(bead.source.compactMap { owners.source[$0] })
          .isDisjoint(with: bead.target.compactMap { owners.target[$0] })
      }
      return (met, full.count)
    }
    let (right, tested) = meeting(test, gold)
    let (found, known) = meeting(gold, test)
    return Counts(rightOfTest: right, test: tested, foundOfGold: found, gold: known)
  }

  private static func judged(_ test: [Bead], _ gold: [Bead], _ keys: Set<Key>) -> [Judged] {
    var owners: (source: [Int: Int], target: [Int: Int]) = ([:], [:])
    for (number, bead) in test.enumerated() {
      for i in bead.source { owners.source[i] = number }
      for j in bead.target { owners.target[j] = number }
    }
    var starts = [Int](repeating: 0, count: test.count)
    for bead in gold {
      let owner =
        bead.source.first.flatMap { owners.source[$0] }
        ?? bead.target.first.flatMap { owners.target[$0] }
      if let owner { starts[owner] += 1 }
    }
    return test.enumerated().map { index, bead in
      Judged(
        confidence: bead.confidence, isRight: keys.contains(Key(bead)), gold: starts[index])
    }
  }
}
