public import Bitext

/// Why a file of segmentation rules cannot be used. Every case begins with the file as the user named
/// it, and the line, counted from 1.
public enum SegmentationError: Fault, Equatable {
  /// It is not well-formed, or no file of such rules.
  case notSRX(String, line: Int, reason: String)
  /// It is of a version that is not read.
  case version(String, String)
  /// A part of a rule is no regular expression, for the reason given.
  case badRule(String, line: Int, part: String, reason: String)
  /// A language is to have rules that are not in the file.
  case noSuchRules(String, line: Int, name: String)
  /// No rules are for the text's language.
  case noRules(String, Language)
  /// A rule does not come to an end on the text.
  case endless(String, line: Int)

  public var kind: FaultKind { .badInput }

  public var place: String {
    switch self {
    case .notSRX(let file, let line, _), .badRule(let file, let line, _, _),
      .noSuchRules(let file, let line, _), .endless(let file, let line):
      "\(file):\(line)"
    case .version(let file, _), .noRules(let file, _): file
    }
  }

  public var problem: String {
    switch self {
    case .notSRX(_, _, let reason): "cannot be read as segmentation rules: \(reason)"
    case .version(_, let version): "these are SRX \(version) rules, and only SRX 2.0 is read"
    case .badRule(_, _, let part, let reason):
      "the \(part) of the rule is no regular expression of ICU's: \(reason)"
    case .noSuchRules(_, _, let name): "there are no rules of the name '\(name)'"
    case .noRules(_, let language): "no rules in it are for \(language)"
    case .endless: "the rule takes too long on this text"
    }
  }

  public var fix: String {
    switch self {
    case .notSRX: "name a file in the format SRX 2.0, or leave --rules out"
    case .version: "save it as SRX 2.0 in the program that made it"
    case .badRule: "mend the rule; ICU's user guide has the syntax"
    case .noSuchRules: "mend the name in the languagemap, or add a languagerule of this name"
    case .noRules(_, let language):
      "add a languagemap whose languagepattern matches '\(language)', or leave --rules out"
    case .endless: "write the rule without a repetition inside a repetition, as in (a+)+"
    }
  }
}
