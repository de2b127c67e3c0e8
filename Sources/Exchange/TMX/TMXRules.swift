// Checks a TMX file against `TMXRule` as it is read. Memory: a hash for each tuid.
internal import Bitext

final class TMXRules: FormatRules {
  static let roots: Set<String> = ["tmx"]
  static let rules = TMXRule.allCases.map {
    Rule(id: $0.rawValue, format: "TMX", words: $0.words, isFixable: $0.isFixable)
  }

  private(set) var items = 0
  var format: String { "TMX \(version ?? "of no stated version")" }

  private let stream: XMLStream
  private let findings: FindingList
  private let names: TMXNames
  private var importer: ImporterRules?

  /// The elements that are open; what is unknown stands as `nil`.
  private var open: [Open] = []
  private var version: String?
  private var sourceCode: String?
  private var ids: Set<Int> = []
  private var unit = UnitFacts()
  private var codes = SegmentCodes()
  /// Which codes are tags of BCP 47.
  private var tags = Interned<Bool>()

  private struct Open {
    var element: TMXElement?
    var line: Int
    var children: TMXElements = []

    func holds(_ element: TMXElement) -> Bool { children.contains(element.alone) }
    var hasText = false
  }

  init(_ stream: XMLStream, _ findings: FindingList, profile: TMXProfile?) {
    self.stream = stream
    self.findings = findings
    names = TMXNames(stream)
    importer = profile.map { ImporterRules($0) }
  }

  private func add(_ rule: TMXRule, _ reason: String, line: Int? = nil, isFixable: Bool = true) {
    findings.add(
      rule.rawValue, line: line ?? stream.line, reason, isFixable: isFixable && rule.isFixable)
  }

  /// Whether a segment or an encoding is open: what stands in them is kept as it is.
  private var isKept: Bool { open.contains { $0.element == .seg || $0.element == .ude } }
  /// Whether a segment is open.
  private var isInSegment: Bool { open.contains { $0.element == .seg } }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = names[name]
    if let element {
      checkPlace(element)
    } else {
      add(.unknownElement, "TMX has no element <\(name.text)>", isFixable: !isKept)
    }
    open.append(Open(element: element, line: stream.line))
    guard let element else { return }
    checkAttributes(element, attributes)
    switch element {
    case .tmx: beginRoot(attributes)
    case .header: sourceCode = attributes["srclang"]
    case .tu: beginUnit(attributes)
    case .tuv: unit.begin(attributes["xml:lang"] ?? attributes["lang"])
    case .seg: codes = SegmentCodes()
    case .prop: unit.properties.insert(attributes["type"] ?? "")
    case .ut: add(.ut, "ut is not part of TMX any more; ph or it stand for it")
    case .bpt, .ept, .it, .ph, .hi: codes.add(element, attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard let done = open.popLast(), let element = done.element else { return }
    switch element {
    case .tmx:
      for missing in [TMXElement.header, .body] where !done.holds(missing) {
        add(.elementMissing, "there is no <\(missing.rawValue)>", line: done.line)
      }
    case .seg: endSegment(done)
    case .tuv:
      if !done.holds(.seg) {
        add(.elementMissing, "the variant has no <seg>", line: done.line)
      }
    case .tu: endUnit(done)
    case .ude:
      if !done.holds(.map) {
        add(.elementMissing, "the encoding has no <map>", line: done.line)
      }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let element = open.last?.element else {
      if isInSegment { unit.add(bytes) }
      return
    }
    if element == .seg || element == .hi { unit.add(bytes) }
    if !open[open.count - 1].hasText, bytes.contains(where: { $0 > 0x20 }) {
      open[open.count - 1].hasText = true
      if !TMXGrammar.of(element).hasText {
        add(.textPlace, "text stands in <\(element.rawValue)>, which has elements only")
      }
    }
  }

  func finish() {}

  private func checkPlace(_ element: TMXElement) {
    guard let parent = open.last?.element else { return }
    guard TMXGrammar.of(parent).children.contains(element) else {
      return add(.elementPlace, "<\(element.rawValue)> stands in <\(parent.rawValue)>")
    }
    let before = open[open.count - 1]
    switch element {
    case .header, .body, .seg:
      if before.holds(element) {
        add(.elementRepeated, "a second <\(element.rawValue)>")
      } else if element == .header, before.holds(.body) {
        add(.elementPlace, "<header> stands after <body>")
      }
    case .note, .prop:
      if before.holds(.tuv) || before.holds(.seg) {
        add(
          .elementOrder,
          "<\(element.rawValue)> stands after <\(before.holds(.seg) ? "seg" : "tuv")>")
      }
    default: break
    }
    open[open.count - 1].children.insert(element.alone)
  }
}

extension TMXRules {
  private func checkAttributes(_ element: TMXElement, _ attributes: XMLAttributes) {
    let grammar = TMXGrammar.of(element)
    for attribute in attributes {
      let name = attribute.fullName
      if !grammar.required.contains(name), !grammar.optional.contains(name) {
        add(
          .unknownAttribute, "<\(element.rawValue)> has no attribute \(name)",
          isFixable: !isKept)
      }
      checkValue(name, attribute)
    }
    for name in grammar.required where attributes[name] == nil {
      if name == "xml:lang", attributes["lang"] != nil {
        if version?.hasPrefix("1.4") != false { add(.oldLang, "lang stands for xml:lang") }
      } else if name != "version" {
        add(.attributeMissing, "<\(element.rawValue)> has no \(name)")
      }
    }
  }

  private func checkValue(_ name: String, _ attribute: XMLAttribute) {
    if let values = TMXGrammar.values(name), !values.contains(attribute.value) {
      add(.attributeValue, "\(name) is '\(attribute.value)', not one of \(values.sorted())")
    } else if TMXGrammar.dates.contains(name), TMXDate.seconds(attribute.bytes) == nil {
      add(.date, "\(name) is '\(attribute.value)'")
    } else if TMXGrammar.languages.contains(name) {
      let isTag = tags.value(of: attribute.bytes) { Language($0) != nil && !$0.contains("_") }
      let code = attribute.value
      if !isTag, name != "srclang" || code.lowercased() != "*all*" {
        add(
          .languageCode, "\(name) is '\(code)', which is no tag of BCP 47",
          isFixable: Language.inExchange(code) != nil)
      }
    } else if TMXGrammar.numbers.contains(name),
      !attribute.bytes.allSatisfy({ (0x30...0x39).contains($0) }) || attribute.bytes.isEmpty
    {
      add(
        .number, "\(name) is '\(attribute.value)', not a number",
        isFixable: name == "usagecount")
    }
  }

  private func beginRoot(_ attributes: XMLAttributes) {
    version = attributes["version"]
    switch version {
    case nil: add(.version, "the version is not stated")
    case "1.1", "1.2", "1.3", "1.4": break
    case let other?: add(.version, "the version is '\(other)'")
    }
  }

  private func beginUnit(_ attributes: XMLAttributes) {
    items += 1
    unit = UnitFacts()
    unit.sourceCode = attributes["srclang"] ?? sourceCode
    if let id = attributes["tuid"], !ids.insert(id.hashValue).inserted {
      add(.repeatedID, "the tuid '\(id)' is another unit's too")
    }
  }

  private func endSegment(_ done: Open) {
    let isBlank = !done.hasText && done.children.isEmpty && unit.isBlank
    if isBlank { add(.emptySegment, "the segment is empty", line: done.line) }
    for (rule, reason) in codes.allProblems { add(rule, reason, line: done.line) }
    unit.end(codes.matches)
  }

  private func endUnit(_ done: Open) {
    guard done.holds(.tuv) else {
      return add(.elementMissing, "the unit has no <tuv>", line: done.line)
    }
    for (rule, reason) in unit.problems { add(rule, reason, line: done.line) }
    var told: [(TMXRule, String)] = []
    importer?.check(unit) { told.append(($0, $1)) }
    for (rule, reason) in told { add(rule, reason, line: done.line) }
  }
}
