// Checks a file of segmentation rules (SRX 1.0 and 2.0, LISA and GALA, 2008) as it is read.
internal import CICU

/// The rules of SRX.
enum SRXRule: String, CaseIterable {
  case version = "srx-version"
  case elementPlace = "srx-place"
  case elementMissing = "srx-missing"
  case attributeMissing = "srx-attribute"
  case attributeValue = "srx-value"
  case pattern = "srx-pattern"
  case unknownRules = "srx-rules"
  case emptyRule = "srx-empty"

  var words: String {
    switch self {
    case .version: "the version is stated, and 1.0 or 2.0"
    case .elementPlace: "every element stands in the one that it belongs to"
    case .elementMissing: "there are rules, and a map of languages to them"
    case .attributeMissing: "rules and languages are named, a language has a pattern"
    case .attributeValue: "break, cascade and segmentsubflows are yes or no"
    case .pattern: "every pattern is a regular expression of ICU"
    case .unknownRules: "a language maps to rules that the file has"
    case .emptyRule: "a rule says what stands before the place, or after it"
    }
  }
}

final class SRXFileRules: FormatRules {
  static let roots: Set<String> = ["srx"]
  static let rules = SRXRule.allCases.map {
    Rule(id: $0.rawValue, format: "SRX", words: $0.words, isFixable: false)
  }

  private(set) var items = 0
  var format: String { "SRX \(version ?? "of no stated version")" }

  private let stream: XMLStream
  private let findings: FindingList
  private var version: String?
  private var open: [String] = []
  private var names: Set<String> = []
  private var maps: [(rules: String, line: Int)] = []
  /// The pattern that is being read, and whether the rule has had one.
  private var words: [UInt8]?
  private var hasPattern = false

  init(_ stream: XMLStream, _ findings: FindingList, profile: TMXProfile?) {
    self.stream = stream
    self.findings = findings
  }

  private func add(_ rule: SRXRule, _ reason: String, line: Int? = nil) {
    findings.add(rule.rawValue, line: line ?? stream.line, reason, isFixable: false)
  }

  private static let parents: [String: String] = [
    "header": "srx", "body": "srx", "formathandle": "header", "languagerules": "body",
    "languagerule": "languagerules", "rule": "languagerule", "beforebreak": "rule",
    "afterbreak": "rule", "maprules": "body", "languagemap": "maprules",
  ]

  private static let required: [String: [String]] = [
    "languagerule": ["languagerulename"], "languagemap": ["languagepattern", "languagerulename"],
    "header": ["segmentsubflows", "cascade"],
  ]

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = name.text
    if let parent = Self.parents[element], let above = open.last, above != parent {
      add(.elementPlace, "<\(element)> stands in <\(above)>")
    }
    for name in Self.required[element] ?? [] where attributes[name] == nil {
      if element != "header" || version != "1.0" {
        add(.attributeMissing, "<\(element)> has no \(name)")
      }
    }
    for name in ["break", "cascade", "segmentsubflows"] {
      if let value = attributes[name], !["yes", "no"].contains(value) {
        add(.attributeValue, "\(name) is '\(value)'")
      }
    }
    open.append(element)
    begin(element, attributes)
  }

  private func begin(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "srx":
      version = attributes["version"]
      if !["1.0", "2.0"].contains(version ?? "") {
        add(.version, version.map { "there is no version '\($0)'" } ?? "the root states no version")
      }
    case "languagerule": if let name = attributes["languagerulename"] { names.insert(name) }
    case "rule": hasPattern = false
    case "beforebreak", "afterbreak": words = []
    case "languagemap":
      if let rules = attributes["languagerulename"] { maps.append((rules, stream.line)) }
      if let pattern = attributes["languagepattern"] { check(pattern) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { words?.append(contentsOf: bytes) }

  func end(_ name: XMLName) {
    switch open.popLast() {
    case "beforebreak", "afterbreak":
      let pattern = String(decoding: words ?? [], as: UTF8.self)
      words = nil
      if !pattern.isEmpty { hasPattern = true }
      check(pattern)
    case "rule":
      items += 1
      if !hasPattern { add(.emptyRule, "the rule has no pattern, and would break everywhere") }
    default: break
    }
  }

  private func check(_ pattern: String) {
    if pattern.isEmpty { return }
    var reason: UnsafePointer<CChar>?
    let bytes = Array(pattern.utf8)
    let opened = bytes.withUnsafeBytes {
      cicu_pattern_open($0.bindMemory(to: CChar.self).baseAddress, $0.count, &reason)
    }
    guard opened == nil else { return cicu_pattern_close(opened) }
    let words = reason.map { ": " + String(cString: $0) } ?? ""
    add(.pattern, "'\(pattern.prefix(60))' is no regular expression\(words)")
  }

  func finish() {
    if items == 0 { add(.elementMissing, "there is no rule", line: 1) }
    if maps.isEmpty { add(.elementMissing, "no language is mapped to rules", line: 1) }
    for (rules, line) in maps where !names.contains(rules) {
      add(.unknownRules, "there are no rules called '\(rules)'", line: line)
    }
  }
}
