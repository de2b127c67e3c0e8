public import Bitext
internal import Foundation
public import Memory
internal import Review

/// How good a document pair is and what was done to it, for whoever ordered the translation.
public struct ReviewReport: Codable, Sendable {
  /// The document pair in figures.
  public var figures: PairFigures
  /// When the report was made, in seconds since 1970 UTC.
  public var made: Int
  /// The files that the texts came from.
  public var files: [Side.RawValue: String]
  /// How often people moved borders; changes taken back do not count.
  public var borders: Int
  /// The target texts that people corrected.
  public var corrections: [Correction]
  /// The parts of the text, in order; one where it has no headings.
  public var sections: [ReportSection]
  /// The glossary's terms in the source text, those without a rendering first.
  public var terms: [ReportTerm]
  /// The rows that want a look.
  public var doubtful: [RowView]
  /// The rows as they are drawn, in order.
  public var bands: [Band]

  /// A corrected target text.
  public struct Correction: Codable, Sendable {
    /// The row's number, counted from 1.
    public var row: Int
    /// The text as it came.
    public var original: String
    /// The text as it stands.
    public var corrected: String
  }

  /// Moved borders and corrected texts, on a hundred rows.
  public var editsPerHundred: Double {
    figures.rows == 0 ? 0 : Double(borders + corrections.count) * 100 / Double(figures.rows)
  }
}

extension Bench {
  /// Reports on a document pair. O(texts · terms).
  /// - Throws: `unknownName`.
  public func report(_ name: String) throws(MemoryError) -> ReviewReport {
    let pair = try store.pair(named: name)
    let queue = DoubtQueue()
    return ReviewReport(
      figures: PairFigures(pair), made: Int(clock().timeIntervalSince1970.rounded(.down)),
      files: Dictionary(
        uniqueKeysWithValues: Side.allCases.map { ($0.rawValue, pair[$0].document.origin.fileName) }
      ),
      borders: try store.log(.document(name)).count(where: \.movesBorders),
      corrections: pair.corrections, sections: ReportSection.sections(of: pair),
      terms: try ReportTerm.terms(of: pair, store),
      doubtful: pair.rows.indices.filter { queue.wants(pair.rows[$0]) }.map(pair.view),
      bands: Band.bands(of: pair))
  }
}

extension Event {
  /// Whether it is a change of borders that stands.
  fileprivate var movesBorders: Bool {
    undoes == nil && undoneBy == nil && Self.borderActions.contains(action)
  }

  private static let borderActions: Set<String> = [
    "nudge-down", "nudge-up", "merge-down", "merge-up", "shift-down", "shift-up", "join", "split",
    "move", "pin", RowEdit.realign,
  ]
}

extension DocumentPair {
  fileprivate var corrections: [ReviewReport.Correction] {
    rows.indices.compactMap { index in
      rows[index].edited.map { edited in
        .init(
          row: index + 1, original: target.joined(rows[index].target), corrected: edited)
      }
    }
  }
}
