internal import Bitext
internal import Workbench

/// What a page asks a tab for. In JSON: `{"key":{"name":"J","count":3}}`, `{"take":{}}`.
enum Wish: Decodable {
  /// A key, as the settings name it.
  case key(name: String, count: Int?)
  /// A command by its name, for buttons and for what is dragged; at a place, where one is named.
  case command(name: String, count: Int?, at: Place?)
  /// The cursor goes where the pointer is.
  case point(at: Place)
  /// Words that answer the question asked.
  case answer(words: String)
  /// The two sides of a term.
  case term(source: String, target: String)
  /// A filter by its name.
  case filter(name: String)
  /// Another probability to accept from.
  case threshold(value: Double)
  /// What is shown is taken.
  case take
  /// What is shown or asked is left.
  case leave
  /// What is new.
  case look
  /// Everything, from the beginning.
  case whole

  /// Whether a person is behind it, and not a page that keeps itself in step.
  var isPersons: Bool {
    switch self {
    case .look, .whole: false
    default: true
    }
  }

  /// Whether it acts on the rows, and not on what is asked or shown.
  var isForRows: Bool {
    switch self {
    case .key, .command, .point: true
    default: false
    }
  }

  /// A place in the ladder.
  struct Place: Decodable {
    /// The row's id.
    var row: Row.ID
    var side: Side?
    /// The segment of that side, from 0.
    var segment: Int?
  }
}

/// Rows that a page is about to show, from 0.
struct RowRequest: Decodable {
  /// No page shows more at once.
  static let most = 2000

  var rows: [Int]
}

/// The row that a page wants to know all of.
struct DetailRequest: Decodable {
  var row: Row.ID
}
