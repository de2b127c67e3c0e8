internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learns the aligner's weights from gold, and measures them.",
    discussion: """
      Examples:
        bitext train gold/*.gold -o weights.json
        bitext train novels/*.gold un/*.gold --hold-out un -o weights.json
        bitext align zh.txt en.txt --as press --weights weights.json

      Beside X.gold stand X.zh and X.en: one segment a line, a blank line ends a
      paragraph. Each document is then aligned with weights learned without it, and
      with --hold-out without its whole folder; the figures are printed.
      """)

  @Argument(help: "Files of gold beads, X.gold.", completion: .file()) var gold: [String]
  @Option(
    name: .shortAndLong, help: .init("The file to write.", valueName: "file"),
    completion: .file())
  var output: String
  @Option(help: "The language of the source texts, and their ending.")
  var sourceLang: Language = .zh
  @Option(help: "The language of the target texts, and their ending.")
  var targetLang: Language = .en
  @Option(
    name: .customLong("hold-out"),
    help: .init("Leave the documents of a folder out together.", valueName: "folder"),
    completion: .directory)
  var heldOut: [String] = []
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let files = GoldFiles(
      gold, sourceLanguage: sourceLang, targetLanguage: targetLang, heldOut: heldOut)
    let means = try DataFolder.current.means(
      for: sourceLang, targetLang, encoder: encoder.choice)
    means.missing.forEach(Terminal.warn)
    let report = try files.train(lexicon: means.lexicon, encoder: means.encoder, to: output) {
      Terminal.progress($0.words)
    }
    Terminal.endProgress()
    if output == "-" { return }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.text)
  }
}

extension TrainingStep {
  fileprivate var words: String {
    switch self {
    case .evidence(let round): "round \(round): gathering evidence"
    case .weights(let round): "round \(round): learning"
    case .displacing: "displacing passages"
    case .leavingOut(let group): "learning without \(group)"
    case .aligning(let name): "aligning \(name)"
    }
  }
}

extension TrainingReport {
  fileprivate var text: String {
    let made = "wrote weights learned from \(beads.of("gold bead")) to \(path)"
    guard !documents.isEmpty else { return made + "\nnothing is left to measure them on" }
    var table = Table(
      [
        "MEASURED WITHOUT ITSELF", "F1", "NULL P", "NULL R", "MOVED P", "MOVED R", "CAL.ERROR",
        "PERFECT", "GOLD",
      ],
      numbers: [1, 2, 3, 4, 5, 6, 7, 8])
    for line in documents + pooled { table.add(line.cells) }
    let dropped = documents.reduce(0) { $0 + $1.dropped }
    let left = "\(dropped.of("gold bead")) not learned from: crossings, gaps, or too many segments"
    return [made, table.text, left].joined(separator: "\n\n")
  }
}

extension TrainingReport.Line {
  fileprivate var cells: [String] {
    let nullFigures = [
      nulls.test == 0 ? "" : nulls.precision.fourDigits,
      nulls.gold == 0 ? "" : nulls.recall.fourDigits,
      moved.test == 0 ? "" : moved.precision.fourDigits,
      moved.gold == 0 ? "" : moved.recall.fourDigits,
    ]
    return [name, strict.f1.fourDigits] + nullFigures
      + [calibrationError.fourDigits, perfectError.fourDigits, "\(strict.gold)"]
  }
}
