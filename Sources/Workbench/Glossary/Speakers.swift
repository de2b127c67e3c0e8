public import Bitext
internal import Memory

/// A speaker's name in two texts, as label faces label.
public struct SpeakerPair: Codable, Hashable, Sendable {
  /// The name in the source texts, without the colon.
  public var source: Term
  /// The name in the target texts.
  public var target: Term
  /// How many rows pair the two.
  public var rows = 0
  /// How many of these a person has confirmed.
  public var confirmed = 0
  /// The glossary's concept that has both names, if one has.
  public var concept: Concept.ID?
}

/// Who speaks, and by what name in each text: told by rows that hold nothing but labels, and kept in the
/// glossary as concepts of the domain `speaker`, where it is edited like any term. There it helps to
/// align the next interview, and a label that faces another name gets a doubt.
extension Bench {
  /// The pairs of labels in document pairs, or in all, in the order in which they first come.
  /// - Throws: `MemoryError` for an unknown name.
  public func speakers(of names: [String]) throws -> [SpeakerPair] {
    let concepts = try store.concepts()
    var found: [SpeakerPair] = []
    var places: [[Term]: Int] = [:]
    for name in try names.isEmpty ? list().pairs.map(\.name) : names {
      let pair = try store.pair(named: name)
      for row in pair.rows where row.status != .rejected {
        guard let terms = pair.labelTerms(row) else { continue }
        let place = places[terms, default: found.count]
        if place == found.count {
          places[terms] = place
          let concept = concepts.first { $0.isSpeaker && terms.allSatisfy($0.names) }
          found.append(SpeakerPair(source: terms[0], target: terms[1], concept: concept?.id))
        }
        found[place].rows += 1
        found[place].confirmed += row.status == .confirmed ? 1 : 0
      }
    }
    return found
  }

  /// Takes the pairs of labels that a person confirmed into the glossary, as one event; no event when
  /// it has them all.
  /// - Returns: the pairs that the glossary did not have, with their concepts.
  /// - Throws: as `speakers(of:)`.
  public func learnSpeakers(of names: [String]) throws -> [SpeakerPair] {
    var learned = try speakers(of: names).filter { $0.confirmed > 0 && $0.concept == nil }
    let stored = try store.concepts()
    var concepts = stored
    for index in learned.indices {
      learned[index].concept = concepts.learn(learned[index])
    }
    let before = stored.filter { !concepts.contains($0) }
    let after = concepts.filter { !stored.contains($0) }
    let words = learned.count == 1 ? "1 pair learned" : "\(learned.count) pairs learned"
    if !after.isEmpty { try exchange(before, after, "speakers", words) }
    return learned
  }
}

extension DocumentPair {
  /// A row's two labels as terms of the glossary.
  fileprivate func labelTerms(_ row: Row) -> [Term]? {
    guard let labels = labels(row) else { return nil }
    return [(labels.source, source), (labels.target, target)].map { text, side in
      let language = side.document.language
      return Term(language: Language(language.code) ?? language, text: text, partOfSpeech: "name")
    }
  }
}

extension Concept {
  /// Whether it has a term, whatever is known of it there.
  fileprivate func names(_ term: Term) -> Bool {
    terms.contains { $0.language.code == term.language.code && $0.text == term.text }
  }
}

extension [Concept] {
  /// Takes a pair into the concept that has one of its names, or into a new one; the concept's id.
  fileprivate mutating func learn(_ pair: SpeakerPair) -> Concept.ID {
    let terms = [pair.source, pair.target]
    if let index = firstIndex(where: { $0.isSpeaker && terms.contains(where: $0.names) }) {
      self[index].terms += terms.filter { !self[index].names($0) }
      return self[index].id
    }
    append(Concept(id: Bench.nextID(self), domain: Concept.speakers, terms: terms))
    return self[count - 1].id
  }
}
