internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Finds a text in everything stored, on either side: the concordance.",
    discussion: """
      Examples:
        bitext find 网络法治                  Chinese of any length, one character too
        bitext find "rule of law"             also `rules of law`: words in all their forms
        bitext find 治理 governance           both in one unit
        bitext find China --exact             written just so
        bitext find --regex '第.{1,3}届'
        bitext find 法治 --in press --status confirmed -C 2

      Simplified and traditional Chinese, full and half width, curly and straight
      quotes, and spaces between Chinese and Latin are told apart only by --exact; a
      capital letter wants a capital. [ ] is round what was looked for, ~[ ] round
      another form of its words, ≈[ ] round what is written otherwise, and ⟨ ⟩ round
      what probably renders it. Rejected units are left out unless --status names
      them. Exit status 1 when nothing is found.
      """)

  @Argument(help: "What to look for; several must all stand in a unit.") var texts: [String] = []
  @Option(help: .init("A regular expression instead.", valueName: "expression"))
  var regex: String?
  @Flag(help: "Only what is written just so.") var exact = false
  @Option(
    name: [.customShort("C"), .long],
    help: .init("Show whole texts, and so many units before and after.", valueName: "n"))
  var context: Int?
  @Option(help: .init("At most so many units.", valueName: "n")) var limit = 100
  @Flag(help: "Print document, number, status, source, target, what was found, its rendering.")
  var tsv = false
  @OptionGroup(title: "Which units") var condition: UnitConditionOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func validate() throws {
    guard texts.isEmpty != (regex == nil), texts.allSatisfy({ !$0.isBlank }) else {
      throw ValidationError("Give a text to look for, or --regex.")
    }
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    if let context, context < 0 { throw ValidationError("--context takes a number from 0.") }
    if tsv, output.json { throw ValidationError("Give --tsv or --json, not both.") }
  }

  func run() throws {
    let (lexicon, _) = DataFolder.current.lexicon(for: .zh, .en)
    let found = try workspace.open().find(
      query, limit: limit, context: context ?? 0, lexicon: lexicon)
    if output.json {
      try Terminal.write(json: found)
    } else if tsv {
      try Terminal.writing { write in for hit in found.hits { try write(hit.found.tsv) } }
    } else {
      try Terminal.writing { write in try show(found, write) }
      if found.hasMore { Terminal.tell("bitext: the first \(limit.of("unit")); more with --limit") }
    }
    if found.hits.isEmpty {
      Terminal.tell("bitext: nothing found")
      throw ExitCode.findings
    }
  }

  private var query: ConcordanceQuery {
    var query = regex.map { ConcordanceQuery(pattern: $0) } ?? ConcordanceQuery(texts)
    query.isExact = exact
    query.filter = condition.condition
    return query
  }

  private func show(_ found: Concordance, _ write: (String) throws -> Void) throws {
    let lines = ConcordanceLines(found.hits.map(\.found))
    for hit in found.hits {
      try write(context == nil ? lines.keyword(hit.found) : lines.whole(hit))
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension FoundUnit {
  /// The unit on one line, for other programs.
  fileprivate var tsv: String {
    let marked = { (isRendering: Bool) in
      marks.filter { ($0.form == .rendering) == isRendering }.map(text).joined(separator: " | ")
    }
    return [
      unit.document, "\(number)", unit.status.rawValue, unit.source, unit.target, marked(false),
      marked(true),
    ].map { $0.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ") }
      .joined(separator: "\t")
  }
}
