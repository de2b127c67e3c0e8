internal import Bitext

/// What can be done to a concept, apart from storing it.
extension Concept {
  /// Takes in terms that render each other. The rendering, which the status and the note speak of,
  /// is the English term, or the last where there is none; it stands after the terms it renders,
  /// from which order `Concept.pairs` tells who renders whom. A term rendered that is there already
  /// stays as it is; a rendering that is there already stands twice, which no store accepts.
  mutating func add(_ new: [TermText], _ fields: TermFields) {
    guard let judged = new.firstIndex(where: { $0.language.code == "en" }) ?? new.indices.last
    else { return }
    let status = fields.status ?? .preferred
    var heads = new
    var rendering = Term(heads.remove(at: judged), status, fields, note: fields.note)
    rendering.describe(fields)
    let fresh = heads.filter { term(of: $0) == nil }
    if fresh.isEmpty, let last = heads.last.flatMap(term) {
      terms.insert(rendering, at: endOfRenderings(after: last, in: rendering.language))
    } else {
      let headStatus: TermStatus = status == .preferred ? .preferred : .admitted
      terms += fresh.map { Term($0, headStatus, fields, note: nil) } + [rendering]
    }
    describe(fields)
  }

  /// Where a term stands among this concept's terms.
  func term(of wanted: TermText) -> Int? {
    terms.firstIndex { $0.language == wanted.language && $0.text == wanted.text }
  }

  /// States the concept's own fields.
  mutating func describe(_ fields: TermFields) {
    if let domain = fields.domain { self.domain = domain.nilIfEmpty }
    if let definition = fields.definition { self.definition = definition.nilIfEmpty }
    if let origin = fields.definitionSource { definitionSource = origin.nilIfEmpty }
    if let client = fields.client { self.client = client.nilIfEmpty }
    if let note = fields.conceptNote { self.note = note.nilIfEmpty }
  }

  /// Takes in the terms of another concept, but those it has already; its own id and fields stay.
  mutating func join(_ other: Concept) {
    domain = domain ?? other.domain
    if definition == nil {
      (definition, definitionSource) = (other.definition, other.definitionSource)
    }
    note = note ?? other.note
    source = source ?? other.source
    client = client ?? other.client
    facts += other.facts.filter { !facts.contains($0) }
    terms += other.terms.filter { term(of: TermText($0)) == nil }
  }

  /// Past the terms of a language that stand in a row after the term at `index` and its like.
  private func endOfRenderings(after index: Int, in language: Language) -> Int {
    let rest = terms[(index + 1)...]
    let first = rest.firstIndex { $0.language == language } ?? rest.endIndex
    return terms[first...].firstIndex { $0.language != language } ?? terms.endIndex
  }
}

extension Term {
  fileprivate init(_ new: TermText, _ status: TermStatus, _ fields: TermFields, note: String?) {
    self.init(
      language: new.language, text: new.text, status: status,
      partOfSpeech: fields.partOfSpeech?.nilIfEmpty, note: note?.nilIfEmpty)
  }

  /// States what is given of the term.
  mutating func describe(_ fields: TermFields) {
    status = fields.status ?? status
    if let partOfSpeech = fields.partOfSpeech { self.partOfSpeech = partOfSpeech.nilIfEmpty }
    if let note = fields.note { self.note = note.nilIfEmpty }
    if let origin = fields.source { source = origin.nilIfEmpty }
    if let register = fields.register { self.register = register.nilIfEmpty }
    if let region = fields.region { self.region = region.nilIfEmpty }
    if let type = fields.type { self.type = type.nilIfEmpty }
  }
}

extension TermText {
  fileprivate init(_ term: Term) {
    language = term.language
    text = term.text
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
