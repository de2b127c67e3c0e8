internal import Bitext
internal import Review

/// A part of the text, from a heading to the next, and what is missing in it.
public struct ReportSection: Codable, Sendable {
  /// The heading; empty where text stands before the first one.
  public var heading: String
  /// Its rows, counted from 1.
  public var rows: ClosedRange<Int>
  /// How many of them a person has decided.
  public var decided = 0
  /// How many of them want a look.
  public var doubtful = 0
  /// Source text without a counterpart.
  public var omissions: [Passage] = []
  /// Target text without a counterpart.
  public var additions: [Passage] = []

  /// A text without a counterpart.
  public struct Passage: Codable, Sendable {
    /// The row's number, counted from 1.
    public var row: Int
    /// The text.
    public var text: String
    /// Whether a person has said that it has none.
    public var isDecided: Bool
  }

  /// The sections of a document pair, by the headings of its source. O(rows).
  static func sections(of pair: DocumentPair) -> [ReportSection] {
    var sections: [ReportSection] = []
    for index in pair.rows.indices {
      let row = pair.rows[index]
      let isHeading = !row.source.isEmpty && pair.kind(row) == .heading
      if sections.isEmpty || isHeading {
        sections.append(
          ReportSection(
            heading: isHeading ? pair.text(row, .source) : "", rows: index + 1...index + 1))
      }
      sections[sections.count - 1].add(row, index + 1, pair)
    }
    return sections
  }

  private mutating func add(_ row: Row, _ number: Int, _ pair: DocumentPair) {
    rows = rows.lowerBound...number
    if row.status.isLocked { decided += 1 }
    if DoubtQueue().wants(row) { doubtful += 1 }
    // What is no text, no pair to keep, or faces text elsewhere is no omission.
    guard row.status != .nonText, row.status != .rejected, !row.isMoved else { return }
    func passage(_ side: Side) -> Passage {
      Passage(row: number, text: pair.text(row, side), isDecided: row.status.isLocked)
    }
    if row.target.isEmpty { omissions.append(passage(.source)) }
    if row.source.isEmpty { additions.append(passage(.target)) }
  }
}
