internal import Bitext
public import Review

/// What a desk changes at its cursor, and where the cursor stands after it.
extension ReviewDesk {
  /// Carries out a command that changes rows.
  mutating func change(_ command: KeyCommand, _ times: Int) throws -> Reply {
    switch command {
    case .confirm, .confirmAndStep: return try confirm(times, isStep: command == .confirmAndStep)
    case .confirmAbove: return try confirmAbove()
    case .unconfirm: return try act(.unconfirm, "row \(number) is unreviewed again")
    case .omitted: return try decide(.omitted, "omitted")
    case .added: return try decide(.added, "added")
    case .nonText: return try decide(.nonText, "non-text")
    case .reject: return try decide(.reject, "rejected")
    case .flag: return try act(row.isFlagged ? .unflag : .flag)
    case .doubt: return try act(.doubt, "row \(number) wants a look")
    case .nudgeDown: return try border(.nudgeDown(side), times)
    case .nudgeUp: return try border(.nudgeUp(side), times)
    case .mergeDown: return try border(.mergeDown(), times)
    case .mergeUp: return try border(.mergeUp(), times)
    case .shiftDown: return try border(.shiftDown(side), times)
    case .shiftUp: return try border(.shiftUp(side), times)
    case .splitHere:
      var split = draft()
      split.cut(afterSegments: segment + 1)
      return try take(split)
    case .joinNext: return try join(from: segment)
    case .joinPrevious: return try join(from: segment - 1)
    case .move: return try move()
    case .pin: return try pin()
    default: return .done()
    }
  }

  /// The number of the row at the cursor, as it is shown.
  var number: Int { index + 1 }

  /// Does an action at the cursor and stays with the row.
  mutating func act(
    _ action: ReviewAction, _ times: Int = 1, _ told: String? = nil
  ) throws -> Reply {
    let old = row
    let edit: RowEdit
    do {
      edit = try session.perform(action, at: index, times: times)
    } catch {
      index = pair.place(of: old)
      throw error
    }
    index = pair.place(of: old)
    return .done(edit.changesNothing ? "nothing changed" : told)
  }

  mutating func act(_ action: ReviewAction, _ told: String) throws -> Reply {
    try act(action, 1, told)
  }

  // MARK: Decisions

  private mutating func confirm(_ times: Int, isStep: Bool) throws -> Reply {
    for _ in 0..<times {
      _ = try act(.confirm)
      let next =
        isStep
        ? next(from: index, forward: true) { $0.status == .unreviewed }
        : nextDoubtful(from: index, forward: true)
      guard let next else {
        return .done(
          isStep ? "no unreviewed row is left" : "no doubtful row is left\(acceptHint)")
      }
      place(at: next)
    }
    return .done()
  }

  /// Decides on the row and goes to the one below, which may be what was left of it.
  private mutating func decide(_ action: ReviewAction, _ word: String) throws -> Reply {
    let told = "row \(number) is \(word)"
    _ = try act(action)
    if let below = visible(after: index) { place(at: below) }
    return .done(told)
  }

  private mutating func confirmAbove() throws -> Reply {
    let open = pair.rows.prefix(index + 1).count { !$0.status.isLocked }
    try session.confirm(through: index)
    if let next = nextDoubtful(from: index, forward: true) { place(at: next) }
    return .done("confirmed \(open) rows")
  }

  /// Accepts what was shown at `acceptance`.
  public mutating func accept(_ acceptance: Acceptance) throws -> Reply {
    defer { settle() }
    try session.accept(acceptance)
    let count = acceptance.rows.count
    return .done(
      "accepted \(count) \(count == 1 ? "row" : "rows"); \(acceptance.left) left unreviewed")
  }

  // MARK: Borders

  private mutating func border(_ action: ReviewAction, _ times: Int) throws -> Reply {
    segment = 0
    let reply = try act(action, times)
    return try realignedAfterEdit() ?? reply
  }

  /// The split that is offered at the cursor.
  func draft() -> SplitDraft {
    SplitDraft(of: pair, at: index, side: side, lockedSource: locksSource)
  }

  /// Splits the row as chosen.
  public mutating func take(_ split: SplitDraft) throws -> Reply {
    defer { settle() }
    let reply = try act(split.action)
    segment = 0
    return try realignedAfterEdit() ?? reply
  }

  private mutating func join(from first: Int) throws -> Reply {
    guard side == .target || !locksSource else { throw WorkbenchError.sourceIsLocked(self) }
    let reply = try act(.join(side, first: first), "joined")
    segment = max(0, first)
    return reply
  }

  // MARK: Pairs out of order, pins

  private mutating func move() throws -> Reply {
    guard case .moved(let id, let picked) = held, let other = place(of: id) else {
      held = .moved(row.id, side)
      return .done("picked up the \(side) text of row \(number); go to its counterpart")
    }
    held = nil
    if id == row.id { return .done("let go") }
    let old = pair.rows[other]
    let place = row
    try session.perform(.move(picked, to: index), at: other)
    index = pair.place(of: place)
    return .done("row \(pair.place(of: old) + 1) and row \(number) face each other")
  }

  private mutating func pin() throws -> Reply {
    let here = pair[side].indices(startingIn: row[side])
    guard !here.isEmpty else {
      throw ReviewError(place: "\(pair.name):\(number)", .nothingThere(side))
    }
    let start = pair[side].segments[here.lowerBound + segment].range.lowerBound
    guard case .pinned(let first, let firstStart) = held, first != side,
      let there = place(of: firstStart, first)
    else {
      held = .pinned(side, start: start)
      return .done("go to its counterpart on the other side, and again")
    }
    held = nil
    let ends = first == .source ? (there, (index, segment)) : ((index, segment), there)
    _ = try session.pin(ends.0.1, of: ends.0.0, to: ends.1.1, of: ends.1.0)
    index = pair.rows.firstIndex { $0[side].contains(start) } ?? index
    segment = 0
    return .done("pinned; the rows around it are aligned again")
  }

  private func place(of id: Row.ID) -> Int? { pair.rows.firstIndex { $0.id == id } }

  /// The row and the segment in it that begins at a byte of one side.
  private func place(of start: Int, _ side: Side) -> (Int, Int)? {
    guard let index = pair.rows.firstIndex(where: { $0[side].contains(start) }) else { return nil }
    let held = pair[side].indices(startingIn: pair.rows[index][side])
    let segment = held.first { pair[side].segments[$0].range.lowerBound == start }
    return segment.map { (index, $0 - held.lowerBound) }
  }

  // MARK: Realigning

  /// How many rows above the cursor and below it are aligned again unless a count says otherwise:
  /// as many as take no time that a person notices.
  static let reach = 20

  /// What realigning at the cursor would change; `nil` when nothing.
  func realignment(reach: Int = Self.reach, keepsIt: Bool) throws -> Reply? {
    let realignment = try session.realignment(around: index, reach: reach, keepsIt: keepsIt)
    return realignment.isEmpty ? nil : .realignment(realignment)
  }

  /// After new borders, if so set: what realigning the rows around would change, the row at the
  /// cursor being held.
  private func realignedAfterEdit() throws -> Reply? {
    guard settings.realignsAfterEdit, pair.openRun(around: index).count > 1 else { return nil }
    return try realignment(keepsIt: true)
  }

  /// Takes the realignment that was shown.
  public mutating func take(_ realignment: Realignment) throws -> Reply {
    defer { settle() }
    let old = row
    let edit = try session.take(realignment)
    index = pair.place(of: old)
    last = .command(.realign, 1)
    return .done("realigned: \(edit.rows.before.count) rows became \(edit.rows.after.count)")
  }
}

extension WorkbenchError {
  fileprivate static func sourceIsLocked(_ desk: ReviewDesk) -> WorkbenchError {
    let key = desk.settings.keys.keys(for: .lockSource).first?.name ?? ":lock-source"
    return WorkbenchError(
      kind: .refused, place: "\(desk.pair.name):\(desk.number)",
      problem: "the source's segments are locked", fix: "\(key) unlocks them")
  }
}
