internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Pairs two texts sentence by sentence and stores them.",
    discussion: """
      Examples:
        bitext align zh.txt en.txt --as press
        bitext align press.zh.docx press.en.html --client SCIO --date 2023-03-16
        bitext align --source zh-1.html zh-2.html --target en.html --as letter
        bitext align --one bilingual.docx --as table
        bitext align zh.txt en.txt --as press --replace
        bitext align zh.txt en.txt --segmented --format beads -o press.beads
        bitext align texts/zh texts/en --jobs 2
        bitext align zh.txt en.txt --encoder none
        bitext align zh.txt en.txt --encoder http://127.0.0.1:8080 --encoder-model bge-m3

      Reads plain text, Markdown, HTML, DOCX, ODT, EPUB, SRT, WebVTT and, with
      Poppler, PDF, told by what a file holds; the two sides may differ. Languages
      are told by the texts; of Chinese and English the Chinese is the source
      unless stated.

      Two folders are paired by name: a.zh.txt with a.en.txt, a.zh with a.en, or
      a.txt with a.txt. What is stored already is not made again, so the command
      can be repeated after an interruption.

      Rows confirmed in other document pairs between the two languages, the last
      5000 of them, teach the words that the new texts share with them.

      An encoder makes vectors of the sentences: the embedded one where it is
      installed, else the one that --encoder names. To a server on another machine
      texts go only with --allow-remote; $BITEXT_ENCODER_KEY is its key.

      With --format beads no workspace is opened: each line is a segment, blank
      lines end paragraphs, and each bead is a line such as [0, 1]:[0]:0.982,
      counted from 0.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case beads }

  enum PairBy: String, ExpressibleByArgument, CaseIterable { case stem }

  @OptionGroup var texts: TextOptions
  @Option(
    name: .customLong("as"),
    help: .init("What to call the pair; else TARGET's name, shortened.", valueName: "name"))
  var name: String?
  @Flag(help: "Replace the pair of this name; decided rows stay where their text does.")
  var replace = false
  @OptionGroup(title: "Facts") var facts: FactOptions
  @Option(help: "Print or write beads, and store nothing.") var format: Format?
  @Option(
    help: .init("With --format: a glossary to align with.", valueName: "file"),
    completion: .file())
  var terms: String?
  @Option(
    name: .shortAndLong,
    help: .init(
      "With --format: the file to write, or for folders the folder; - is standard output.",
      valueName: "file"),
    completion: .file())
  var output: String?
  @Option(help: "For folders: what pairs the files, the name without its language.")
  var pairBy: PairBy?
  @Option(help: .init("For folders: how many pairs at a time; else one a core.", valueName: "n"))
  var jobs: Int?
  @Option(
    help: .init("Weights that `bitext train` made, in place of the built-in.", valueName: "file"),
    completion: .file())
  var weights: String?
  @Flag(help: "Do not learn from the rows that are confirmed in the workspace.")
  var noLearning = false
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if format == nil, terms != nil || output != nil {
      throw ValidationError("--terms and --output go with --format beads.")
    }
    if format != nil, name != nil || replace || texts.segments.unit != .line {
      throw ValidationError("--format beads takes --segmented, and no --as or --replace.")
    }
    if format != nil, noLearning {
      throw ValidationError(
        "--format beads opens no workspace, so --no-learning does not go with it.")
    }
    try files.areFolders ? validateFolders() : validateFiles()
  }

  private func validateFiles() throws {
    if pairBy != nil || jobs != nil {
      throw ValidationError("--pair-by and --jobs go with two folders.")
    }
  }

  func run() throws {
    guard !files.areFolders else { return try alignFolders() }
    let model = try WeightsFile.read(weights)
    let pair = try TextPair(reading: files)
    for notice in pair.notices { Terminal.note(notice) }
    let means = try DataFolder.current.means(
      for: pair.source.document.language, pair.target.document.language, encoder: encoder.choice)
    means.missing.forEach(Terminal.warn)
    guard format == nil else {
      let warning = try pair.writeBeads(
        to: output ?? "-", lexicon: means.lexicon, model: model, encoder: means.encoder,
        terms: terms)
      if let warning { Terminal.warn(warning) }
      return
    }
    let report = try workspace.openOrCreate().align(
      pair, as: name ?? files.defaultName, facts: facts.facts, replacing: replace,
      lexicon: means.lexicon, model: model, encoder: means.encoder, learns: !noLearning)
    if let warning = report.warning { Terminal.warn(warning) }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }

  /// Where the texts are. Beads count the lines of the files as they are named.
  var files: TextFiles {
    var files = texts.files
    files.keepsOrder = format != nil
    return files
  }
}

extension AlignReport {
  fileprivate var words: String {
    let languages = "\(figures.sourceLanguage) → \(figures.targetLanguage)"
    let lines = [
      "\(figures.name): \(languages), \(figures.rows.of("row"))", figures.shapeWords,
      figures.riskWords,
    ]
    let learnedWords = learned == 0 ? [] : ["learned from \(learned.of("confirmed pair"))"]
    return (lines + figures.movedWords + learnedWords + keptWords).joined(separator: "\n  ")
  }

  private var keptWords: [String] {
    guard let kept, let dropped else { return [] }
    let lost = dropped == 0 ? "" : "; \(dropped) not, since their text has changed"
    return ["\(kept.of("decided row")) kept\(lost)"]
  }
}
