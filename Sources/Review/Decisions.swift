public import Bitext

/// Actions that leave a row's borders alone: its status, its corrected text, its remarks.
extension DocumentPair {
  func decided(_ action: ReviewAction, at index: Int) throws(ReviewError) -> Row {
    var row = rows[index]
    switch action {
    case .confirm: row = row.confirmed
    case .unconfirm: row.status = .unreviewed
    case .reject: row.status = .rejected
    case .nonText: row.status = .nonText
    case .comment(let text): row.comment = text.isEmpty ? nil : text
    case .accept:
      guard !row.status.isLocked else { throw refusal(.decided(row.status), at: index) }
      row.status = .accepted
    case .flag: row.raise(.flagged)
    case .unflag: row.doubts.removeAll { $0.kind == .flag }
    case .doubt:
      row.status = .unreviewed
      row.raise(.byReviewer)
    case .edit(let text): try correct(&row, text, at: index)
    default: break
    }
    return row
  }

  private func correct(_ row: inout Row, _ text: String, at index: Int) throws(ReviewError) {
    guard !row.target.isEmpty else { throw refusal(.nothingThere(.target), at: index) }
    if text.isEmpty || text == target.joined(row.target) {
      row.edited = nil
      if row.status == .edited { row.status = .unreviewed }
    } else {
      row.edited = text
      row.status = .edited
    }
  }
}

extension Row {
  /// The row when a person says that it is right.
  var confirmed: Row {
    var row = self
    row.status = statusWhenRight
    row.doubts.removeAll { $0.kind == .reviewer }
    return row
  }

  private var statusWhenRight: Status {
    if isMoved { return status }
    if target.isEmpty { return .omitted }
    if source.isEmpty { return .added }
    return edited == nil ? .confirmed : .edited
  }

  /// Whether a person said that its text stands elsewhere on the other side: only such a null row
  /// is confirmed, others are omitted or added.
  public var isMoved: Bool { status == .confirmed && (source.isEmpty || target.isEmpty) }

  /// Whether a person wants to see it again.
  public var isFlagged: Bool { doubts.contains { $0.kind == .flag } }

  fileprivate mutating func raise(_ doubt: Doubt) {
    if !doubts.contains(doubt) { doubts.append(doubt) }
  }
}

extension Doubt {
  fileprivate static let flagged = Doubt(.flag, "to be seen again")
  fileprivate static let byReviewer = Doubt(.reviewer, "a person doubts this row")
}
