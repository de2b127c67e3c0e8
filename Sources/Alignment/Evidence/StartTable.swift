/// What is known before the document is aligned: lexicon, glossary, equal tokens, names by sound.
struct StartTable {
  let source: Vocabulary
  let target: Vocabulary
  private var weights: [[Int32: Float]]

  init(_ source: Vocabulary, _ target: Vocabulary) {
    self.source = source
    self.target = target
    weights = [[Int32: Float]](repeating: [:], count: source.count)
  }

  var associations: Associations { Associations(weights, targetCount: target.count) }

  mutating func raise(_ z: Int32, _ e: Int32, to weight: Float) {
    weights[Int(z)][e] = max(weights[Int(z)][e] ?? 0, weight)
  }

  /// Numbers, months, punctuation classes and Latin words that both sides write alike.
  mutating func addEqualTokens() {
    for (z, key) in source.keys.enumerated() {
      guard let e = target.ids[key], key.utf8.count > 1 || source.kinds[z] == .punctuation else {
        continue
      }
      raise(Int32(z), e, to: 0.9)
    }
  }

  /// Glosses of the lexicon, whichever side its headwords are on.
  mutating func add(_ lexicon: Lexicon, headwordsOnSource: Bool) {
    let headwords = headwordsOnSource ? source : target
    let glosses = headwordsOnSource ? target : source
    for (index, key) in headwords.keys.enumerated() where headwords.kinds[index] == .word {
      let known = lexicon.glosses(key).compactMap { gloss in
        glosses.ids[gloss.word].map { (id: $0, probability: gloss.probability) }
      }
      let total = known.reduce(0) { $0 + $1.probability }
      for gloss in known {
        // Half the mass as the dictionary spreads it, half over the glosses this text uses.
        let weight = 0.45 * gloss.probability + 0.45 * gloss.probability / total
        if headwordsOnSource {
          raise(Int32(index), gloss.id, to: weight)
        } else {
          raise(gloss.id, Int32(index), to: weight)
        }
      }
    }
  }

  /// Glossary terms, as token keys of both sides.
  mutating func add(term: (source: [String], target: [String])) {
    let sources = term.source.compactMap { source.ids[$0] }
    let targets = term.target.compactMap { target.ids[$0] }
    guard sources.count == term.source.count, targets.count == term.target.count else { return }
    for z in sources { for e in targets { raise(z, e, to: 0.9 / Float(targets.count)) } }
  }

  /// Names that sound alike.
  mutating func add(_ names: NameIndex, chineseOnSource: Bool) {
    let chinese = chineseOnSource ? source : target
    let latin = chineseOnSource ? target : source
    let ids = Dictionary(latin.names.map { ($1, $0) }, uniquingKeysWith: min)
    func link(_ han: Int32, _ name: String, _ weight: Float) {
      guard let id = ids[name] else { return }
      if chineseOnSource { raise(han, id, to: weight) } else { raise(id, han, to: weight) }
    }
    for (index, key) in chinese.keys.enumerated() {
      let scalars = key.unicodeScalars
      if key.hasPrefix("~") {
        link(Int32(index), String(key.dropFirst()), 0.9)
      } else if scalars.count == 1, let character = scalars.first {
        for name in names.heard(as: character) { link(Int32(index), name, 0.3) }
      }
    }
  }
}
