public import Bitext
internal import Memory

/// Changes of the glossary. Each is one event, which `undo` takes back.
extension Bench {
  /// Adds terms to a concept, or makes a new concept of them.
  /// - Parameter id: the concept; `nil` for a new one, which gets the next number.
  /// - Returns: the concept as it is now.
  /// - Throws: `MemoryError` when a term is there already.
  public func addTerms(_ terms: [TermText], to id: Concept.ID?, _ fields: TermFields) throws
    -> Concept
  {
    let concepts = try store.concepts()
    let id = id ?? Self.nextID(concepts)
    let before = concepts.first { $0.id == id }
    var after = before ?? Concept(id: id, terms: [])
    after.add(terms, fields)
    try exchange(before.map { [$0] } ?? [], [after], "term add", id)
    return after
  }

  /// Changes a concept's own fields, or one of its terms when `term` names it.
  /// - Parameter text: the term's new wording, if it changes.
  /// - Returns: the concept as it is now.
  /// - Throws: `WorkbenchError` when there is no such concept or term, or no term is named for
  ///   fields that belong to one.
  public func editTerm(
    _ id: Concept.ID, _ term: TermText?, text: String?, _ fields: TermFields
  ) throws -> Concept {
    let before = try concept(id)
    var after = before
    after.describe(fields)
    if let term {
      let place = try before.place(of: term)
      after.terms[place].describe(fields)
      after.terms[place].text = text ?? after.terms[place].text
    } else if text != nil || !fields.saysNothingOfTerm {
      throw WorkbenchError.whichTerm(before)
    }
    if after != before { try exchange([before], [after], "term edit", id) }
    return after
  }

  /// Removes one term, or the whole concept. A concept without terms goes with its last one.
  /// - Returns: the concept as it is now; `nil` when it is gone.
  public func removeTerm(_ id: Concept.ID, _ term: TermText?) throws -> Concept? {
    let before = try concept(id)
    var after = before
    if let term { after.terms.remove(at: try before.place(of: term)) } else { after.terms = [] }
    let left = after.terms.isEmpty ? nil : after
    try exchange([before], left.map { [$0] } ?? [], "term remove", id)
    return left
  }

  /// Joins two concepts that mean the same: the terms of `other` go to `id`, which stays.
  /// - Returns: the concept as it is now.
  public func mergeConcepts(_ id: Concept.ID, _ other: Concept.ID) throws -> Concept {
    guard id != other else { throw WorkbenchError.mergesItself(id) }
    let before = [try concept(id), try concept(other)]
    var after = before[0]
    after.join(before[1])
    try exchange(before, [after], "term merge", "\(other) → \(id)")
    return after
  }

  func exchange(
    _ before: [Concept], _ after: [Concept], _ action: String, _ subject: String
  ) throws(MemoryError) {
    try store.apply(GlossaryEdit(before: before, after: after), action: action, subject: subject)
  }

  private func concept(_ id: Concept.ID) throws -> Concept {
    guard let concept = try store.concepts([id]).first else {
      throw WorkbenchError.unknownConcept(id)
    }
    return concept
  }

  /// The id after the highest of the form `T001`.
  static func nextID(_ concepts: [Concept]) -> Concept.ID { id(nextNumber(concepts)) }

  static func nextNumber(_ concepts: [Concept]) -> Int {
    (concepts.compactMap { $0.id.first == "T" ? Int($0.id.dropFirst()) : nil }.max() ?? 0) + 1
  }

  static func id(_ number: Int) -> Concept.ID {
    let digits = String(number)
    return "T" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

extension Concept {
  fileprivate func place(of term: TermText) throws(WorkbenchError) -> Int {
    guard let place = self.term(of: term) else { throw .unknownTerm(term, self) }
    return place
  }
}

extension WorkbenchError {
  static func unknownConcept(_ id: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "concept \(id)", problem: "there is no concept of this id",
      fix: "`bitext term find TEXT` and `bitext term list` show the ids")
  }

  fileprivate static func unknownTerm(_ term: TermText, _ concept: Concept) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "concept \(concept.id)",
      problem: "'\(term.text)' (\(term.language)) is none of its terms",
      fix: "it has \(concept.named)")
  }

  fileprivate static func whichTerm(_ concept: Concept) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "concept \(concept.id)",
      problem: "text, status, part of speech and note belong to one term, and none is named",
      fix: "name one: \(concept.named)")
  }

  fileprivate static func mergesItself(_ id: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "concept \(id)", problem: "cannot be merged with itself",
      fix: "name two concepts")
  }
}

extension Concept {
  /// Its terms as commands name them.
  fileprivate var named: String {
    terms.map { "\($0.language)=\"\($0.text)\"" }.joined(separator: ", ")
  }
}
