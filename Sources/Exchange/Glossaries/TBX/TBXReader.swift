internal import Bitext

/// Reads TBX: ISO 30042:2008 (`martif`, with `tig` or `ntig`) and ISO 30042:2019 (`tbx`) in both its
/// styles, of any dialect. What has a field of ours goes there, the rest becomes facts.
enum TBXReader {
  /// Reads a whole file. O(bytes); one entry is held beside the concepts.
  static func read(_ bytes: [UInt8], name: String) throws(GlossaryError) -> GlossaryReading {
    var reading = GlossaryReading(isNumbered: true)
    var unnamed = 0
    let stream = TBXStream { entry in
      var entry = TBXEntry(entry)
      if entry.concept.terms.isEmpty {
        reading.remarks.append("\(name):\(entry.line): an entry without a term is left out")
        return
      }
      if entry.concept.id.isEmpty {
        unnamed += 1
        entry.concept.id = "entry-\(unnamed)"
      }
      reading.remarks += entry.remarks.map { "\(name):\($0.line): \($0.text)" }
      reading.concepts.append(entry.concept)
    }
    let fault = stream.read(bytes)
    if let root = stream.root, !["martif", "tbx"].contains(root.name) {
      throw GlossaryError(file: name, .unknownFormat(Self.kind(of: root.name)))
    }
    if let fault { throw GlossaryError(file: name, .damaged(fault)) }
    guard !reading.concepts.isEmpty else { throw GlossaryError(file: name, .empty) }
    if stream.marked > 0 {
      reading.remarks.append("\(name): markup within \(stream.marked) texts is not kept")
    }
    return reading
  }

  private static func kind(of root: String) -> String {
    switch root {
    case "tmx": "a translation memory (TMX)"
    case "xliff": "a translation file (XLIFF)"
    case "mtf": "an export of MultiTerm in its own XML"
    case "html": "a web page"
    default: "an XML file of '\(root)'"
    }
  }
}

/// An entry of TBX as a concept.
struct TBXEntry {
  var concept: Concept
  /// Where the entry begins.
  let line: Int
  /// What could not be kept, and where.
  private(set) var remarks: [(line: Int, text: String)] = []
  /// The terms that a term says it renders.
  private var rendered: [Int: [String]] = [:]

  init(_ entry: TBXElement) {
    line = entry.line
    concept = Concept(id: entry.id ?? "", terms: [])
    let sections: Set<String> = ["langSet", "langSec"]
    for fact in Self.facts(of: entry, except: sections) { settle(fact) }
    for section in entry.children where sections.contains(section.name) { read(section) }
    orderTerms()
  }

  private mutating func read(_ section: TBXElement) {
    guard let language = section.language.flatMap({ Language($0) }) else {
      let tag = section.language ?? ""
      remarks.append(
        (section.line, "terms of the language '\(tag)', which is no tag, are left out"))
      return
    }
    let terms: Set<String> = ["tig", "ntig", "termSec"]
    for var fact in Self.facts(of: section, except: terms) {
      fact.language = language
      concept.facts.append(fact)
    }
    for element in section.children where terms.contains(element.name) {
      add(element, language)
    }
  }

  private mutating func add(_ element: TBXElement, _ language: Language) {
    let parts = element.children.flatMap { $0.name == "termGrp" ? $0.children : [$0] }
    let text = parts.first { $0.name == "term" }?.text
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let text, !text.isEmpty else {
      remarks.append((element.line, "a term without a text is left out"))
      return
    }
    var term = Term(language: language, text: text)
    let isTwice = concept.terms.contains { $0.language == language && $0.text == text }
    for fact in Self.facts(of: element, except: ["term"]) { settle(fact, &term, element.line) }
    if isTwice {
      remarks.append((element.line, "'\(text)' stands in this entry already; the first is kept"))
      rendered[concept.terms.count] = nil
    } else {
      concept.terms.append(term)
    }
  }

  /// A term that says what it renders goes behind it: from this order `Concept.pairs` tells who renders
  /// whom.
  private mutating func orderTerms() {
    guard !rendered.isEmpty else { return }
    let heads = concept.terms.indices.filter { rendered[$0] == nil }
    var order: [Int] = []
    var lists: [[String]] = []
    for index in concept.terms.indices {
      if let list = rendered[index], !lists.contains(list) { lists.append(list) }
    }
    for list in lists {
      order += heads.filter { list.contains(concept.terms[$0].text) && !order.contains($0) }
      order += concept.terms.indices.filter { rendered[$0] == list }
    }
    order += heads.filter { !order.contains($0) }
    concept.terms = order.map { concept.terms[$0] }
  }
}

extension TBXEntry {
  /// A statement about the concept goes to its field, or to the facts.
  private mutating func settle(_ fact: TermFact) {
    switch (fact.kind, fact.name) {
    case (.description, "subjectField") where concept.domain == nil: concept.domain = fact.value
    case (.description, TermFact.definition) where concept.definition == nil:
      concept.definition = fact.value
      concept.definitionSource = fact.source
    case (.administration, "customerSubset") where concept.client == nil:
      concept.client = fact.value
    case (.administration, "source") where concept.source == nil: concept.source = fact.value
    case (.note, _):
      if let id = TBXNotes.value(TBXNotes.id, in: fact.value) {
        concept.id = id
      } else if concept.note == nil {
        concept.note = fact.value
      } else {
        concept.facts.append(fact)
      }
    case (.transaction, _):
      if !fact.settle(&concept.created, &concept.changed) { concept.facts.append(fact) }
    default: concept.facts.append(fact)
    }
  }

  private mutating func settle(_ fact: TermFact, _ term: inout Term, _ line: Int) {
    switch (fact.kind, fact.name) {
    case (.property, "administrativeStatus"), (.property, "normativeAuthorization"):
      if let status = TBXWords.status(fact.value) {
        term.status = status
      } else {
        term.status = .admitted
        remarks.append((line, "the status '\(fact.value)' is taken for admitted"))
        term.facts.append(fact)
      }
    case (.property, "partOfSpeech") where term.partOfSpeech == nil:
      term.partOfSpeech = fact.value
    case (.property, "termType") where term.type == nil: term.type = fact.value
    case (.property, "geographicalUsage") where term.region == nil: term.region = fact.value
    case (.property, "register") where term.register == nil: term.register = fact.value
    case (.description, "subjectField") where term.domain == nil: term.domain = fact.value
    case (.administration, "customerSubset") where term.client == nil: term.client = fact.value
    case (.administration, "source") where term.source == nil: term.source = fact.value
    case (.transaction, _):
      if !fact.settle(&term.created, &term.changed) { term.facts.append(fact) }
    case (.note, _): settle(note: fact, &term)
    default: term.facts.append(fact)
    }
  }

  private mutating func settle(note fact: TermFact, _ term: inout Term) {
    let field = TBXNotes.ofTerm.lazy.compactMap { name, path in
      TBXNotes.value(name, in: fact.value).map { (path, $0) }
    }.first
    if fact.value == TBXNotes.forbidden {
      term.status = .forbidden
    } else if let heads = TBXNotes.value(TBXNotes.renders, in: fact.value) {
      rendered[concept.terms.count] = heads.components(dividedBy: TBXNotes.divider)
    } else if let (path, value) = field {
      term[keyPath: path] = value
    } else if term.note == nil {
      term.note = fact.value
    } else {
      term.facts.append(fact)
    }
  }
}

extension TermFact {
  /// Takes a transaction for the first or the last that was done; false where it is neither, or the
  /// first is known.
  fileprivate func settle(_ created: inout Stamp, _ changed: inout Stamp) -> Bool {
    let stamp = Stamp(date: date, author: source)
    if value == "origination", created.isEmpty {
      created = stamp
    } else if value == "modification", changed.isEmpty {
      changed = stamp
    } else {
      return false
    }
    return true
  }
}

extension String {
  func components(dividedBy divider: String) -> [String] {
    split(separator: divider, omittingEmptySubsequences: false).map(String.init)
  }
}
