// Where two texts differ, token by token, to be shown.
public import Bitext

/// A stretch in which two texts differ.
public struct MatchDifference: Hashable, Sendable, Codable {
  /// What stands there in the first text, in UTF-8 bytes; empty where the second has more.
  public var first: Range<Int>
  /// What stands there in the second text, likewise.
  public var second: Range<Int>

  /// The stretches in which two texts of a language differ, in order: a fewest edits there are, each
  /// run of them one stretch. O(n · m); texts beyond four million cells are one stretch.
  public static func between(
    _ first: String, _ second: String, _ language: Language
  ) -> [MatchDifference] {
    let unit = MatchUnit(language)
    let (a, b) = (MatchTokens(first, by: unit), MatchTokens(second, by: unit))
    return runs(a.keys, b.keys).map { run in
      MatchDifference(
        first: a.place(run.first, end: first.utf8.count),
        second: b.place(run.second, end: second.utf8.count))
    }
  }

  /// How much a text is, as it is paid: its characters but white space, or its words but marks.
  public static func amount(of text: String, _ language: Language) -> Int {
    let unit = MatchUnit(language)
    let part: TokenPart = unit == .words ? .word : .space
    return MatchTokens(text, by: unit).keys.count { key in
      (key.unicodeScalars.first.map { TokenPart($0) == part } == true) == (unit == .words)
    }
  }

  private typealias Run = (first: Range<Int>, second: Range<Int>)

  private static func runs(_ a: [String], _ b: [String]) -> [Run] {
    guard a != b else { return [] }
    guard (a.count + 1) * (b.count + 1) <= 4_000_000 else {
      return [(a.indices, b.indices)]
    }
    var runs: [Run] = []
    for step in path(a, b) where !step.isSame {
      if let last = runs.last, last.first.upperBound == step.i, last.second.upperBound == step.j {
        runs.removeLast()
        runs.append(
          (last.first.lowerBound..<step.i + step.di, last.second.lowerBound..<step.j + step.dj))
      } else {
        runs.append((step.i..<step.i + step.di, step.j..<step.j + step.dj))
      }
    }
    return runs
  }

  private struct Step {
    /// Where it begins in each text, and how many tokens of each it takes.
    var (i, j): (Int, Int)
    var (di, dj): (Int, Int)
    var isSame: Bool
  }

  /// The steps of a shortest way from both beginnings to both ends (Wagner and Fischer 1974).
  private static func path(_ a: [String], _ b: [String]) -> [Step] {
    let width = b.count + 1
    var cost = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count, through: 0, by: -1) {
      for j in stride(from: b.count, through: 0, by: -1) {
        let at = i * width + j
        if i == a.count || j == b.count {
          cost[at] = Int32(a.count - i + b.count - j)
        } else {
          let same: Int32 = a[i] == b[j] ? 0 : 1
          cost[at] = min(
            cost[at + width + 1] + same, cost[at + width] + 1, cost[at + 1] + 1)
        }
      }
    }
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let at = i * width + j
      let isDiagonal = i < a.count && j < b.count
      let isSame = isDiagonal && a[i] == b[j]
      let isTaken = isDiagonal && cost[at] == cost[at + width + 1] + (isSame ? 0 : 1)
      let di = isTaken || i < a.count && cost[at] == cost[at + width] + 1 ? 1 : 0
      let dj = isTaken || di == 0 ? 1 : 0
      steps.append(Step(i: i, j: j, di: di, dj: dj, isSame: isTaken && isSame))
      (i, j) = (i + di, j + dj)
    }
    return steps
  }
}

extension MatchTokens {
  /// The bytes of some tokens; of none the place before the next one.
  fileprivate func place(_ tokens: Range<Int>, end: Int) -> Range<Int> {
    guard let last = tokens.last else {
      let start = tokens.lowerBound < ranges.count ? ranges[tokens.lowerBound].lowerBound : end
      return start..<start
    }
    return ranges[tokens.lowerBound].lowerBound..<ranges[last].upperBound
  }
}
