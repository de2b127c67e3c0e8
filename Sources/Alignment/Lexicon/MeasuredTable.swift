internal import Bitext
internal import Foundation

/// Translation probabilities measured on sentence pairs, as a text file: one headword a line, then
/// the words that stand for it with their probabilities, `房子 TAB hous 0.593 TAB build 0.163`.
/// Words are token keys: stems, and Chinese as the lexicon cuts it. The first line is the mark and
/// the two languages.
public struct MeasuredTable: DictionaryForm {
  let languages: LanguagePair?

  /// `nil` when a text does not begin with the mark.
  init?(header text: String) {
    guard text.hasPrefix(Self.mark) else { return nil }
    let tags = text.prefix { !$0.isNewline }.dropFirst(Self.mark.count).split(separator: " ")
      .compactMap { Language(String($0)) }
    languages = tags.count == 2 ? LanguagePair(from: tags[0], to: tags[1]) : nil
  }

  func add(_ line: Substring, to builder: inout LexiconBuilder) -> Bool {
    guard let entry = Self.line(line) else { return false }
    builder.add(entry.headword, measured: entry.words)
    return true
  }

  /// A headword with what stands for it, most probable first.
  public struct Line {
    /// The headword.
    public var headword: String
    /// The words and their probabilities.
    public var words: [(word: String, probability: Float)]
  }

  /// How such a file begins.
  static let mark = "# bitext measured translations 1"

  /// The first line of such a file.
  public static func header(_ languages: LanguagePair) -> String {
    "\(mark) \(languages.from) \(languages.to)"
  }

  /// Reads one line; `nil` for a comment, a blank line or another form.
  public static func line(_ text: Substring) -> Line? {
    let fields = text.split(separator: "\t")
    guard fields.count > 1, !text.hasPrefix("#") else { return nil }
    let words = fields.dropFirst().compactMap { field -> (word: String, probability: Float)? in
      let parts = field.split(separator: " ")
      guard parts.count == 2, let probability = Float(parts[1]), (0...1).contains(probability)
      else { return nil }
      return (String(parts[0]), probability)
    }
    return words.count == fields.count - 1 ? Line(headword: String(fields[0]), words: words) : nil
  }

  /// How many rounds of Model 1 a table is measured in.
  public static let rounds = 4

  /// Measures a table on pairs of sentences: rounds of Model 1 (Brown et al. 1993) that begin with
  /// the lexicon's glosses, or with equal words alone. Words rarer than five are left out, and of
  /// the rest links under `floor`.
  /// - Parameters:
  ///   - lexicon: a lexicon from the first language into the second, if there is one.
  ///   - progress: told the number of each round that begins.
  /// - Complexity: O(source × target tokens), summed over the pairs, a round.
  public static func measured(
    _ pairs: [(source: String, target: String)], _ languages: LanguagePair, lexicon: Lexicon?,
    floor: Float = 0.03, progress: (Int) -> Void = { _ in }
  ) -> [Line] {
    let source = Tokenizer(language: languages.from, headwords: lexicon)
      .tokenize(pairs.map(\.source))
    let target = Tokenizer(language: languages.to, headwords: nil).tokenize(pairs.map(\.target))
    var start = StartTable(source.vocabulary, target.vocabulary)
    start.addEqualTokens()
    if let lexicon { start.add(lexicon, headwordsOnSource: true) }
    let nothing = Associations(
      [[Int32: Float]](repeating: [:], count: source.vocabulary.count),
      targetCount: target.vocabulary.count)
    let expectation = Expectation(
      start: nothing, source: source.vocabulary, target: target.vocabulary)
    let pairings = pairs.indices.compactMap { index -> Expectation.Pairing? in
      let tokens = (source.tokens(index), target.tokens(index))
      return tokens.0.isEmpty || tokens.1.isEmpty
        ? nil : Expectation.Pairing(source: tokens.0, target: tokens.1, weight: 1)
    }
    var table = start.associations
    for round in 1...rounds {
      progress(round)
      table = expectation.round(pairings, from: table).doubled
    }
    return lines(table, source.vocabulary, target.vocabulary, floor)
  }

  private static func lines(
    _ table: Associations, _ source: Vocabulary, _ target: Vocabulary, _ floor: Float
  ) -> [Line] {
    (0..<source.count).compactMap { word -> Line? in
      guard source.kinds[word] == .word, source.counts[word] >= 5 else { return nil }
      let links = table.forward[word].filter { link in
        link.probability >= floor && target.kinds[Int(link.word)] == .word
          && target.counts[Int(link.word)] >= 5
      }
      guard !links.isEmpty else { return nil }
      let best = links.sorted { ($1.probability, $0.word) < ($0.probability, $1.word) }.prefix(8)
      return Line(
        headword: source.keys[word],
        words: best.map { (target.keys[Int($0.word)], $0.probability) })
    }
    .sorted { $0.headword < $1.headword }
  }
}

extension Associations {
  /// The table of a round whose start was empty: mixing halved it.
  fileprivate var doubled: Associations {
    func twice(_ rows: [[Link]]) -> [[Link]] {
      rows.map { $0.map { Link(word: $0.word, probability: min(1, $0.probability * 2)) } }
    }
    return Associations(forward: twice(forward), backward: twice(backward))
  }
}

extension MeasuredTable.Line: CustomStringConvertible {
  /// The line of the file.
  public var description: String {
    ([headword] + words.map { "\($0.word) \(String(format: "%.3f", $0.probability))" })
      .joined(separator: "\t")
  }
}
