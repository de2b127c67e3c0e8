internal import Bitext
internal import Exchange
internal import Memory

/// The concepts of a file on their way into the glossary: which are there, which are new, and what
/// becomes of those that are there otherwise.
struct GlossaryMerging {
  /// What was done so far.
  var done = TermImport(format: .tsv)
  private let onConflict: ImportConflict
  private var stored: [Concept.ID: Concept] = [:]
  /// The concepts that have a term.
  private var byTerm: [TermKey: [Concept.ID]] = [:]
  private var before: [Concept] = []
  private var after: [Concept] = []
  private var places: [Concept.ID: Int] = [:]
  private var nextNumber: Int

  /// A term whatever script or region its language names.
  private struct TermKey: Hashable {
    let code: String
    let text: String

    init(_ term: Term) {
      code = term.language.code
      text = term.text
    }
  }

  init(_ concepts: [Concept], onConflict: ImportConflict) {
    self.onConflict = onConflict
    nextNumber = Bench.nextNumber(concepts)
    for concept in concepts { know(concept) }
  }

  /// What is to be stored.
  var edit: GlossaryEdit { GlossaryEdit(before: before, after: after) }

  private mutating func know(_ concept: Concept) {
    stored[concept.id] = concept
    for term in concept.terms { byTerm[TermKey(term), default: []].append(concept.id) }
  }

  /// Takes a concept in. One of the same id without a single term in common is another one, which
  /// happens to have that id in another file; then the new one gets a number of its own.
  mutating func take(_ concept: Concept, isNumbered: Bool) {
    var new = concept
    let old = isNumbered ? match(id: concept.id, concept) : match(concept)
    guard let old else {
      if !isNumbered || stored[new.id] != nil { number(&new) }
      if isNumbered, new.id != concept.id {
        done.remarks.append(
          "\(concept.id) is another concept here, without a term in common: the file's is \(new.id)"
        )
      }
      done.added += 1
      return store(new, inPlaceOf: nil)
    }
    new.id = old.id
    new.keepTags(of: old)
    settle(new, old, isNumbered: isNumbered)
  }

  private mutating func settle(_ new: Concept, _ old: Concept, isNumbered: Bool) {
    let isThere = isNumbered ? new == old : new.terms.allSatisfy(old.has)
    switch onConflict {
    case _ where isThere: done.unchanged += 1
    case .keep: done.kept += 1
    case .replace:
      done.updated += 1
      store(new, inPlaceOf: old)
    case .both:
      var joined = old
      joined.join(new)
      if joined == old {
        done.kept += 1
      } else {
        done.updated += 1
        store(joined, inPlaceOf: old)
      }
    }
  }

  private mutating func store(_ concept: Concept, inPlaceOf old: Concept?) {
    if let place = places[concept.id] {
      after[place] = concept
    } else {
      if let old { before.append(old) }
      places[concept.id] = after.count
      after.append(concept)
    }
    know(concept)
  }

  private func match(id: Concept.ID, _ concept: Concept) -> Concept? {
    if let old = stored[id], concept.terms.contains(where: old.has) { return old }
    guard stored[id] != nil else { return nil }
    // Imported before, when it got another number.
    let same = concept.terms.first.flatMap { byTerm[TermKey($0)] }?.compactMap { stored[$0] }
    return same?.first { $0.isCopy(of: concept) }
  }

  /// The concept that a file without ids means: one that has its first term and most of the others.
  private func match(_ concept: Concept) -> Concept? {
    let candidates = concept.terms.first.flatMap { byTerm[TermKey($0)] } ?? []
    return candidates.compactMap { stored[$0] }.max { a, b in
      concept.terms.count(where: a.has) < concept.terms.count(where: b.has)
    }
  }

  private mutating func number(_ concept: inout Concept) {
    repeat {
      concept.id = Bench.id(nextNumber)
      nextNumber += 1
    } while stored[concept.id] != nil
  }
}

extension Concept {
  /// Whether it has a term, in whatever script or region.
  fileprivate func has(_ term: Term) -> Bool {
    terms.contains { $0.language.code == term.language.code && $0.text == term.text }
  }

  /// Whether only the ids differ.
  fileprivate func isCopy(of other: Concept) -> Bool {
    var copy = other
    copy.id = id
    copy.keepTags(of: self)
    return copy == self
  }

  /// Files write `zh-CN` for `zh` or `zh-Hans`; a term that is there keeps the tag it has.
  fileprivate mutating func keepTags(of old: Concept) {
    for index in terms.indices {
      let same = old.terms.first {
        $0.text == terms[index].text && $0.language.code == terms[index].language.code
          && ($0.language == terms[index].language
            || $0.language.isWritten(as: terms[index].language))
      }
      if let same { terms[index].language = same.language }
    }
  }
}

extension Language {
  /// Whether exchange files write it with this tag.
  fileprivate func isWritten(as other: Language) -> Bool {
    switch other.tag {
    case "zh-CN": ["zh", "zh-Hans"].contains(tag)
    case "zh-TW": tag == "zh-Hant"
    default: false
    }
  }
}
