internal import ArgumentParser
internal import Workbench

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what a file breaks of the rules of its format, and where.",
    discussion: """
      Examples:
        bitext validate memory.tmx
        bitext validate memory.tmx --profile trados   what Trados would skip, too
        bitext validate memory.tmx --fix -o good.tmx
        bitext validate --list-rules

      No workspace is needed, and the file may be packed (.gz, .zip). The exit status
      is 1 when there is a finding.
      """)

  @Argument(help: "The file; - is standard input.", completion: .file()) var file: String?
  @Option(
    help: "Also predict what this importer skips: \(ExchangeFile.profiles.joined(separator: ", "))."
  )
  var profile: ExchangeProfile?
  @Flag(help: "Write the file anew with all put right that can be, to -o.") var fix = false
  @Option(
    name: .shortAndLong, help: .init("Where --fix writes.", valueName: "file"),
    completion: .file()) var output: String?
  @Flag(help: "List the rules.") var listRules = false
  @Flag(help: "Print every finding, not the first ten of each rule.") var all = false
  @OptionGroup var json: JSONOption

  func validate() throws {
    guard (file == nil) == listRules else {
      throw ValidationError("Give a FILE, or --list-rules.")
    }
    guard fix == (output != nil) else { throw ValidationError("--fix goes with -o FILE.") }
  }

  func run() throws {
    guard let file else { return try printRules() }
    let report = try ExchangeFile.validate(file, profile: profile)
    if json.json { try Terminal.write(json: report) } else { try printFindings(report) }
    if let output {
      let done = try ExchangeFile.repair(
        file, to: output, version: Version.text, now: Clock.current())
      Terminal.tell("wrote \(done.units.of("unit")) to \(output), read back and compared")
    }
    if report.total > 0 { throw ExitCode.findings }
  }

  private func printRules() throws {
    if json.json { return try Terminal.write(json: ExchangeFile.rules) }
    var table = Table(["format", "rule", "fix", "asks for"])
    for rule in ExchangeFile.rules {
      table.add([rule.format, rule.id, rule.isFixable ? "yes" : "", rule.words])
    }
    try Terminal.write(table.text)
  }

  private func printFindings(_ report: ValidationReport) throws {
    var shown: [String: Int] = [:]
    var lines: [String] = []
    for finding in report.findings {
      shown[finding.rule, default: 0] += 1
      if !all, shown[finding.rule]! > 10 { continue }
      let fixable = finding.isFixable ? " (fixable)" : ""
      lines.append("\(report.path):\(finding.line): \(finding.rule): \(finding.reason)\(fixable)")
    }
    for (rule, count) in report.counts.sorted(by: { $0.key < $1.key }) where !all && count > 10 {
      lines.append("\(count - 10) more of \(rule)")
    }
    lines.append(
      "\(report.format), \(report.encoding), \(report.items.of("unit")): "
        + (report.total == 0 ? "no finding" : report.total.of("finding")))
    try Terminal.write(lines.map(\.harmless).joined(separator: "\n"))
  }
}
