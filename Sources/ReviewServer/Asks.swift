internal import Bitext
internal import Workbench

/// What a page is to ask of the person, or to show before it is taken.
struct Asks: Encodable {
  /// `text`, `comment`, `find`, `row`, `command`; `split`, `realignment`, `acceptance`; `words`,
  /// `term`; `filter`.
  var kind: String
  /// The words that stand there.
  var words: String?
  /// The row it is about, from 1.
  var row: Int?
  /// The side that keys act on.
  var side: Side?
  /// Rows as they would be.
  var after: [PreviewRow]?
  /// Rows as they are.
  var before: [PreviewRow]?
  /// Of accepting: from which probability, how many rows, at what risk, and how many are left.
  var threshold: Double?
  var count: Int?
  var errors: Double?
  var left: Int?
  /// What would be taken back, the last first.
  var events: [String]?
  /// Of a term: both texts, and what is chosen of them, in UTF-16 units.
  var texts: [Side.RawValue: String]?
  var chosen: [Side.RawValue: [Int]]?

  init?(_ mode: Tab.Mode, _ desk: ReviewDesk) {
    switch mode {
    case .rows: return nil
    case .question(let question, let row):
      self.init(kind: question.kind, words: question.words)
      self.row = desk.pair.rows.firstIndex { $0.id == row }.map { $0 + 1 }
    case .split(let split): self.init(split)
    case .realignment(let realignment): self.init(realignment, desk.pair)
    case .acceptance(let acceptance):
      self.init(kind: "acceptance")
      (threshold, count) = (acceptance.threshold, acceptance.rows.count)
      (errors, left) = (acceptance.expectedErrors, acceptance.left)
    case .rowUndo(let undo):
      self.init(kind: "rowUndo", words: undo.place)
      events = undo.events.map { "\($0.author): \($0.action) \($0.subject)" }
    case .words(let draft): self.init(draft)
    case .term(let source, let target):
      self.init(kind: "term", texts: ["source": source, "target": target])
    case .filter: self.init(kind: "filter")
    }
  }

  private init(kind: String, words: String? = nil, texts: [Side.RawValue: String]? = nil) {
    (self.kind, self.words, self.texts) = (kind, words, texts)
  }

  private init(_ split: SplitDraft) {
    self.init(kind: "split")
    (row, side) = (split.index + 1, split.side)
    after = split.preview.map { pair in
      (split.index..<min(split.index + 2, pair.rows.count)).map {
        PreviewRow(pair, $0, isChanged: true)
      }
    }
  }

  private init(_ realignment: Realignment, _ pair: DocumentPair) {
    self.init(kind: "realignment")
    count = realignment.changed.count
    after = Self.rows(of: realignment.after, realignment.changed)
    before = Self.rows(of: pair, realignment.before)
  }

  /// The rows from the first that changes to the last.
  private static func rows(of pair: DocumentPair, _ changed: Set<Row.ID>) -> [PreviewRow] {
    let places = pair.rows.indices.filter { changed.contains(pair.rows[$0].id) }
    guard let first = places.first, let last = places.last else { return [] }
    return (first...last).map {
      PreviewRow(pair, $0, isChanged: changed.contains(pair.rows[$0].id))
    }
  }

  private init(_ draft: TermDraft) {
    self.init(kind: "words", texts: [:])
    side = draft.side
    chosen = [:]
    for side in Side.allCases {
      let text = draft.texts[side] ?? ""
      texts?[side.rawValue] = text
      chosen?[side.rawValue] = draft.range(side).map { text.units(of: $0) }
    }
  }
}

/// A row that is not stored yet.
struct PreviewRow: Encodable {
  var row: Int
  var shape: String
  var isChanged: Bool
  var source: [String]
  var target: [String]

  init(_ pair: DocumentPair, _ index: Int, isChanged: Bool) {
    let row = pair.rows[index]
    (self.row, shape, self.isChanged) = (index + 1, pair.shape(row).description, isChanged)
    (source, target) = (pair.segmentTexts(row, .source), pair.segmentTexts(row, .target))
  }
}

extension ReviewDesk.Question {
  fileprivate var kind: String {
    switch self {
    case .text: "text"
    case .comment: "comment"
    case .find: "find"
    case .row: "row"
    case .command: "command"
    }
  }
}

extension String {
  /// A range of UTF-8 bytes as a page counts: its two ends in UTF-16 units.
  func units(of bytes: Range<Int>) -> [Int] {
    [bytes.lowerBound, bytes.upperBound].map { end in
      String(decoding: utf8.prefix(end), as: UTF8.self).utf16.count
    }
  }
}
