// How right and how fast the program is on hand-aligned texts, as the tables in docs/alignment.md
// have it; judged by the scorer of the published tables, which stands beside the gold.
import Foundation
import TestData
import Testing

@Suite struct GoldBarsTests {
  @Test(
    .needs(.gold), .needsLexicon,
    arguments: [
      (["press-conference/statement"], "", 0.95),
      (
        ["press-conference/statement"], "--terms \(TestData.repository("glossary/terms.tsv"))", 0.95
      ),
      (["mag/003"], "", 0.96),
      ((1...6).map { "mac-dev/00\($0)" }, "", 0.84),
      (["docs-noisy/maint-guide"], "", 0.97),
      (["champollion/890621f"], "", 0.95),
    ])
  func strictF1(texts: [String], options: String, bar: Double) throws {
    let desk = try Desk(lexicon: true)
    var files: [String] = []
    for (number, text) in texts.enumerated() {
      let path = try TestData.gold.path(text)
      let command =
        "bitext align '\(path).zh' '\(path).en' --segmented --format beads \(options)"
      #expect(try desk.run("\(command) -o \(number).beads").status == 0)
      files += ["'\(path).gold'", "\(number).beads"]
    }
    let scorer = try TestData.gold.path("../tools/score_beads.py")
    let printed = try desk.run("python3 '\(scorer)' \(files.joined(separator: " "))").output
    let f1 = try #require(printed.firstMatch(of: /strict .*? F1 ([0-9.]+)/))
    #expect(try #require(Double(f1.1)) >= bar, "\(printed)")
  }

  /// Runs of lines joined into paragraphs, cut and aligned again. Headings and lines that lack their
  /// stop end a run.
  @Test(.needs(.gold), .needsLexicon, arguments: [(["mag/003"], 0.02)])
  func alignedFromJoinedLines(texts: [String], loss: Double) throws {
    let desk = try Desk(lexicon: true)
    let files = try texts.map { "'\(try TestData.gold.path($0)).gold'" }.joined(separator: " ")
    let script = TestData.repository("Benchmarks/joined_lines.py")
    let printed = try desk.run("'\(script)' --bitext bitext --headings \(files)").output
    let borders = printed.matches(of: /precision ([0-9.]+), recall ([0-9.]+)/)
    #expect(borders.count == 2)
    for figure in borders.flatMap({ [$0.1, $0.2] }) { #expect(Double(figure) ?? 0 >= 0.97) }
    let f1 = printed.matches(of: /strict +[0-9.]+ +[0-9.]+ +([0-9.]+)/).compactMap { Double($0.1) }
    try #require(f1.count == 2, "\(printed)")
    #expect(f1[0] - f1[1] <= loss, "\(printed)")
  }

  /// Half a second for the whole process, the lexicon opened and the pair stored; the release build
  /// only. The best of three, since other programs run beside it.
  @Test(.needsLexicon, .enabled(if: ProcessInfo.processInfo.environment["BITEXT_BINARY"] != nil))
  func theFoundingTextTakesLessThanHalfASecond() throws {
    let desk = try Desk(lexicon: true)
    let folder = TestData.repository("corpora/press-conference")
    let seconds = try (1...3).map { run -> Double in
      let line =
        "bitext align '\(folder)/zh.paragraphs.txt' '\(folder)/en.paragraphs.txt' --as p\(run)"
      let start = ContinuousClock.now
      let result = try desk.run(line)
      #expect(result.status == 0)
      let time = ContinuousClock.now - start
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    #expect(try #require(seconds.min()) < 0.5)
  }
}
