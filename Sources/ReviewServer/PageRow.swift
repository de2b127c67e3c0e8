internal import Bitext
internal import Workbench

/// A row as the page shows it: what `show --json` has of it, and its segments apart.
struct PageRow: Encodable {
  var id: Row.ID
  var row: RowView
  var source: [String]
  var target: [String]

  init(_ pair: DocumentPair, _ index: Int) {
    let row = pair.rows[index]
    (id, self.row) = (row.id, pair.view(index))
    (source, target) = (pair.segmentTexts(row, .source), pair.segmentTexts(row, .target))
  }
}

/// All there is to see of one row: what answers what in its texts, its terms, the same source
/// elsewhere, who touched it.
struct PageDetail: Encodable {
  struct Mark: Encodable {
    var kind: String
    /// Its two ends in UTF-16 units of its segment.
    var at: [Int]
    var isMet: Bool
  }

  struct Term: Encodable {
    var term: String
    var rendering: String?
    var status: String?
    var wanted: [String]
  }

  /// Another row with the same source text.
  struct Twin: Encodable {
    var row: Row.ID
    var number: Int
    var target: String
  }

  /// As many twins are told.
  private static let mostTwins = 6

  var row: Row.ID
  var marks: [Side.RawValue: [[Mark]]]
  var terms: [Term]
  var twins: [Twin]
  var history: [Event]

  init(_ session: ReviewSession, _ index: Int, _ bench: Bench) throws {
    let (pair, detail) = (session.pair, try session.detail(of: index))
    row = pair.rows[index].id
    marks = Dictionary(
      uniqueKeysWithValues: Side.allCases.map { side in
        let texts = pair.segmentTexts(pair.rows[index], side)
        return (side.rawValue, Self.marks(detail.marks[side] ?? [], in: texts))
      })
    terms = detail.terms.map {
      Term(
        term: $0.term, rendering: $0.rendering, status: $0.status?.rawValue, wanted: $0.wanted)
    }
    twins = Self.twins(of: index, in: pair)
    history = try bench.history(of: row, in: pair.name)
  }

  /// O(rows), and the texts of those as long as this one.
  private static func twins(of index: Int, in pair: DocumentPair) -> [Twin] {
    let row = pair.rows[index]
    let source = pair.text(row, .source)
    guard !source.isEmpty else { return [] }
    return pair.rows.indices.lazy.filter { other in
      other != index && pair.rows[other].source.count == row.source.count
        && pair.text(pair.rows[other], .source) == source
    }.prefix(mostTwins).map {
      Twin(row: pair.rows[$0].id, number: $0 + 1, target: pair.text(pair.rows[$0], .target))
    }
  }

  private static func marks(_ marks: [[RowDetail.Mark]], in texts: [String]) -> [[Mark]] {
    zip(marks, texts).map { marks, text in
      marks.map { Mark(kind: $0.kind.name, at: text.units(of: $0.range), isMet: $0.isMet) }
    }
  }
}

extension RowDetail.Mark.Kind {
  fileprivate var name: String {
    switch self {
    case .number: "number"
    case .name: "name"
    case .term: "term"
    }
  }
}

/// A line of the outline.
struct OutlineEntry: Encodable {
  var row: Row.ID
  var isHeading: Bool
  var words: String

  /// The headings of a document pair, and the rows where another speaker begins. O(rows · log n).
  static func entries(of pair: DocumentPair) -> [OutlineEntry] {
    var speaker: String?
    return pair.rows.compactMap { row in
      if pair.kind(row) == .heading {
        let words = pair.text(row, row.source.isEmpty ? .target : .source)
        return OutlineEntry(row: row.id, isHeading: true, words: String(words.prefix(60)))
      }
      guard let name = pair.speaker(row, .source) ?? pair.speaker(row, .target), name != speaker
      else { return nil }
      speaker = name
      return OutlineEntry(row: row.id, isHeading: false, words: name)
    }
  }
}
