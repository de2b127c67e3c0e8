public import Bitext
internal import Review

/// A row as a person sees it, and as `--json` prints it.
public struct RowView: Codable, Hashable, Sendable {
  /// Its place in the document pair, counted from 1: the 42 of `press:42`.
  public var row: Int
  /// How many segments stand on each side, as in `1-2`.
  public var shape: String
  /// What is known of it.
  public var status: Status
  /// The aligner's probability that it is right.
  public var confidence: Double?
  /// Whether it wants a look.
  public var isDoubtful: Bool
  /// Reasons to look at it.
  public var doubts: [Doubt]
  /// The rows it faces out of order; `nil` when it faces none.
  public var moved: MovedRows?
  /// What it is in its documents: `text`, `heading`, `cell`.
  public var kind: Paragraph.Kind
  /// When it is shown, in milliseconds from the beginning.
  public var time: Range<Int>?
  /// Who is speaking, in the words of the source.
  public var speaker: String?
  /// Who is speaking, in the words of the target.
  public var targetSpeaker: String?
  /// The source text.
  public var source: String
  /// The target text, as corrected.
  public var target: String
  /// The target text before it was corrected; `nil` when it was not.
  public var original: String?
  /// A reviewer's remark.
  public var comment: String?
}

extension DocumentPair {
  /// The row at `index`, counted from 0, as a person sees it.
  public func view(_ index: Int) -> RowView {
    let row = rows[index]
    return RowView(
      row: index + 1, shape: shape(row).description, status: row.status,
      confidence: row.confidence, isDoubtful: DoubtQueue().wants(row),
      doubts: row.doubts.compactMap { told($0, of: index) }, moved: moved(index),
      kind: kind(row), time: time(row), speaker: speaker(row, .source),
      targetSpeaker: speaker(row, .target), source: text(row, .source), target: text(row, .target),
      original: row.edited == nil ? nil : target.joined(row.target), comment: row.comment)
  }
}

/// A document pair, or some of its rows, as a person sees it.
public struct PairView: Codable, Sendable {
  /// What it is called.
  public var name: String
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// How many rows it has in all.
  public var rowCount: Int
  /// The rows asked for.
  public var rows: [RowView]
}

extension Bench {
  /// Rows to look at. O(size of the texts).
  /// - Throws: `MemoryError` for an unknown name, `WorkbenchError` for a row that is not there.
  public func show(_ selection: RowSelection) throws -> PairView {
    let pair = try store.pair(named: selection.name)
    let indices = try pair.indices(of: selection)
    return PairView(
      name: pair.name, sourceLanguage: pair.source.document.language,
      targetLanguage: pair.target.document.language, rowCount: pair.rows.count,
      rows: indices.map(pair.view))
  }
}

extension DocumentPair {
  /// The rows that a person named, counted from 0.
  func indices(of selection: RowSelection) throws(WorkbenchError) -> Range<Int> {
    guard let named = selection.rows else { return rows.indices }
    guard named.upperBound <= rows.count else {
      throw .noSuchRow(selection.name, named.upperBound, of: rows.count)
    }
    return named.lowerBound - 1..<named.upperBound
  }
}
