internal import Bitext

/// What of some concepts is not found again in a file that was made of them.
struct GlossaryLosses {
  /// One kind of loss: the things that it befell.
  private var things: [String: [String]] = [:]
  private var kinds: [String] = []

  /// Compares concepts with what their file was read as. O(terms).
  init(of concepts: [Concept], readAs reading: GlossaryReading) {
    let places = Places(reading)
    if !reading.isNumbered { add("the ids", concepts.map(\.id)) }
    for concept in concepts {
      guard let read = places.concept(like: concept) else {
        add("all", concept.terms.map { $0.named(in: concept) })
        continue
      }
      compare(concept, read, isNumbered: reading.isNumbered)
    }
  }

  /// One line a kind, with the first of what it befell.
  var lines: [String] {
    kinds.map { kind in
      let all = things[kind] ?? []
      let more = all.count > 3 ? ", … (\(all.count))" : ""
      return "\(kind) of \(all.prefix(3).joined(separator: ", "))\(more)"
    }
  }

  private mutating func add(_ kind: String, _ new: [String]) {
    guard !new.isEmpty else { return }
    if things[kind] == nil { kinds.append(kind) }
    things[kind, default: []] += new
  }

  private mutating func compare(_ concept: Concept, _ read: Concept, isNumbered: Bool) {
    for column in GlossaryColumn.all {
      guard case .concept(let path) = column.field else { continue }
      if Self.isLost(concept[keyPath: path], read[keyPath: path]) {
        add("the \(column.title)", [concept.id])
      }
    }
    if Self.isLost(concept.domain, read.domain) { add("the domain", [concept.id]) }
    compare(concept.facts, read.facts + read.note.asFacts, concept.id)
    var isWhole = true
    for term in concept.terms {
      let name = term.named(in: concept)
      if let same = read.terms.first(where: { $0.isSame(as: term) }) {
        compare(term, same, name)
      } else {
        isWhole = false
        add("all", [name])
      }
    }
    if isWhole, !concept.rendersAlike(read) { add("who renders whom", [concept.id]) }
  }

  private mutating func compare(_ term: Term, _ read: Term, _ name: String) {
    if term.language != read.language {
      add("the tag \(term.language), now \(read.language),", [name])
    }
    if term.status != read.status { add("the status", [name]) }
    for column in GlossaryColumn.all where column.title != "context" {
      guard case .term(let path) = column.field else { continue }
      if Self.isLost(term[keyPath: path], read[keyPath: path]) {
        add("the \(column.title)", [name])
      }
    }
    compare(term.facts, read.facts + read.note.asFacts, name)
  }

  private mutating func compare(_ facts: [TermFact], _ read: [TermFact], _ name: String) {
    for fact in facts where !read.contains(where: { $0.says(fact) }) {
      add("the \(fact.name.isEmpty ? "further note" : fact.name)", [name])
    }
  }

  /// Whether a text is not there any more; a comment may have grown.
  private static func isLost(_ text: String?, _ read: String?) -> Bool {
    guard let text else { return false }
    return read?.contains(text) != true
  }
}

/// Where to find the concepts of a file again: by id, or by any of their terms where it has none.
private struct Places {
  private let concepts: [Concept]
  private var byID: [Concept.ID: Int] = [:]
  private var byTerm: [String: [Int]] = [:]

  init(_ reading: GlossaryReading) {
    concepts = reading.concepts
    for (index, concept) in concepts.enumerated() {
      if reading.isNumbered { byID[concept.id] = index }
      for term in concept.terms where !reading.isNumbered {
        byTerm["\(term.language.code) \(term.text)", default: []].append(index)
      }
    }
  }

  func concept(like concept: Concept) -> Concept? {
    if let index = byID[concept.id] { return concepts[index] }
    // Where the file has no concepts, those of all its terms together are it.
    let found = concept.terms.flatMap { byTerm["\($0.language.code) \($0.text)"] ?? [] }
    guard let first = found.first else { return nil }
    var whole = concepts[first]
    for index in Set(found).subtracting([first]).sorted() {
      whole.terms += concepts[index].terms.filter { !whole.terms.contains($0) }
    }
    return whole
  }
}

extension Concept {
  /// Whether the terms of its first two languages render each other as those of the other do.
  fileprivate func rendersAlike(_ other: Concept) -> Bool {
    let codes = terms.reduce(into: [String]()) {
      if !$0.contains($1.language.code) { $0.append($1.language.code) }
    }
    guard codes.count == 2, let source = Language(codes[0]), let target = Language(codes[1]) else {
      return true
    }
    func texts(_ concept: Concept) -> Set<[String]> {
      Set(concept.pairs(source, target).map { [$0.source.text, $0.target.text] })
    }
    return texts(self) == texts(other)
  }
}

extension Term {
  fileprivate func named(in concept: Concept) -> String { "\(concept.id) '\(text)'" }

  fileprivate func isSame(as other: Term) -> Bool {
    text == other.text && language.code == other.language.code
  }
}

extension String? {
  /// A note as a fact, which others may have become.
  fileprivate var asFacts: [TermFact] { map { [TermFact(.note, "", $0)] } ?? [] }
}

extension TermFact {
  /// Whether it says all that another does, perhaps in the words of a note.
  fileprivate func says(_ other: TermFact) -> Bool {
    self == other
      || value.contains(other.value) && !other.value.isEmpty
        && (name == other.name || kind == .note)
  }
}
