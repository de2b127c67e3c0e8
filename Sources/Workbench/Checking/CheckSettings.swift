internal import Bitext
public import Checks
internal import Foundation

/// Which rules are asked, and how grave each is: for all, and for single document pairs or memories.
///
///     # ~/.config/bitext/checks.conf
///     width = note
///     length = off
///     press: number = off
public struct CheckSettings: Sendable {
  /// What is said of a rule: nothing, that it is off, or how grave it is.
  private var severities: [String: [Rule: Severity?]] = [:]

  /// The settings that nobody changed.
  public init() {}

  /// Reads a file of lines.
  /// - Parameter mustExist: whether a missing file is a fault; else it says nothing.
  /// - Throws: `WorkbenchError` with the line.
  public init(file: String, mustExist: Bool) throws(WorkbenchError) {
    let data = FileManager.default.contents(atPath: file)
    if data == nil, mustExist { throw .noCheckSettings(file) }
    try self.init(String(decoding: data ?? Data(), as: UTF8.self), from: file)
  }

  init(_ text: String, from file: String) throws(WorkbenchError) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let fix = take(line) { throw .badCheckSetting("\(file):\(number + 1)", line, fix) }
    }
  }

  /// Where a person's settings are: `$XDG_CONFIG_HOME/bitext/checks.conf`, else
  /// `~/.config/bitext/checks.conf`.
  public static func path(environment: [String: String]) -> String {
    let review = ReviewSettings.path(environment: environment)
    return review.replacing(/review\.conf$/, with: "checks.conf")
  }

  /// Takes one line in; gives what may stand there when it says nothing.
  private mutating func take(_ line: String) -> String? {
    guard let equals = line.lastIndex(of: "=") else {
      return "write RULE = error, warning, note or off"
    }
    let parts = line[..<equals].split(separator: ":", maxSplits: 1)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard let id = parts.last, let rule = Rule(rawValue: id) else {
      return "the rules are: \(Rule.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
    guard value == "off" || Severity(rawValue: value) != nil else {
      return "write one of: error, warning, note, off"
    }
    severities[parts.count > 1 ? parts[0] : "", default: [:]][rule] = .some(
      Severity(rawValue: value))
    return nil
  }

  /// Asks only these rules, and all of them even if they are off otherwise.
  public mutating func ask(only rules: [Rule]) {
    if rules.isEmpty { return }
    let wanted = Set(rules)
    skip(Rule.allCases.filter { !wanted.contains($0) })
    for rule in rules where severity(of: rule, in: "") == nil {
      severities["", default: [:]][rule] = .some(rule.severity ?? .note)
    }
  }

  /// Leaves these rules out, everywhere.
  public mutating func skip(_ rules: [Rule]) {
    for name in Set(severities.keys).union([""]) {
      for rule in rules { severities[name, default: [:]][rule] = .some(nil) }
    }
  }

  /// How grave a rule's findings are in a document pair or memory; `nil` where it is not asked.
  public func severity(of rule: Rule, in name: String) -> Severity? {
    severities[name]?[rule] ?? severities[""]?[rule] ?? rule.severity
  }

  func rules(in name: String) -> Set<Rule> {
    Set(Rule.allCases.filter { severity(of: $0, in: name) != nil })
  }
}

extension WorkbenchError {
  fileprivate static func noCheckSettings(_ file: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: file, problem: "the file cannot be read",
      fix: "name a file of settings; docs/checks.md shows one")
  }

  fileprivate static func badCheckSetting(_ place: String, _ line: String, _ fix: String)
    -> WorkbenchError
  {
    WorkbenchError(kind: .badInput, place: place, problem: "'\(line)' sets nothing", fix: fix)
  }
}
