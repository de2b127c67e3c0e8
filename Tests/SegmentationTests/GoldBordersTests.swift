internal import Bitext
internal import Foundation
internal import Segmentation
internal import Testing

/// Sentence borders against texts that people cut: runs of one to eight of their lines are joined
/// into paragraphs, and the borders inside are to be found again. The texts are not in this
/// repository; `BITEXT_GOLD` names their folder, and without it these tests are skipped.
private let gold = ProcessInfo.processInfo.environment["BITEXT_GOLD"]

@Suite(.enabled(if: gold != nil, "set BITEXT_GOLD to the folder of gold texts"))
struct GoldBordersTests {
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

  static let files = [
    ("mag/003", 0.97), ("mac-dev/001", 0.97), ("mac-dev/002", 0.97), ("mac-dev/003", 0.97),
    ("mac-dev/004", 0.97), ("mac-dev/005", 0.97), ("mac-dev/006", 0.97),
  ]

  @Test(arguments: files, [Language.zh, .en])
  func borders(file: (name: String, bar: Double), language: Language) throws {
    let url = URL(filePath: try #require(gold)).appending(path: "\(file.name).\(language.code)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let score = Self.score(lines.map(String.init), Segmenter(language), language)
    print("\(file.name) \(language):", score)
    #expect(score.precision >= file.bar && score.recall >= file.bar, "\(score)")
  }

  static func score(_ lines: [String], _ segmenter: Segmenter, _ language: Language) -> Score {
    var score = Score()
    var random = SeededRandom(seed: 1)
    var rest = lines[...]
    while !rest.isEmpty {
      let run = takeRun(from: &rest, random.next(below: 8) + 1)
      let joined = run.joined(separator: language.isUnspaced ? "" : " ")
      let found = Set(borders(segmenter.segment(.paragraphs([joined], language)).texts))
      let expected = Set(borders(run))
      if ProcessInfo.processInfo.environment["SHOW"] != nil, found != expected {
        print("GOLD ", run.joined(separator: " | "))
        print("FOUND", segmenter.segment(.paragraphs([joined], language)).texts.joined(separator: " | "))
      }
      score.right += found.intersection(expected).count
      score.found += found.count
      score.all += expected.count
    }
    return score
  }

  /// A run ends early after a line without final punctuation: a heading, a paragraph of its own.
  private static func takeRun(from rest: inout ArraySlice<String>, _ length: Int) -> [String] {
    var run: [String] = []
    while run.count < length, let line = rest.popFirst() {
      run.append(line)
      if !line.contains(where: { ".?!。？！…：:；;，,—".contains($0) }) { break }
    }
    return run
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
