internal import ArgumentParser
internal import Workbench

struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: "Tells who speaks, and by what name in each text.",
    discussion: """
      Examples:
        bitext speakers press
        bitext speakers press --learn              what is confirmed goes into the glossary
        bitext term list --domain speaker          the names that are kept
        bitext term add zh=央视记者 en=CCTV --domain speaker
        bitext term edit T075 en=CCTV --text "CCTV reporter"

      A pair of names is a row that holds nothing but a label on each side. Names
      in the glossary help to align the next interview, and a label that faces
      another name than there gets a doubt. `bitext undo --glossary` takes what
      was learned back.
      """)

  @Argument(help: "The document pairs; without any, all of them.") var names: [String] = []
  @Flag(help: "Take the pairs that a person confirmed into the glossary.") var learn = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let bench = try workspace.open()
    let pairs = try learn ? bench.learnSpeakers(of: names) : bench.speakers(of: names)
    try json.json ? Terminal.write(json: pairs) : Terminal.write(pairs.table(areLearned: learn))
    if pairs.isEmpty { throw ExitCode.findings }
  }
}

extension [SpeakerPair] {
  fileprivate func table(areLearned: Bool) -> String {
    guard !isEmpty else {
      return areLearned ? "no confirmed row pairs new labels" : "no row pairs two labels"
    }
    var table = Table(["SOURCE", "TARGET", "ROWS", "CONFIRMED", "GLOSSARY"], numbers: [2, 3])
    for pair in self {
      table.add([
        pair.source.text, pair.target.text, "\(pair.rows)", "\(pair.confirmed)", pair.concept ?? "",
      ])
    }
    return table.text
  }
}
