internal import Bitext
internal import Review

/// Where a desk's cursor goes. It goes to rows that are shown; naming a row that is not shown shows
/// all.
extension ReviewDesk {
  /// Carries a command out if it only moves the cursor; `nil` for any other.
  mutating func go(_ command: KeyCommand, _ count: Int?) throws -> Reply? {
    let times = max(1, count ?? 1)
    switch command {
    case .down: return step(times) { $0.visible(after: $1) }
    case .up: return step(times) { $0.visible(before: $1) }
    case .pageDown: return step(times * 10) { $0.visible(after: $1) }
    case .pageUp: return step(times * 10) { $0.visible(before: $1) }
    case .top: return goTo(0)
    case .bottom: return goTo((count ?? pair.rows.count) - 1)
    case .nextDoubtful: return goToDoubtful(times, forward: true)
    case .previousDoubtful: return goToDoubtful(times, forward: false)
    case .nextUnequal: return search(times, "row that is not 1-1", forward: true, isUnequal)
    case .previousUnequal: return search(times, "row that is not 1-1", forward: false, isUnequal)
    case .nextUnreviewed: return search(times, "unreviewed row", forward: true, isUnreviewed)
    case .previousUnreviewed: return search(times, "unreviewed row", forward: false, isUnreviewed)
    case .nextFlagged: return search(times, "flagged row", forward: true) { $0.isFlagged }
    case .previousFlagged: return search(times, "flagged row", forward: false) { $0.isFlagged }
    case .otherSide: return turn()
    case .nextSegment: return move(toSegment: segment + times)
    case .previousSegment: return move(toSegment: segment - times)
    case .order: return changeOrder()
    case .lockSource: return changeLock()
    default: return nil
    }
  }

  /// The next row below that is shown.
  func visible(after index: Int) -> Int? {
    (index + 1..<max(index + 1, pair.rows.count)).first(where: shows)
  }

  /// The next row above that is shown.
  func visible(before index: Int) -> Int? { (0..<max(0, index)).last(where: shows) }

  /// Goes to a row, from 0, showing all rows when it is not shown.
  @discardableResult
  mutating func goTo(_ row: Int) -> Reply {
    place(at: max(0, min(row, pair.rows.count - 1)))
    guard !shows(index) else { return .done() }
    filter = .all
    return .done("all rows are shown again")
  }

  mutating func place(at index: Int) {
    if index != self.index { segment = 0 }
    self.index = index
  }

  private mutating func step(_ times: Int, _ next: (ReviewDesk, Int) -> Int?) -> Reply {
    for _ in 0..<times {
      guard let row = next(self, index) else { break }
      place(at: row)
    }
    return .done()
  }

  // MARK: Doubtful rows

  private mutating func goToDoubtful(_ times: Int, forward: Bool) -> Reply {
    for _ in 0..<times {
      guard let next = nextDoubtful(from: index, forward: forward) else {
        return .done("no doubtful row is left\(acceptHint)")
      }
      place(at: next)
    }
    return .done()
  }

  /// What can be done when nothing doubtful is left.
  var acceptHint: String {
    let open = pair.rows.contains { $0.status == .unreviewed }
    let key = settings.keys.keys(for: .acceptRest).first
    guard open, let key else { return "" }
    return "; \(key) accepts the rest"
  }

  /// The shown row that wants a look after the one at `index`, in the order chosen, from the
  /// beginning again after the last; `nil` when there is no other. O(rows).
  func nextDoubtful(from index: Int, forward: Bool) -> Int? {
    let queue = DoubtQueue()
    let rows = pair.rows.indices.filter { queue.wants(pair.rows[$0]) && shows($0) && $0 != index }
    func rank(_ index: Int) -> Rank {
      guard order == .worstFirst else { return Rank(confidence: 0, doubts: 0, index: index) }
      guard index >= 0 else { return Rank(confidence: -1, doubts: 0, index: index) }
      let row = pair.rows[index]
      return Rank(confidence: row.confidence ?? 0, doubts: -row.doubts.count, index: index)
    }
    let here = rank(index)
    if forward {
      return rows.filter { rank($0) > here }.min { rank($0) < rank($1) }
        ?? rows.min { rank($0) < rank($1) }
    }
    return rows.filter { rank($0) < here }.max { rank($0) < rank($1) }
      ?? rows.max { rank($0) < rank($1) }
  }

  private struct Rank: Comparable {
    var confidence: Double
    var doubts: Int
    var index: Int

    static func < (a: Rank, b: Rank) -> Bool {
      (a.confidence, a.doubts, a.index) < (b.confidence, b.doubts, b.index)
    }
  }

  // MARK: Rows of a kind

  private var isUnequal: (Row) -> Bool { { [pair] in pair.shape($0) != Shape(1, 1) } }
  private var isUnreviewed: (Row) -> Bool { { $0.status == .unreviewed } }

  /// The next shown row of a kind, from the other end after the last.
  func next(from index: Int, forward: Bool, _ isWanted: (Row) -> Bool) -> Int? {
    let (above, below) = (0..<index, index + 1..<max(index + 1, pair.rows.count))
    func holds(_ place: Int) -> Bool { isWanted(pair.rows[place]) && shows(place) }
    return forward
      ? below.first(where: holds) ?? above.first(where: holds)
      : above.last(where: holds) ?? below.last(where: holds)
  }

  private mutating func search(
    _ times: Int, _ what: String, forward: Bool, _ isWanted: (Row) -> Bool
  ) -> Reply {
    for _ in 0..<times {
      guard let next = next(from: index, forward: forward, isWanted) else {
        return .done("there is no other \(what)")
      }
      place(at: next)
    }
    return .done()
  }

  // MARK: Sides, segments, modes

  private mutating func turn() -> Reply {
    side = side.other
    segment = 0
    return .done()
  }

  private mutating func move(toSegment wanted: Int) -> Reply {
    segment = max(0, min(wanted, segmentCount - 1))
    return .done()
  }

  private mutating func changeOrder() -> Reply {
    order = order == .document ? .worstFirst : .document
    return .done(
      order == .document
        ? "doubtful rows come as they stand in the texts" : "the worst doubtful row comes first")
  }

  private mutating func changeLock() -> Reply {
    locksSource.toggle()
    return .done(
      locksSource
        ? "the source's segments stay as they are" : "the source's segments can be changed")
  }
}
