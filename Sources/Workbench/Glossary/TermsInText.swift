internal import Alignment
public import Bitext
internal import Terminology

/// A term that stands in a text, with what renders it.
public struct TermInText: Codable, Hashable, Sendable {
  /// The words as they stand there.
  public var words: String
  /// Where they begin first, in UTF-8 bytes.
  public var start: Int
  /// How often the term stands in the text.
  public var count: Int
  /// The concepts that the words may name, with all their terms.
  public var concepts: [Concept]
}

extension Bench {
  /// The glossary's terms in a text, each once in the order of the text: the longest at each place, none
  /// inside another.
  /// - Parameter data: where the lexicon is, which tells Chinese terms from other words.
  public func terms(in text: String, data: DataFolder?) throws -> [TermInText] {
    let concepts = try store.concepts().filter { !$0.isSpeaker }
    let glossary = Glossary(concepts, data?.lexicon(for: .zh, .en).0)
    let byID = Dictionary(concepts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A text with Chinese characters is in a language without spaces; its Latin words are part of that.
    let isUnspaced = text.unicodeScalars.contains { Script.of($0) == .han }
    let codes = Set(concepts.flatMap { $0.terms.map(\.language.code) }).sorted()
    let languages = codes.compactMap { Language($0) }.filter { $0.isUnspaced == isUnspaced }
    let matches = languages.flatMap { glossary.matcher(for: $0).matches(in: text) }
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    var found: [TermInText] = []
    var places: [[TermUse]: Int] = [:]
    for match in matches {
      if let place = places[match.uses] {
        found[place].count += 1
        continue
      }
      places[match.uses] = found.count
      found.append(
        TermInText(
          words: text.slice(match.range), start: match.range.lowerBound, count: 1,
          concepts: match.uses.compactMap { byID[$0.concept] }))
    }
    return found
  }
}
