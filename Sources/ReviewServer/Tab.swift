internal import Bitext
internal import Workbench

/// One tab of a browser: a desk with its cursor, what is being asked or chosen, and which rows the
/// tab has been told. Wishes are carried out one after the other.
actor Tab {
  /// What a tab is in the middle of.
  enum Mode {
    case rows
    /// Words answer a question about a row.
    case question(ReviewDesk.Question, Row.ID)
    case split(SplitDraft)
    case realignment(Realignment)
    case acceptance(Acceptance)
    case rowUndo(RowUndo)
    case words(TermDraft)
    case term(source: String, target: String)
    case filter
  }

  let id: String
  let bench: Bench
  var desk: ReviewDesk
  var mode = Mode.rows
  var told = ToldRows()
  /// What is told once, of the last wish.
  var last = LastWish()

  /// Opens a tab on a document pair. O(texts).
  /// - Throws: `MemoryError` for an unknown name; `WorkbenchError` where it has no rows.
  static func open(
    _ id: String, _ name: String, _ bench: Bench, _ options: ReviewServer.Options
  ) async throws -> Tab {
    Tab(id, bench, try bench.reviewDesk(name, options.settings, means: options.means))
  }

  private init(_ id: String, _ bench: Bench, _ desk: ReviewDesk) {
    (self.id, self.bench, self.desk) = (id, bench, desk)
  }

  /// All that a new page needs.
  func opening() throws -> Opening { Opening(id, desk, picture: try picture()) }

  /// Carries a wish out, takes in what others did, and tells what is other than before.
  func obey(_ wish: Wish) throws -> Picture {
    last = LastWish()
    let seen = desk.row
    do {
      try carryOut(wish)
      _ = try desk.catchUp()
    } catch let fault as any Fault {
      _ = try desk.catchUp()
      last.fault = Told(fault)
      if !mode.isTyping { mode = .rows }
      try compare(seen)
    }
    return try picture()
  }

  // MARK: What is told

  private func picture() throws -> Picture {
    try Picture(
      desk, asks: Asks(mode, desk), last: last, change: told.take(in: desk),
      event: bench.lastEvent())
  }

  /// Rows to show, by their places from 0; those that are no longer there are left out.
  func rows(at places: [Int]) -> [PageRow] {
    places.prefix(RowRequest.most).filter(desk.pair.rows.indices.contains)
      .map { PageRow(desk.pair, $0) }
  }

  /// All there is to see of a row; `nil` when it is not there. Waits, the first time, until the
  /// lexicon is read.
  nonisolated func detail(of row: Row.ID) async throws -> PageDetail? {
    let (session, bench) = await (desk.session, bench)
    guard let index = session.pair.rows.firstIndex(where: { $0.id == row }) else { return nil }
    return try PageDetail(session, index, bench)
  }

  /// Headings, and where another speaker begins.
  func outline() -> [OutlineEntry] { OutlineEntry.entries(of: desk.pair) }
}

extension Tab.Mode {
  /// Whether words are being typed that must not be lost.
  var isTyping: Bool {
    switch self {
    case .question(.text, _), .question(.comment, _): true
    default: false
    }
  }
}
