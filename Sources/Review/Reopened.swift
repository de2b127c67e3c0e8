internal import Bitext

/// What a row keeps when its borders change, and what it takes over from a row that goes away.
extension Row {
  /// The row as it is when its borders change: unreviewed, without confidence, and without doubts
  /// but those that a person raised.
  var reopened: Row {
    var row = self
    row.status = .unreviewed
    row.confidence = nil
    row.doubts.removeAll { !$0.kind.isPersons }
    return row
  }

  var isEmpty: Bool { source.isEmpty && target.isEmpty }

  /// Adds another row's comment after the row's own, and what a person flagged or doubted there.
  mutating func takeRemarks(of other: Row) {
    if let remark = other.comment { comment = comment.map { "\($0); \(remark)" } ?? remark }
    doubts += other.doubts.filter { $0.kind.isPersons && !doubts.contains($0) }
  }
}
