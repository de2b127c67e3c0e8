internal import Bitext

// What a concept and its terms state, in the order in which it is written.

extension Concept {
  /// The languages of its terms, in the order in which they come.
  var languages: [Language] {
    terms.reduce(into: []) { if !$0.contains($1.language) { $0.append($1.language) } }
  }

  /// All that is said of it as a whole.
  var statements: [TermFact] {
    let own: [TermFact?] = [
      domain.map { TermFact(.description, "subjectField", $0) },
      definition.map {
        TermFact(.description, TermFact.definition, $0, source: definitionSource)
      },
      client.map { TermFact(.administration, "customerSubset", $0) },
      source.map { TermFact(.administration, "source", $0) },
      created.fact("origination"), changed.fact("modification"),
      note.map { TermFact(.note, "", $0) },
    ]
    return own.compactMap { $0 } + facts
  }

  /// The terms that a term renders, where the order by languages does not say it: a concept may have
  /// several terms of a language, each with renderings of its own.
  var renders: [Term: [String]] {
    let byLanguage = languages.flatMap { language in terms.filter { $0.language == language } }
    guard let first = terms.first, byLanguage != terms else { return [:] }
    var renders: [Term: [String]] = [:]
    for group in Concept.groups(
      of: terms, isRendering: { $0.language.code != first.language.code })
    {
      for rendering in group.renderings { renders[rendering] = group.heads.map(\.text) }
    }
    return renders
  }
}

extension Term {
  /// All that is said of it; what TBX-Basic has no word for is said again in a note.
  func statements(renders: [String]) -> [TermFact] {
    let own: [TermFact?] = [
      TermFact(.property, "administrativeStatus", TBXWords.status(status)),
      partOfSpeech.map { TermFact(.property, "partOfSpeech", TBXWords.partOfSpeech($0)) },
      type.flatMap { isStandard("termType", $0) ? TermFact(.property, "termType", $0) : nil },
      region.map { TermFact(.property, "geographicalUsage", $0) },
      source.map { TermFact(.administration, "source", $0) },
      client.map { TermFact(.administration, "customerSubset", $0) },
      created.fact("origination"), changed.fact("modification"),
    ]
    return own.compactMap { $0 } + notes(renders) + facts
  }

  private func notes(_ renders: [String]) -> [TermFact] {
    var notes: [String] = note.map { [$0] } ?? []
    if status == .forbidden { notes.append(TBXNotes.forbidden) }
    if !renders.isEmpty {
      notes.append(
        TBXNotes.note(TBXNotes.renders, renders.joined(separator: TBXNotes.divider)))
    }
    for (name, path) in TBXNotes.ofTerm {
      guard let value = self[keyPath: path] else { continue }
      let isSaid =
        name == "part of speech" && TBXWords.partOfSpeech(value) == value
        || name == "term type" && isStandard("termType", value)
      if !isSaid { notes.append(TBXNotes.note(name, value)) }
    }
    return notes.map { TermFact(.note, "", $0) }
  }

  private func isStandard(_ category: String, _ value: String) -> Bool {
    TBXCategory.named(category)?.values.contains(value) ?? false
  }
}

extension Stamp {
  fileprivate func fact(_ what: String) -> TermFact? {
    isEmpty ? nil : TermFact(.transaction, "transactionType", what, source: author, date: date)
  }
}
