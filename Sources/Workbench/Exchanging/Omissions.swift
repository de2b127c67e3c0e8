public import Bitext
internal import Memory

/// What a translation left out or added, in order: the rows without a counterpart, with what stands
/// before and after them.
public struct Omissions: Codable, Sendable {
  /// The document pair.
  public var name: String
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// The parts of the text that have some, in order.
  public var sections: [Section]
  /// How much of the source text the translation left out.
  public var omitted: Share
  /// How much of the target text the source does not have.
  public var added: Share

  /// What begins with a heading.
  public struct Section: Codable, Sendable {
    /// The heading's row, counted from 1; `nil` before the first heading.
    public var row: Int?
    /// The heading in both texts; empty before the first.
    public var title: Pair
    /// What stands without a counterpart in it.
    public var passages: [Passage]
  }

  /// Words of both texts.
  public struct Pair: Codable, Sendable, Hashable {
    /// In the source text.
    public var source: String
    /// In the target text.
    public var target: String
  }

  /// Rows one below the other that have text on the same side only.
  public struct Passage: Codable, Sendable {
    /// What is missing.
    public enum Kind: String, Codable, Sendable {
      /// The translation leaves it out.
      case omitted
      /// The source does not have it.
      case added
      /// It has a counterpart in another place.
      case moved
    }

    /// What is missing.
    public var kind: Kind
    /// Its rows, counted from 1.
    public var rows: ClosedRange<Int>
    /// Its words, a row each.
    public var texts: [String]
    /// Whether a person said so of all of it.
    public var isDecided: Bool
    /// The least of its probabilities, where nobody has decided.
    public var probability: Double?
    /// Who is speaking.
    public var speaker: String?
    /// Where its counterpart stands, of what has moved.
    public var counterpart: String?
    /// The pair above it; `nil` at the beginning.
    public var before: Pair?
    /// The pair below it; `nil` at the end.
    public var after: Pair?
    /// A reviewer's remarks.
    public var comments: [String]
  }

  /// A part of a text, in characters that are no white space.
  public struct Share: Codable, Sendable, Hashable {
    /// Passages of it.
    public var passages = 0
    /// Characters of it.
    public var characters = 0
    /// Characters of the whole text.
    public var of = 0
  }

  /// Whether nothing is left out, added or moved.
  public var isEmpty: Bool { sections.isEmpty }
}

extension Bench {
  /// What the translation of a document pair left out or added.
  /// - Throws: `MemoryError` for an unknown name.
  public func omissions(in name: String) throws -> Omissions {
    Omissions(try store.pair(named: name))
  }
}

extension Omissions {
  init(_ pair: DocumentPair) {
    name = pair.name
    sourceLanguage = pair.source.document.language
    targetLanguage = pair.target.document.language
    (sections, omitted, added) = ([], Share(), Share())
    var section = Section(row: nil, title: Pair(source: "", target: ""), passages: [])
    func close() { if !section.passages.isEmpty { sections.append(section) } }
    var index = 0
    while index < pair.rows.count {
      let row = pair.rows[index]
      let isPair = !row.source.isEmpty && !row.target.isEmpty
      if isPair, pair.kind(row) == .heading {
        close()
        section = Section(row: index + 1, title: pair.words(index), passages: [])
      }
      let end = pair.endOfPassage(from: index)
      if end > index { section.passages.append(Passage(pair, index..<end)) }
      index = max(end, index + 1)
    }
    close()
    count(pair)
  }

  private mutating func count(_ pair: DocumentPair) {
    omitted.of = pair.source.document.text.letters
    added.of = pair.target.document.text.letters
    for passage in sections.flatMap(\.passages) {
      let letters = passage.texts.reduce(0) { $0 + $1.letters }
      switch passage.kind {
      case .omitted:
        (omitted.passages, omitted.characters) = (
          omitted.passages + 1, omitted.characters + letters
        )
      case .added:
        (added.passages, added.characters) = (added.passages + 1, added.characters + letters)
      case .moved: break
      }
    }
  }
}

extension Omissions.Passage {
  fileprivate init(_ pair: DocumentPair, _ range: Range<Int>) {
    let held = pair.rows[range]
    let side: Side = pair.rows[range.lowerBound].target.isEmpty ? .source : .target
    let moved = pair.moved(range.lowerBound)
    kind = moved != nil ? .moved : side == .source ? .omitted : .added
    rows = range.lowerBound + 1...range.upperBound
    texts = held.map { pair.text($0, side) }
    isDecided = held.allSatisfy(\.status.isLocked)
    probability = isDecided ? nil : held.compactMap(\.confidence).min()
    speaker = pair.speaker(pair.rows[range.lowerBound], side)
    counterpart = moved.map { $0.words }
    comments = held.compactMap(\.comment)
    before = (0..<range.lowerBound).last { pair.isWhole($0) }.map(pair.words)
    after = (range.upperBound..<pair.rows.count).first { pair.isWhole($0) }.map(pair.words)
  }
}

extension DocumentPair {
  /// Where the passage ends that begins with a row: rows with text on the same side only that are told
  /// alike; the same row when it has a counterpart, or is no text.
  fileprivate func endOfPassage(from start: Int) -> Int {
    func side(_ index: Int) -> Side? {
      let row = rows[index]
      if row.status == .nonText || row.status == .rejected { return nil }
      return row.target.isEmpty ? .source : row.source.isEmpty ? .target : nil
    }
    guard let first = side(start) else { return start }
    let faces = moved(start)
    var end = start + 1
    while end < rows.count, side(end) == first, moved(end) == faces { end += 1 }
    return end
  }

  /// Whether a row has text on both sides.
  fileprivate func isWhole(_ index: Int) -> Bool {
    !rows[index].source.isEmpty && !rows[index].target.isEmpty
  }

  fileprivate func words(_ index: Int) -> Omissions.Pair {
    Omissions.Pair(source: text(rows[index], .source), target: text(rows[index], .target))
  }
}

extension String {
  /// How many characters of it are no white space.
  fileprivate var letters: Int { unicodeScalars.count { !$0.properties.isWhitespace } }
}
