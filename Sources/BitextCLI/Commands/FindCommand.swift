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
        bitext find --like "how courts are supervised"    by meaning, in any language
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
  @Option(
    help: .init("Find what means the like, nearest first, whatever the words.", valueName: "text"))
  var like: String?
  @Flag(help: "Only what is written just so; with --like, compare every unit in full.")
  var exact = false
  @Option(
    name: [.customShort("C"), .long],
    help: .init("Show whole texts, and so many units before and after.", valueName: "n"))
  var context: Int?
  @Option(help: .init("At most so many units; else 100, and 10 with --like.", valueName: "n"))
  var limit: Int?
  @Flag(help: "Print document, number, status, source, target, what was found, its rendering.")
  var tsv = false
  @Option(
    help: .init("Look up each line of this file and print how long it took.", valueName: "file"),
    completion: .file())
  var time: String?
  @OptionGroup(title: "Which units") var condition: UnitConditionOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func validate() throws {
    let ways = [texts.isEmpty ? nil : "text", regex, like, time].compactMap(\.self)
    guard ways.count == 1, texts.allSatisfy({ !$0.isBlank }), like?.isBlank != true else {
      throw ValidationError("Give a text to look for, or --regex, or --like.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    if let context, context < 0 { throw ValidationError("--context takes a number from 0.") }
    if tsv, output.json { throw ValidationError("Give --tsv or --json, not both.") }
  }

  func run() throws {
    let bench = try workspace.open()
    if let time { return try measure(time, bench) }
    let found = try found(bench)
    if output.json {
      try Terminal.write(json: found)
    } else if tsv {
      try Terminal.writing { write in for hit in found.hits { try write(hit.found.tsv) } }
    } else {
      try Terminal.writing { write in try show(found, write) }
      if found.hasMore {
        Terminal.tell("bitext: the first \(found.hits.count.of("unit")); more with --limit")
      }
    }
    if found.hits.isEmpty {
      Terminal.tell("bitext: nothing found")
      throw ExitCode.findings
    }
  }

  private func found(_ bench: Bench) throws -> Concordance {
    if let like {
      try bench.indexMeanings()
      return try bench.find(
        like: like, by: DataFolder.current.meaningEncoder(), where: condition.condition,
        limit: limit ?? 10, context: context ?? 0, all: exact)
    }
    let (lexicon, _) = DataFolder.current.lexicon(for: .zh, .en)
    return try bench.find(query, limit: limit ?? 100, context: context ?? 0, lexicon: lexicon)
  }

  private func measure(_ file: String, _ bench: Bench) throws {
    let timing = try bench.time(linesOf: file, limit: limit ?? 100)
    try output.json ? Terminal.write(json: timing) : Terminal.write(timing.words)
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

extension FindTiming {
  fileprivate var words: String {
    let figures = [p50, p95, longest].map { String(format: "%.2f", $0) }
    return "\(searches.of("search")), \(successful) with hits; ms: p50 \(figures[0]), "
      + "p95 \(figures[1]), longest \(figures[2])"
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
