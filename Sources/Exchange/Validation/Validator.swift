// What a file breaks of the rules of its format, told by its root element. A format that can be
// validated is one type that conforms to `FormatRules`, and one line in `Validator.formats`.

/// The rules of a format, told of a file's parts as they are read.
protocol FormatRules: XMLHandler {
  /// The root elements by which a file of the format is told.
  static var roots: Set<String> { get }
  /// All rules.
  static var rules: [Rule] { get }
  /// Makes ready to check a file.
  /// - Parameter profile: the importer whose own rules count too.
  init(_ stream: XMLStream, _ findings: FindingList, profile: TMXProfile?)
  /// The format with its version, as the file states it.
  var format: String { get }
  /// How many units, entries or rules were read.
  var items: Int { get }
  /// Checks what can be told at the end only.
  func finish()
}

/// Reads a file once and says what it breaks. Memory is flat.
public enum Validator {
  static var formats: [any FormatRules.Type] {
    [TMXRules.self, TBXRules.self, XLIFFRules.self, SRXFileRules.self]
  }

  /// All rules of all formats, those of every XML file first.
  public static var rules: [Rule] { XMLRule.all + formats.flatMap { $0.rules } }

  /// Validates a file.
  /// - Parameters:
  ///   - profile: the importer whose own rules count too.
  ///   - most: how many findings of a rule are kept.
  /// - Throws: `ExchangeError` when the file cannot be read, or is in no format known here. That it is
  ///   broken is a finding.
  public static func validate(
    _ path: String, profile: TMXProfile? = nil, keeping most: Int = 1000
  ) throws(ExchangeError) -> ValidationReport {
    let input = try UTF8Input(
      try InputFile(SourceFile(path), endings: [".tmx", ".tbx", ".xlf", ".xliff", ".srx"]))
    let findings = FindingList(keeping: most)
    let dispatch = Dispatch(findings, profile)
    let stream = XMLStream(dispatch)
    dispatch.stream = stream
    do throws(ExchangeError) { try stream.read(input) } catch {
      guard case .broken(_, let line, let reason) = error, let rules = dispatch.rules else {
        throw dispatch.refusal(path) ?? error
      }
      findings.add(XMLRule.malformed.id, line: line, reason, isFixable: false)
      return report(path, input, rules, findings)
    }
    guard let rules = dispatch.rules else { throw dispatch.refusal(path) ?? Dispatch.none(path) }
    rules.finish()
    XMLRule.check(input, stream, findings)
    return report(path, input, rules, findings)
  }

  private static func report(
    _ path: String, _ input: UTF8Input, _ rules: any FormatRules, _ findings: FindingList
  ) -> ValidationReport {
    ValidationReport(
      path: path, format: rules.format, encoding: input.encoding, items: rules.items,
      findings: findings.kept.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }.map(\.element), counts: findings.counts)
  }
}

/// Hands a file's parts to the rules of the format that its root tells.
private final class Dispatch: XMLHandler {
  /// Who tells of the parts, while it does.
  unowned var stream: XMLStream?
  private(set) var rules: (any FormatRules)?
  private let findings: FindingList
  private let profile: TMXProfile?
  private var unknownRoot: String?

  init(_ findings: FindingList, _ profile: TMXProfile?) {
    self.findings = findings
    self.profile = profile
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if let rules { return rules.begin(element, attributes) }
    guard let stream else { return }
    guard let format = Validator.formats.first(where: { $0.roots.contains(element.text) }) else {
      unknownRoot = element.text
      return stream.stop("unknown root")
    }
    let rules = format.init(stream, findings, profile: profile)
    self.rules = rules
    rules.begin(element, attributes)
  }

  func end(_ element: XMLName) { rules?.end(element) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { rules?.text(bytes) }

  func refusal(_ path: String) -> ExchangeError? {
    unknownRoot.map {
      .badInput(
        path, "is in no format that can be validated: its root is <\($0)>",
        fix: "name a file in one of \(Validator.formats.flatMap { $0.roots }.sorted())")
    }
  }

  static func none(_ path: String) -> ExchangeError {
    .badInput(path, "holds no element", fix: "name the file that holds the units")
  }
}

/// What breaks no format's rules but those of XML itself.
enum XMLRule {
  static let malformed = Rule(
    id: "xml-malformed", format: "XML", words: "the file is well-formed to its end",
    isFixable: false)
  static let character = Rule(
    id: "xml-character", format: "XML", words: "no character that XML forbids, such as U+0008",
    isFixable: true)
  static let entity = Rule(
    id: "xml-entity", format: "XML", words: "no reference that XML does not know, such as &nbsp;",
    isFixable: true)
  static let all = [malformed, character, entity]

  static func check(_ input: UTF8Input, _ stream: XMLStream, _ findings: FindingList) {
    let characters = input.controls + stream.illegalCharacters
    if characters > 0 {
      findings.add(
        character.id, line: stream.firstIllegal ?? 1,
        "\(characters) characters that XML forbids", isFixable: true)
    }
    if stream.borrowedEntities > 0 {
      findings.add(
        entity.id, line: 1, "\(stream.borrowedEntities) references of HTML", isFixable: true)
    }
  }
}
