internal import Bitext

/// Actions that leave a row's borders alone: its status, its corrected text, its comment.
extension DocumentPair {
  func decided(_ action: ReviewAction, at index: Int) throws(ReviewError) -> Row {
    var row = rows[index]
    switch action {
    case .confirm: row.status = statusWhenRight(row)
    case .unconfirm: row.status = .unreviewed
    case .reject: row.status = .rejected
    case .nonText: row.status = .nonText
    case .comment(let text): row.comment = text.isEmpty ? nil : text
    case .accept:
      guard !row.status.isLocked else { throw refusal(.decided(row.status), at: index) }
      row.status = .accepted
    case .edit(let text): try correct(&row, text, at: index)
    default: break
    }
    return row
  }

  private func statusWhenRight(_ row: Row) -> Status {
    if row.target.isEmpty { return .omitted }
    if row.source.isEmpty { return .added }
    return row.edited == nil ? .confirmed : .edited
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
