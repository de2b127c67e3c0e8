internal import Alignment
public import Bitext
internal import Exchange
internal import Memory
public import Terminology

/// Candidates for the glossary, with rows that show them.
public struct TermExtraction: Codable, Sendable {
  /// A candidate and where it stands.
  public struct Entry: Codable, Sendable {
    /// The two phrases, their counts and figures.
    public var candidate: TermCandidate
    /// Rows that have both: `press:42`.
    public var places: [String]
  }

  /// The language of the first phrases.
  public var sourceLanguage: Language
  /// The language of the second phrases.
  public var targetLanguage: Language
  /// The candidates, the best first.
  public var entries: [Entry]
  /// From how many rows.
  public var rows: Int
}

extension Bench {
  /// Proposes terms and their renderings from rows of document pairs and memories between two languages,
  /// those of the first row. What the glossary has is left out.
  /// - Parameters:
  ///   - least: in how many rows both must stand.
  ///   - limit: at most so many.
  /// - Throws: `MemoryError` for an unknown name, `WorkbenchError` when there is no row.
  public func extractTerms(
    _ names: [String], atLeast least: Int, limit: Int, data: DataFolder
  ) throws -> TermExtraction {
    var rows: [CheckedRow] = []
    try forEachRow(names.map { try RowSelection($0) }) { row in
      let first = rows.first ?? row
      if row.sourceLanguage.code == first.sourceLanguage.code,
        row.targetLanguage.code == first.targetLanguage.code, !row.target.isEmpty
      {
        rows.append(row)
      }
    }
    guard let first = rows.first else { throw WorkbenchError.noRows(names) }
    let languages = LanguagePair(from: first.sourceLanguage, to: first.targetLanguage)
    let glossary = Glossary(try store.concepts())
    let candidates = Self.candidates(
      rows.map { ($0.source, $0.target) }, languages,
      data.lexicon(for: first.sourceLanguage, first.targetLanguage).0, atLeast: least
    ).ranked(atLeast: least) { glossary.holds($0) }
    return TermExtraction(
      sourceLanguage: first.sourceLanguage, targetLanguage: first.targetLanguage,
      entries: candidates.prefix(limit).map { candidate in
        TermExtraction.Entry(
          candidate: candidate,
          places: candidate.rows.map { "\(rows[$0].document):\(rows[$0].number)" })
      }, rows: rows.count)
  }

  static func candidates(
    _ pairs: [(source: String, target: String)], _ languages: LanguagePair, _ lexicon: Lexicon?,
    atLeast least: Int
  ) -> TermCandidates {
    let finder = PhraseFinder(pairs, languages, lexicon: lexicon)
    var candidates = TermCandidates()
    for (index, pair) in pairs.enumerated() {
      candidates.add(
        finder.phrases(index, atLeast: least).map { phrase in
          TermMeeting(
            source: .init(phrase.source, in: pair.source),
            target: .init(phrase.target, in: pair.target), length: phrase.length,
            strength: phrase.strength)
        })
    }
    return candidates
  }

  /// Takes candidates into the glossary, each as a concept of its own whose terms are admitted, as one
  /// event.
  /// - Returns: the concepts.
  public func addTerms(_ extraction: TermExtraction) throws -> [Concept] {
    var concepts = try store.concepts()
    let before = concepts.count
    for entry in extraction.entries {
      concepts.append(entry.concept(extraction, id: Self.nextID(concepts)))
    }
    let new = Array(concepts[before...])
    if !new.isEmpty { try exchange([], new, "term extract", "\(new.count) candidates") }
    return new
  }

  /// The candidates as the table that `importTerms` reads, admitted, with what is known of each in a note.
  /// Their numbers are free in the glossary.
  /// - Throws: `ExchangeError`, after which whatever stood at the path stands there still.
  public func writeTerms(_ extraction: TermExtraction, to path: String) throws {
    var concepts = try store.concepts()
    let before = concepts.count
    for entry in extraction.entries {
      var concept = entry.concept(extraction, id: Self.nextID(concepts))
      concept.terms[1].note =
        "in \(entry.candidate.count) rows: \(entry.places.joined(separator: ", "))"
      concepts.append(concept)
    }
    _ = try GlossaryExport(.tsv, tool: "bitext").write(
      Array(concepts[before...]), to: path, date: Int(clock().timeIntervalSince1970))
  }
}

extension TermMeeting.Phrase {
  fileprivate init(_ part: Phrase.Part, in text: String) {
    self.init(
      key: part.key, text: text.slice(part.bytes), range: part.bytes, count: part.count)
  }
}

extension TermExtraction.Entry {
  /// Both phrases as admitted terms.
  fileprivate func concept(_ extraction: TermExtraction, id: Concept.ID) -> Concept {
    let terms = [
      (candidate.source, extraction.sourceLanguage), (candidate.target, extraction.targetLanguage),
    ].map { Term(language: Language($1.code) ?? $1, text: $0, status: .admitted) }
    return Concept(id: id, terms: terms)
  }
}

extension WorkbenchError {
  fileprivate static func noRows(_ names: [String]) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: names.first ?? "workspace",
      problem: "there is no pair to read terms from",
      fix: "align two texts or import pairs first")
  }
}
