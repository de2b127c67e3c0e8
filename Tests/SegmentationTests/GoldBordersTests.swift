internal import Bitext
internal import Foundation
internal import Segmentation
internal import Testing

/// Sentence borders against texts that people cut: runs of one to eight of their lines are joined
/// into paragraphs, and the borders inside are to be found again. The texts are not in this
/// repository; `BITEXT_GOLD` names their folder, and without it these tests are skipped.
private let gold = ProcessInfo.processInfo.environment["BITEXT_GOLD"]

@Suite(.serialized, .enabled(if: gold != nil, "set BITEXT_GOLD to the folder of gold texts"))
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

  /// Sets of texts, and the bar for each: precision and recall over all its files.
  static let sets = [
    ["mag/003"], (1...6).map { "mac-dev/00\($0)" },
  ]

  @Test(arguments: sets, [Language.zh, .en])
  func borders(files: [String], language: Language) throws {
    let folder = URL(filePath: try #require(gold))
    let segmenter = Segmenter(language)
    var total = Score()
    for file in files {
      let url = folder.appending(path: "\(file).\(language.code)")
      let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      let score = try Self.score(lines.map(String.init), segmenter, language)
      total.right += score.right
      total.found += score.found
      total.all += score.all
      print(file, language, score)
    }
    print("together", language, total)
    #expect(total.precision >= 0.98 && total.recall >= 0.98, "\(total)")
  }

  static func score(_ lines: [String], _ segmenter: Segmenter, _ language: Language) throws -> Score
  {
    var score = Score()
    var random = SeededRandom(seed: 1)
    var rest = lines[...]
    while !rest.isEmpty {
      let run = takeRun(from: &rest, random.next(below: 8) + 1)
      let joined = run.joined(separator: language.isUnspaced ? "" : " ")
      let found = Set(borders(try segmenter.segment(.paragraphs([joined], language)).texts))
      let expected = Set(borders(run))
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
      guard let last = line.last(where: { !"\"'”’」』）) ".contains($0) }) else { break }
      if !".?!。？！…：:；;，,—–".contains(last) { break }
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
