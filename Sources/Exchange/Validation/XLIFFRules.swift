// Checks an XLIFF file against `XLIFFRule` as it is read. Memory: a hash for each identifier.
internal import Bitext

final class XLIFFRules: FormatRules {
  static let roots: Set<String> = ["xliff"]
  static let rules = XLIFFRule.allCases.map {
    Rule(id: $0.rawValue, format: "XLIFF", words: $0.words, isFixable: false)
  }

  private(set) var items = 0
  var format: String { "XLIFF \(version ?? "of no stated version")" }

  private let stream: XMLStream
  private let findings: FindingList
  private var version: String?
  private var isSecond: Bool { version?.hasPrefix("2") == true }
  private var open: [String] = []
  private var fileIDs: Set<Int> = []
  private var unitIDs: Set<Int> = []
  private var targetLanguage: String?
  private var saidNoTarget = false
  private var unit = XLIFFUnitFacts()
  private var isInUnit = false
  /// The codes of the text that is being read.
  private var codes: XLIFFCodes?
  /// How deep elements are open whose content is no unit's own.
  private var apart = 0

  init(_ stream: XMLStream, _ findings: FindingList, profile: TMXProfile?) {
    self.stream = stream
    self.findings = findings
  }

  private func add(_ rule: XLIFFRule, _ reason: String, line: Int? = nil) {
    findings.add(rule.rawValue, line: line ?? stream.line, reason, isFixable: false)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = name.text
    if open.isEmpty { beginRoot(attributes) }
    checkPlace(element)
    checkAttributes(element, attributes)
    open.append(element)
    if apart > 0 || Self.others.contains(element) { apart += 1 }
    guard apart == 0 else { return }
    switch element {
    case "file": beginFile(attributes)
    case "trans-unit", "unit": beginUnit(attributes)
    case "source" where isInUnit, "target" where isInUnit: beginText(element)
    case "segment": unit.segment = .init(line: stream.line)
    case "data": if let id = attributes["id"] { unit.data.insert(id) }
    default: take(element, attributes)
    }
  }

  private static let others: Set<String> = [
    "alt-trans", "bin-unit", "matches", "glossary", "changeTrack", "ignorable", "seg-source",
  ]

  func end(_ name: XMLName) {
    let element = open.popLast() ?? ""
    guard apart == 0 else {
      apart -= 1
      return
    }
    if element == "unit" || element == "trans-unit" { isInUnit = false }
    switch element {
    case "source", "target": endText(element)
    case "segment" where isSecond, "trans-unit" where !isSecond: endSegment(element)
    case "unit" where unit.segments == 0:
      add(.elementMissing, "the unit has no segment", line: unit.line)
    default: break
    }
  }

  func finish() {
    if items == 0 { add(.elementMissing, "the file has no unit", line: 1) }
  }

  // MARK: The document

  private func beginRoot(_ attributes: XMLAttributes) {
    version = attributes["version"]
    let known = ["1.0", "1.1", "1.2", "2.0", "2.1", "2.2"]
    guard let version else { return add(.version, "the root states no version") }
    if !known.contains(version) { add(.version, "there is no version '\(version)'") }
    targetLanguage = attributes["trgLang"]
    checkLanguage(attributes, ["srcLang", "trgLang"])
  }

  private func beginFile(_ attributes: XMLAttributes) {
    unitIDs = []
    if !isSecond { targetLanguage = attributes["target-language"] }
    checkLanguage(attributes, ["source-language", "target-language"])
    if isSecond, let id = attributes["id"], !fileIDs.insert(id.hashValue).inserted {
      add(.repeatedID, "a file before it has the id '\(id)'")
    }
  }

  private func checkLanguage(_ attributes: XMLAttributes, _ names: [String]) {
    for name in names {
      guard let code = attributes[name], Language(code) == nil else { continue }
      add(.languageCode, "\(name) '\(code)' is no tag of a language")
    }
  }

  private func checkPlace(_ element: String) {
    guard let parents = XLIFFRule.parents(of: element, isSecond: isSecond), let parent = open.last,
      !parents.contains(parent), apart == 0
    else { return }
    add(.elementPlace, "<\(element)> stands in <\(parent)>")
  }

  private func checkAttributes(_ element: String, _ attributes: XMLAttributes) {
    guard apart == 0 else { return }
    for name in XLIFFRule.required(element, isSecond: isSecond) where attributes[name] == nil {
      add(.attributeMissing, "<\(element)> has no \(name)")
    }
    for attribute in attributes {
      let name = attribute.fullName
      guard let values = XLIFFRule.values(element, name, isSecond: isSecond) else { continue }
      let value = attribute.value
      let isOwn = name == "state" && !isSecond && value.hasPrefix("x-")
      if !values.contains(value), !isOwn { add(.attributeValue, "\(name) is '\(value)'") }
    }
  }

  // MARK: Units

  private func beginUnit(_ attributes: XMLAttributes) {
    items += 1
    isInUnit = true
    unit = XLIFFUnitFacts(line: stream.line)
    unit.segment = .init(line: stream.line)
    if let id = attributes["id"], !unitIDs.insert(id.hashValue).inserted {
      add(.repeatedID, "a unit of this file before it has the id '\(id)'")
    }
  }

  private func beginText(_ element: String) {
    codes = XLIFFCodes()
    if element == "source" {
      if unit.segment.hasSource { add(.elementRepeated, "a second <source>") }
      if unit.segment.hasTarget { add(.elementOrder, "the source stands behind its target") }
      unit.segment.hasSource = true
    } else {
      if unit.segment.hasTarget { add(.elementRepeated, "a second <target>") }
      unit.segment.hasTarget = true
      guard targetLanguage == nil, !saidNoTarget else { return }
      saidNoTarget = true
      let name = isSecond ? "trgLang" : "target-language"
      add(.targetLanguage, "there is a target, and no \(name)")
    }
  }

  private func take(_ element: String, _ attributes: XMLAttributes) {
    guard codes != nil else { return }
    let id = attributes["id"] ?? ""
    switch element {
    case "bpt", "bx": codes?.begin(attributes["rid"] ?? id, id)
    case "ept", "ex":
      if codes?.end(attributes["rid"] ?? id) == false {
        add(.codePair, "<\(element)> '\(id)' ends what did not begin")
      }
    case "sc" where attributes["isolated"] != "yes": codes?.begin(id, id)
    case "ec" where attributes["isolated"] != "yes":
      let start = attributes["startRef"] ?? id
      if codes?.end(start) == false, !unit.begun.contains(start) {
        add(.codePair, "<ec> ends '\(start)', which did not begin")
      }
    case "g", "x", "ph", "it", "pc": codes?.ids.insert(id)
    default: break
    }
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
      guard let reference = attributes[name], !unit.data.contains(reference) else { continue }
      add(.dataReference, "\(name) names '\(reference)', which the unit does not have")
    }
  }

  private func endText(_ element: String) {
    guard let found = codes else { return }
    codes = nil
    unit.begun.formUnion(found.ids)
    // In version 2 a code may end in a later segment of its unit.
    if !isSecond, let id = found.open.first {
      add(.codePair, "'\(id)' begins in the \(element) and does not end")
    }
    guard element == "target" else {
      unit.segment.codes = found.ids
      return
    }
    if let id = found.ids.subtracting(unit.segment.codes).sorted().first, !id.isEmpty {
      add(.codeMatch, "the target has a code '\(id)', which the source does not have")
    }
  }

  private func endSegment(_ element: String) {
    unit.segments += 1
    if !unit.segment.hasSource {
      add(.elementMissing, "the \(element) has no source", line: unit.segment.line)
    }
  }
}

/// What was seen of a unit.
private struct XLIFFUnitFacts {
  struct Segment {
    var line = 1
    var hasSource = false
    var hasTarget = false
    var codes: Set<String> = []
  }

  var line = 1
  var segments = 0
  var segment = Segment()
  /// The numbers of the original's codes.
  var data: Set<String> = []
  /// Every code that was begun.
  var begun: Set<String> = []
}

/// The codes of one text.
private struct XLIFFCodes {
  /// Those that began and have not ended.
  private(set) var open: [String] = []
  /// All of them.
  var ids: Set<String> = []

  mutating func begin(_ pair: String, _ id: String) {
    open.append(pair)
    ids.insert(id)
  }

  /// Ends a code; false when it did not begin.
  mutating func end(_ pair: String) -> Bool {
    guard let index = open.lastIndex(of: pair) else { return false }
    open.remove(at: index)
    return true
  }
}
