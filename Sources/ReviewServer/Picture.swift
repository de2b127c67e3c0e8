internal import Bitext
internal import Workbench

/// What a tab is told after each wish, in JSON: where the cursor is, what changed, what is asked.
struct Picture: Encodable {
  struct Cursor: Encodable {
    /// Its place, from 0.
    var index: Int
    var row: Row.ID
    var side: Side
    var segment: Int
    /// Whether something was picked up.
    var holds: Bool
  }

  struct Tally: Encodable {
    var rows: Int
    var decided: Int
    var doubtful: Int
    var errors: Double
    var unscored: Int
    var statuses: [String: Int]
  }

  /// The last event of the workspace: news up to it are in the picture.
  var event: Int
  var cursor: Cursor
  var tally: Tally
  var filter: String
  var order: String
  var locksSource: Bool
  var change: RowChange?
  var asks: Asks?
  var said: String?
  /// `help`, `terms`, `quit`: to be shown by the page.
  var shows: String?
  var fault: Told?
  var conflict: Conflict?

  init(_ desk: ReviewDesk, asks: Asks?, last: LastWish, change: RowChange?, event: Int) {
    let tally = ReviewTally(desk.pair)
    self.event = event
    cursor = Cursor(
      index: desk.index, row: desk.row.id, side: desk.side, segment: desk.segment,
      holds: desk.held != nil)
    self.tally = Tally(
      rows: desk.pair.rows.count, decided: tally.decided, doubtful: tally.doubtful,
      errors: tally.errors, unscored: tally.unscored,
      statuses: Dictionary(
        uniqueKeysWithValues: tally.statuses.map { ($0.key.rawValue, $0.value) }))
    filter = desk.filter.name
    order = desk.order.rawValue
    locksSource = desk.locksSource
    self.change = change
    self.asks = asks
    (said, shows, fault, conflict) = (last.said, last.shows, last.fault, last.conflict)
  }
}

/// What came of the last wish, told once.
struct LastWish {
  var said: String?
  var shows: String?
  var fault: Told?
  var conflict: Conflict?

  mutating func say(_ words: String) { said = words }
}

/// A fault as the page shows it.
struct Told: Encodable {
  var place: String
  var problem: String
  var fix: String

  init(_ fault: any Fault) {
    (place, problem, fix) = (fault.place, fault.problem, fault.fix)
  }
}

/// A row that was changed by another while a person acted on it: nothing of theirs is lost, and
/// nothing of the person's was stored.
struct Conflict: Encodable {
  /// The row, from 1, or the one that has its text now.
  var row: Int
  /// Whether the row itself is still there.
  var isThere: Bool
  /// What stands there now.
  var theirs: RowView
  /// Who did that, and when.
  var by: Event?
}

/// All that a new page needs.
struct Opening: Encodable {
  struct KeyLine: Encodable {
    var command: String
    var group: String
    var keys: [String]
    var help: String
  }

  struct FilterLine: Encodable {
    var key: String
    var name: String
  }

  var tab: String
  var name: String
  var facts: PairFacts
  var languages: [Side.RawValue: String]
  var statuses: [String]
  var keys: [KeyLine]
  var filters: [FilterLine]
  var acceptAbove: Double
  var picture: Picture

  init(_ id: String, _ desk: ReviewDesk, picture: Picture) {
    tab = id
    name = desk.pair.name
    facts = desk.pair.facts
    languages = Dictionary(
      uniqueKeysWithValues: Side.allCases.map {
        ($0.rawValue, desk.pair[$0].document.language.tag)
      })
    statuses = Status.allCases.map(\.rawValue)
    keys = KeyCommand.allCases.map { command in
      KeyLine(
        command: command.rawValue, group: command.group.rawValue,
        keys: desk.settings.keys.keys(for: command).map(\.name), help: command.help)
    }
    filters = RowFilter.choices.map { FilterLine(key: String($0.key), name: $0.filter.name) }
    acceptAbove = desk.settings.acceptAbove
    self.picture = picture
  }
}
