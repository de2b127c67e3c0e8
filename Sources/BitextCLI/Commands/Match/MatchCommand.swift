internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Finds what the memory has that is near a text, or every segment of a file.",
    discussion: """
      Examples:
        bitext match 依法推进网络空间治理
        bitext match "a law on cyberspace" --min 60 --limit 10
        bitext match new.docx                      how much is translated already
        bitext match new.docx --tsv > matches.tsv  each segment with its best match
        bitext match new.docx --penalty aligned=5 --penalty script=0

      The score is 1 − d / L in hundredths: d is the fewest characters to insert,
      delete or replace (words and marks in a language written with spaces), L how
      many the longer text has. 100 is the same text, 101 the same text between the
      same neighbours. Of the text in the memory [-this-] is not in yours, and
      {+this+} only in yours; ⟨this⟩ of its translation probably renders what differs.

      An argument that is a file, or - for standard input, is cut as `align` cuts
      it. Exit status 1 when nothing is near.
      """)

  @Argument(help: "A text, or a file; - is standard input.", completion: .file())
  var text: String
  @Option(help: .init("The least score in hundredths.", valueName: "score")) var min = 70
  @Option(help: "At most so many matches of a text.") var limit = 5
  @Option(help: .init("The language; else told by the text.", valueName: "tag"))
  var lang: Language?
  @Option(help: .init("The language of the translation; else any.", valueName: "tag"))
  var targetLang: Language?
  @Option(
    help: .init(
      "What counts against a match: unreviewed=1, aligned=2, script=1. Repeatable.",
      valueName: "reason=points"))
  var penalty: [PenaltyArgument] = []
  @OptionGroup(title: "Files") var segments: SegmentOptions
  @Option(help: .init("The encoding of the file; else found out.", valueName: "name"))
  var encoding: String?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption
  @Flag(help: "Print a table with tabs.") var tsv = false

  func validate() throws {
    guard (1...100).contains(min) else { throw ValidationError("--min takes 1 to 100.") }
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    if tsv, json.json { throw ValidationError("Give --tsv or --json, not both.") }
  }

  func run() throws {
    try isFile ? runFile() : runText()
  }

  private var isFile: Bool { text == "-" || FileManager.default.fileExists(atPath: text) }

  private var options: MatchOptions {
    var options = MatchOptions(least: Double(min) / 100, limit: limit, facing: targetLang)
    for penalty in penalty { options.penalties[penalty.penalty] = penalty.points }
    return options
  }

  private func runText() throws {
    let (lexicon, _) = DataFolder.current.lexicon(for: .zh, .en)
    let found = try workspace.open().matches(
      for: text, language: lang, options, lexicon: lexicon
    ) { count in Terminal.progress("indexing: \(count) units") }
    Terminal.endProgress()
    if json.json {
      try Terminal.write(json: found)
    } else if tsv {
      try Terminal.writing { write in for match in found.matches { try write(match.line) } }
    } else {
      for match in found.matches { try Terminal.write(match.words(for: found.text)) }
    }
    if found.matches.isEmpty {
      Terminal.tell("bitext: nothing in the memory is as near as \(min)")
      throw ExitCode.findings
    }
  }

  private func runFile() throws {
    let cut = try CutText(
      reading: [text], language: lang, encoding: encoding, unit: segments.unit,
      rules: segments.rules)
    for notice in cut.text.document.notices { Terminal.note(notice) }
    let report = try workspace.open().leverage(of: cut, options) { done, of in
      if done % 20 == 0 { Terminal.progress("\(done) of \(of) segments") }
    }
    Terminal.endProgress()
    if json.json {
      try Terminal.write(json: report)
    } else if tsv {
      try Terminal.writing { write in for segment in report.segments { try write(segment.line) } }
    } else {
      try Terminal.write(report.words)
    }
    if !report.segments.contains(where: { $0.match != nil }) { throw ExitCode.findings }
  }
}

/// `aligned=5`.
struct PenaltyArgument: ExpressibleByArgument {
  let penalty: MatchPenalty
  let points: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let penalty = MatchPenalty(rawValue: parts[0]),
      let points = Int(parts[1]), (0...100).contains(points)
    else { return nil }
    (self.penalty, self.points) = (penalty, points)
  }
}
