internal import Bitext

extension Score {
  /// The 95 % confidence interval of the strict F1 by bootstrap over blocks of 25 consecutive
  /// beads, since errors come together (Efron & Tibshirani 1993). O(draws × blocks).
  public func interval(draws: Int = 1000, seed: UInt64 = 1) -> ClosedRange<Double> {
    let size = 25
    let blocks = stride(from: 0, to: judged.count, by: size).map { start -> (Int, Int, Int) in
      let block = judged[start..<min(start + size, judged.count)]
      return (block.count(where: \.isRight), block.count, block.reduce(0) { $0 + $1.gold })
    }
    guard !blocks.isEmpty else { return 0...0 }
    var random = SeededGenerator(seed)
    let values = (0..<draws).map { _ -> Double in
      var (right, test, gold) = (0, 0, 0)
      for _ in blocks.indices {
        let block = blocks[Int.random(in: blocks.indices, using: &random)]
        right += block.0
        test += block.1
        gold += block.2
      }
      return test + gold == 0 ? 0 : 2 * Double(right) / Double(test + gold)
    }.sorted()
    return values[draws * 25 / 1000]...values[draws * 975 / 1000]
  }
}
