internal import Bitext
internal import Foundation
internal import Segmentation
internal import TestData
internal import Testing

/// Sentence borders against texts that people cut: runs of one to eight of their lines are joined
/// into paragraphs, and the borders inside are to be found again. `Benchmarks/joined_lines.py` does the
/// same with anyone's gold, and shows what differs.
@Suite(.serialized, .needs(.gold)) struct GoldBordersTests {
  /// How many borders were found, right or wrong, of how many there are.
  struct Score: CustomStringConvertible {
    var right = 0
    var found = 0
    var all = 0
    var precision: Double { Double(right) / Double(max(found, 1)) }
    var recall: Double { Double(right) / Double(max(all, 1)) }
    var description: String {
      let thousandths = [precision, recall].map { ($0 * 1000).rounded() / 1000 }
      return "precision \(thousandths[0]), recall \(thousandths[1]) of \(all) borders"
    }
  }

  /// Sets of texts. The bar, for precision and recall over all files of a set, is .97.
  static let sets = [
    ["mag/003"], (1...6).map { "mac-dev/00\($0)" },
  ]

  @Test(arguments: sets, [Language.zh, .en])
  func borders(files: [String], language: Language) throws {
    let segmenter = Segmenter(language)
    var total = Score()
    for file in files {
      let path = try TestData.gold.path("\(file).\(language.code)")
      let lines = try String(contentsOfFile: path, encoding: .utf8)
        .split(whereSeparator: \.isNewline)
      let score = try Self.score(lines.map(String.init), segmenter, language)
      total.right += score.right
      total.found += score.found
      total.all += score.all
      print(file, language, score)
    }
    print("together", language, total)
    #expect(total.precision >= 0.97 && total.recall >= 0.97, "\(total)")
  }

  static func score(_ lines: [String], _ segmenter: Segmenter, _ language: Language) throws -> Score
  {
    var score = Score()
    var random = SeededGenerator(1)
    var rest = lines[...]
    while !rest.isEmpty {
      let run = Array(rest.prefix(random.below(8) + 1))
      rest = rest.dropFirst(run.count)
      let joined = run.joined(separator: language.isUnspaced ? "" : " ")
      let found = Set(borders(try segmenter.segment(.paragraphs([joined], language)).texts))
      let expected = Set(borders(run))
      score.right += found.intersection(expected).count
      score.found += found.count
      score.all += expected.count
    }
    return score
  }

  /// Inner borders, each as the number of characters before it, white space aside.
  private static func borders(_ pieces: [String]) -> [Int] {
    var count = 0
    return pieces.dropLast().map { piece in
      count += piece.count { !$0.isWhitespace }
      return count
    }
  }
}
