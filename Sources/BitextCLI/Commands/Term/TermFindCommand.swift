internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Looks a text up in the glossary, in any language.",
    discussion: """
      Examples:
        bitext term find 依法治网
        bitext term find "rule of law" --examples 5
        bitext term find 網絡法治                   traditional script finds simplified
        bitext term find '网络*' --limit 50         begins with 网络
        bitext term find "cyber*" --domain law --status forbidden
        bitext term find - < paragraph.txt         the terms of a text, with renderings

      Shows each concept with all its terms and their statuses, the nearest first, how
      often each rendering is used where the term stands, and the best examples. * stands
      for any characters, ? for one; misspelt terms are found too. Exit status 1 when
      the glossary has nothing near the text.
      """)

  @Argument(help: "A term or a part of one; - reads a text and finds its terms.") var text: String
  @Option(help: "At most so many examples a concept.") var examples = 3
  @Option(help: "At most so many concepts.") var limit = 10
  @OptionGroup(title: "Which concepts") var filter: TermFilterOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if examples < 0 { throw ValidationError("--examples takes a number from 0.") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
  }

  func run() throws {
    if text == "-" { return try PastedText.printTerms(try workspace.open(), json: json.json) }
    var limits = TermSearchLimits()
    limits.hits = limit
    limits.examples = examples
    let found = try workspace.open().findTerm(text, filter.filter, limits)
    try json.json ? Terminal.write(json: found) : Terminal.write(found.words(for: text))
    if found.hits.isEmpty { throw ExitCode.findings }
  }
}

extension TermSearch {
  fileprivate func words(for text: String) -> String {
    var lines = hits.flatMap { hit in
      [hit.concept.words] + hit.usage.lines + hit.examples.map(\.words)
    }
    if hits.isEmpty { lines = ["'\(text)' is in no term"] + examples.map(\.words) }
    if more > 0 { lines.append("and \(more.of("concept")) more; --limit \(hits.count + more)") }
    return lines.joined(separator: "\n")
  }
}

extension TermUsage {
  /// `used in 64: reform and opening up 52, reform and opening-up 12`.
  fileprivate var lines: [String] {
    guard units > 0 else { return [] }
    let parts =
      renderings.map { "\($0.text) \($0.units)" } + (none > 0 ? ["none of its terms \(none)"] : [])
    let count = hasMore ? "the first \(units)" : "\(units)"
    let words = "used in \(count): \(parts.joined(separator: ", "))".harmless
    return words.wrapped(to: Terminal.width - 4).enumerated().map { line in
      (line.offset == 0 ? "  " : "    ") + line.element
    }
  }
}

extension TermSearch.Example {
  /// `press:3`, then both texts, each on lines of its own.
  fileprivate var words: String {
    let lines = [source, target].flatMap {
      ($0.isEmpty ? "∅" : $0.harmless).wrapped(to: Terminal.width - 4)
    }
    return (["  \(document):\(number)".inColour(.dim)] + lines.map { "    " + $0 })
      .joined(separator: "\n")
  }
}
