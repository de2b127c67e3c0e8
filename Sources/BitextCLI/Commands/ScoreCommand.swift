internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measures beads against gold.",
    discussion: """
      Examples:
        bitext score press.gold press.beads
        bitext score a.gold a.beads b.gold b.beads     both pairs of texts as one
        bitext score press.gold press.beads --calibration
        bitext score --by-text press.gold cut.beads    cut in other places than the gold

      Each file has one bead a line, such as [0, 1]:[0]:0.982, counted from 0;
      what stands after the two sides is the probability, or another aligner's
      score. Strict: both sides are exactly a gold bead's; nulls count. Lax: a bead
      with two sides meets a gold bead on both.

      With --by-text a bead is right when its words are on both sides exactly a
      gold bead's, however they are cut. The texts stand beside each file, a segment
      a line: press.zh and press.en beside press.gold, cut.zh and cut.en beside
      cut.beads, as `bitext segment --lines` writes them.
      """)

  @Argument(
    help: "GOLD and TEST, as often as wanted; the figures are of all of them together.",
    completion: .file())
  var files: [String]
  @Flag(help: "Also say whether the probabilities can be trusted, and what review gains.")
  var calibration = false
  @Flag(help: "Compare words, not segment numbers.") var byText = false
  @Option(help: "With --by-text: the language of the source texts, and their ending.")
  var sourceLang: Language = .zh
  @Option(help: "With --by-text: the language of the target texts, and their ending.")
  var targetLang: Language = .en
  @OptionGroup var output: JSONOption

  func validate() throws {
    guard files.count.isMultiple(of: 2) else {
      throw ValidationError("Give pairs of files: GOLD TEST [GOLD TEST …].")
    }
  }

  func run() throws {
    let report =
      try byText
      ? ScoreReport(
        scoringByText: files, source: sourceLang, target: targetLang, calibration: calibration)
      : ScoreReport(scoring: files, calibration: calibration)
    try output.json ? Terminal.write(json: report) : Terminal.write(report.text)
  }
}

extension ScoreReport {
  fileprivate var text: String {
    var table = Table(["BEADS", "P", "R", "F1", "TEST", "GOLD"], numbers: [1, 2, 3, 4, 5])
    table.add(["strict"] + strict.cells)
    table.add(["lax"] + lax.cells)
    for shape in shapes { table.add([shape.shape] + shape.figures.cells) }
    let ends = interval.map(\.fourDigits).joined(separator: " to ")
    let parts = [table.text, "strict F1 lies in \(ends) with 95 % confidence (blocks of 25 beads)"]
    return (parts + (calibration.map { [$0.text] } ?? [])).joined(separator: "\n\n")
  }
}

extension ScoreReport.Figures {
  fileprivate var cells: [String] {
    [precision.fourDigits, recall.fourDigits, f1.fourDigits, "\(test)", "\(gold)"]
  }
}

extension CalibrationReport {
  fileprivate var text: String {
    let error =
      "calibration error \(error.fourDigits); perfect probabilities stay under "
      + "\(perfectError.fourDigits) 95 times in 100"
    return [bins.table, error, review.table].joined(separator: "\n\n")
  }
}

extension [CalibrationReport.Bin] {
  fileprivate var table: String {
    var table = Table(["PROBABILITY", "BEADS", "GIVEN", "RIGHT"], numbers: [1, 2, 3])
    for bin in self {
      let ends = [bin.from, bin.from + 0.1].map { String(format: "%.1f", $0) }
      table.add(
        [ends.joined(separator: " to "), "\(bin.beads)"]
          + [bin.given, bin.right].map { $0?.fourDigits ?? "" })
    }
    return table.text
  }
}

extension [CalibrationReport.Look] {
  fileprivate var table: String {
    var table = Table(["BEADS LOOKED AT", "ERRORS FOUND"], numbers: [0, 1])
    for look in self { table.add([look.beads.percent, look.errors.percent]) }
    return table.text
  }
}
