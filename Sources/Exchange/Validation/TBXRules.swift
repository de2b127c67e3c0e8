// Checks a glossary in TBX against `TBXRule` as it is read. Memory: a hash for each id, each target.
internal import Bitext

final class TBXRules: FormatRules {
  static let roots: Set<String> = ["tbx", "martif"]
  static let rules = TBXRule.allCases.map {
    Rule(id: $0.rawValue, format: "TBX", words: $0.words, isFixable: false)
  }

  private(set) var items = 0
  var format: String { "\(dialect ?? "TBX") \(isOld ? "of 2008" : "of 2019")" }

  private let stream: XMLStream
  private let findings: FindingList
  private var isOld = false
  private var dialect: String?
  /// Whether data categories are elements of their own.
  private var hasOwnElements = false
  private var isBasic: Bool { !isOld && dialect == "TBX-Basic" }

  private var open: [Open] = []
  /// How deep elements are open that are not looked into.
  private var apart = 0
  private var ids: Set<Int> = []
  private var targets: [(target: String, line: Int)] = []
  private var languages: Set<String> = []
  private var terms: Set<String> = []

  private struct Open {
    var element: String
    var line: Int
    var category: TBXCategory?
    var children: Set<String> = []
    var text: [UInt8] = []
    var hasText = false
  }

  init(_ stream: XMLStream, _ findings: FindingList, profile: TMXProfile?) {
    self.stream = stream
    self.findings = findings
  }

  private func add(_ rule: TBXRule, _ reason: String, line: Int? = nil) {
    findings.add(rule.rawValue, line: line ?? stream.line, reason, isFixable: false)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard apart == 0 else {
      apart += 1
      return
    }
    let own = name.text
    if open.isEmpty { beginRoot(own, attributes) }
    checkTargets(attributes)
    // In the style DCT the category is the element; it stands where one of its kind may.
    let category = hasOwnElements ? Self.category(element: own) : nil
    let element = category?.element ?? own
    let isNew = checkPlace(element, own)
    if !open.isEmpty { open[open.count - 1].children.insert(element) }
    guard isNew, !TBXGrammar.apart.contains(element) else {
      apart = 1
      return
    }
    open.append(Open(element: element, line: stream.line))
    let grammar = TBXGrammar.of(element, isOld: isOld)
    for name in grammar?.required ?? [] where attributes[name] == nil && category == nil {
      add(.attributeMissing, "<\(own)> has no \(name)")
    }
    if TBXGrammar.entries.contains(element) { languages = [] }
    if TBXGrammar.languages.contains(element) { beginLanguage(attributes["xml:lang"]) }
    if let type = category?.name ?? attributes["type"], open.count > 1 {
      check(category: type, of: element)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.last else { return }
    let isAllowed = TBXGrammar.of(last.element, isOld: isOld)?.hasText != false
    if isAllowed { open[open.count - 1].text.append(contentsOf: bytes) }
    guard !last.hasText, bytes.contains(where: { $0 > 0x20 }) else { return }
    if isAllowed {
      open[open.count - 1].hasText = true
    } else if apart == 0 {
      open[open.count - 1].hasText = true
      add(.textPlace, "text stands in <\(last.element)>, which has elements only")
    }
  }

  func end(_ name: XMLName) {
    guard apart == 0 else {
      apart -= 1
      return
    }
    guard let done = open.popLast() else { return }
    checkMissing(done)
    let text = String(decoding: done.text, as: UTF8.self)
    switch done.element {
    case "term": endTerm(text, done)
    case "date" where text.isoDay == nil: add(.date, "the date is '\(text)'", line: done.line)
    default: break
    }
    if TBXGrammar.entries.contains(done.element) { items += 1 }
    if let category = done.category, !category.values.isEmpty, !category.values.contains(text) {
      add(.categoryValue, "\(category.name) is '\(text)'", line: done.line)
    }
  }

  func finish() {
    if items == 0 { add(.elementMissing, "there is no entry", line: 1) }
    for (target, line) in targets where !ids.contains(target.hashValue) {
      add(.target, "the target '\(target)' is no id of the file, nor an address", line: line)
    }
  }
}

extension TBXRules {
  private func beginRoot(_ element: String, _ attributes: XMLAttributes) {
    isOld = element == "martif"
    dialect = attributes["type"]
    guard !isOld else { return }
    let style = attributes["style"] ?? ""
    hasOwnElements = style == "dct"
    if !["dca", "dct"].contains(style) { add(.version, "the style is '\(style)'") }
  }

  /// Takes an id, and what points elsewhere, to be looked for at the end.
  private func checkTargets(_ attributes: XMLAttributes) {
    if let id = attributes["id"], !ids.insert(id.hashValue).inserted {
      add(.repeatedID, "the id '\(id)' is another element's too")
    }
    if let target = attributes["target"], !target.hasPrefix("http://"),
      !target.hasPrefix("https://")
    {
      targets.append((target, stream.line))
    }
  }

  /// - Returns: whether it is an element of the edition.
  private func checkPlace(_ element: String, _ own: String) -> Bool {
    let isKnown =
      TBXGrammar.of(element, isOld: isOld) != nil || TBXGrammar.apart.contains(element)
    guard isKnown else {
      add(.unknownElement, "TBX has no element <\(own)>")
      return false
    }
    guard let parent = open.last else { return true }
    guard TBXGrammar.of(parent.element, isOld: isOld)?.children.contains(element) != false else {
      add(.elementPlace, "<\(own)> stands in <\(parent.element)>")
      return true
    }
    if ["term", "text", "body", "tbxHeader", "martifHeader"].contains(element),
      parent.children.contains(element)
    {
      add(.elementRepeated, "a second <\(own)> in <\(parent.element)>")
    }
    let sections = TBXGrammar.languages.union(TBXGrammar.terms)
    if TBXGrammar.statements.contains(element),
      let section = parent.children.intersection(sections).first
    {
      add(.elementOrder, "<\(own)> stands after <\(section)>")
    }
    let isTermSection = TBXGrammar.terms.contains(parent.element) || parent.element == "termGrp"
    if isTermSection, parent.element != "ntig", element != "term",
      !parent.children.contains("term")
    {
      add(.elementOrder, "<\(own)> stands before the term")
    }
    return true
  }

  private func beginLanguage(_ code: String?) {
    terms = []
    guard let code else { return }
    if Language(code) == nil || code.contains("_") {
      add(.languageCode, "xml:lang is '\(code)', which is no tag of BCP 47")
    }
    if !languages.insert(code.lowercased()).inserted {
      add(.elementRepeated, "the entry has the language \(code) twice")
    }
  }

  private func endTerm(_ text: String, _ done: Open) {
    let term = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if term.isEmpty, !done.hasText { return add(.emptyTerm, "the term is empty", line: done.line) }
    if !terms.insert(term).inserted {
      add(.repeatedTerm, "'\(term)' stands in this language of the entry already", line: done.line)
    }
  }

  private func checkMissing(_ done: Open) {
    let wanted: [String] =
      switch done.element {
      case "tbx": ["tbxHeader", "text"]
      case "martif": ["martifHeader", "text"]
      case "tbxHeader", "martifHeader": ["fileDesc"]
      case "fileDesc": ["sourceDesc"]
      case "text": ["body"]
      case "termEntry": ["langSet"]
      case "conceptEntry": ["langSec"]
      case "langSet": done.children.contains("ntig") ? [] : ["tig"]
      case "langSec": ["termSec"]
      case "tig", "termSec", "termGrp": ["term"]
      case "ntig": ["termGrp"]
      default: []
      }
    for name in wanted where !done.children.contains(name) {
      add(.elementMissing, "<\(done.element)> has no <\(name)>", line: done.line)
    }
  }
}

/// The data categories of TBX-Basic.
extension TBXRules {
  /// Categories of TBX-Basic that are notes to a transaction, and no statements by themselves.
  private static let notes = ["responsibility": "transacNote"]

  private static func category(element: String) -> (name: String, element: String)? {
    if let kind = notes[element] { return (element, kind) }
    return TBXCategory.named(element).map { ($0.name, $0.kind.rawValue) }
  }

  private func check(category type: String, of element: String) {
    guard isBasic, TBXGrammar.of(element, isOld: false)?.required == ["type"] else { return }
    if Self.notes[type] == element { return }
    guard let category = TBXCategory.named(type), category.kind.rawValue == element else {
      return add(.category, "TBX-Basic has no \(element) '\(type)'")
    }
    open[open.count - 1].category = category
    guard let level, !category.levels.contains(level) else { return }
    add(.categoryPlace, "\(type) stands at the \(level.rawValue)")
  }

  /// The part of an entry that the reader is in.
  private var level: TBXCategory.Level? {
    for part in open.reversed() {
      if TBXGrammar.terms.contains(part.element) { return .term }
      if TBXGrammar.languages.contains(part.element) { return .language }
      if TBXGrammar.entries.contains(part.element) { return .concept }
    }
    return nil
  }
}
