internal import ArgumentParser
internal import Bitext
internal import Workbench

struct ImportLadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Takes two texts and the ladder of another aligner, to be reviewed.",
    discussion: """
      Examples:
        bitext import ladder press.beads press.zh press.en --as press
        bitext import ladder hunalign.txt zh.txt en.txt --as press --source-lang zh
        bitext import ladder press.zh.en.xml press.zh.xml press.en.xml --as press

      The ladder is of Vecalign, Bertalign or this program ([0, 1]:[0] a line), of
      hunalign (three columns of numbers), or links between the sentences of two XML
      texts, as InterText, TEI and OPUS have them. Texts of the first two have a
      segment a line.

      Each row has the probability that it is right as this aligner sees it. Links that
      cross the others are rows without a counterpart that say what they face.
      """)

  @Argument(help: "The ladder.", completion: .file()) var ladder: String
  @Argument(help: "The text translated from.", completion: .file()) var sourceText: String
  @Argument(help: "The text translated into.", completion: .file()) var targetText: String
  @Option(
    name: .customLong("as"),
    help: .init("What to call the pair; else the target's name, shortened.", valueName: "name"))
  var name: String?
  @OptionGroup(title: "Facts") var facts: FactOptions
  @OptionGroup var source: UnitSourceOptions
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let texts = TextFiles(
      source: [sourceText], target: [targetText], sourceLanguage: source.sourceLang,
      targetLanguage: source.targetLang, encoding: source.encoding, unit: .line)
    let report = try workspace.openOrCreate().importLadder(
      ladder, texts, as: name ?? texts.defaultName, facts: facts.facts, means: encoder.means)
    if let warning = report.warning { Terminal.warn(warning) }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}
