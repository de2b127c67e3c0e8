public import Bitext
public import Checks

/// A rule of the checks.
public typealias CheckRule = Rule

/// How grave a finding is.
public typealias CheckSeverity = Severity

/// What the checks found.
public struct CheckReport: Codable, Sendable {
  /// A finding with the row it stands in.
  public struct Entry: Codable, Hashable, Sendable {
    /// The document pair or memory.
    public var document: String
    /// The row, or the unit in the order of its file, counted from 1.
    public var row: Int
    /// The rule's id.
    public var rule: Rule
    /// How grave it is.
    public var severity: Severity
    /// The side whose words it points at.
    public var side: Side
    /// Where the words begin, in UTF-8 bytes.
    public var start: Int
    /// Where they end.
    public var end: Int
    /// The words.
    public var words: String
    /// What is wrong.
    public var reason: String
    /// The source text.
    public var source: String
    /// The target text.
    public var target: String
  }

  /// The findings, by document and row, the gravest of a row first.
  public var findings: [Entry]
  /// How many rows and units were checked.
  public var checked: Int
  /// How many of them have findings.
  public var flagged: Int
  /// How many findings were left out, since a person dismissed them.
  public var dismissed: Int
}

extension CheckReport.Entry {
  init(_ finding: Finding, _ severity: Severity, at row: CheckedRow) {
    let text = finding.side == .source ? row.source : row.target
    self.init(
      document: row.document, row: row.number, rule: finding.rule, severity: severity,
      side: finding.side, start: finding.range.lowerBound, end: finding.range.upperBound,
      words: text.slice(finding.range), reason: finding.reason, source: row.source,
      target: row.target)
  }
}

/// A row or an imported unit as it is checked.
struct CheckedRow {
  var document: String
  /// Counted from 1.
  var number: Int
  var source: String
  var target: String
  var sourceLanguage: Language
  var targetLanguage: Language
}
