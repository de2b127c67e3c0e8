internal import Bitext
internal import Memory
internal import Terminology

/// A term of the source text, and how the target text renders it.
public struct ReportTerm: Codable, Sendable {
  /// The term.
  public var term: String
  /// Its renderings, the commonest first.
  public var renderings: [Rendering]
  /// The rows without a rendering that the glossary has, counted from 1.
  public var unrendered: [Int]

  /// One rendering.
  public struct Rendering: Codable, Sendable {
    /// The words.
    public var text: String
    /// How they may be used: `preferred`, `forbidden`.
    public var status: String
    /// How often they stand there.
    public var count: Int
  }

  /// The terms of a document pair: those without a rendering somewhere first, then the commonest.
  static func terms(of pair: DocumentPair, _ store: Store) throws(MemoryError) -> [ReportTerm] {
    let check = TermCheck(
      Glossary(try store.concepts()), source: pair.source.document.language,
      target: pair.target.document.language)
    var found: [String: ReportTerm] = [:]
    for (index, row) in pair.rows.enumerated() where !row.source.isEmpty && !row.target.isEmpty {
      let present = check.present(
        source: pair.text(row, .source), target: pair.text(row, .target))
      for use in present {
        let term = use.term.text
        found[term, default: ReportTerm(term: term, renderings: [], unrendered: [])]
          .add(use, row: index + 1)
      }
    }
    return found.values.map(\.sorted).sorted {
      ($1.unrendered.count, $1.uses, $0.term) < ($0.unrendered.count, $0.uses, $1.term)
    }
  }

  private var uses: Int { renderings.reduce(0) { $0 + $1.count } + unrendered.count }

  private var sorted: ReportTerm {
    var term = self
    term.renderings.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    return term
  }

  private mutating func add(_ use: TermPresent, row: Int) {
    guard let rendering = use.rendering else {
      if !use.wanted.isEmpty, unrendered.last != row { unrendered.append(row) }
      return
    }
    if let place = renderings.firstIndex(where: { $0.text == rendering.text }) {
      renderings[place].count += 1
    } else {
      renderings.append(
        Rendering(text: rendering.text, status: rendering.status.rawValue, count: 1))
    }
  }
}
