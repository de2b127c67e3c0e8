internal import Bitext
internal import Memory
internal import Review

/// What comes back from a colleague, set against what stands here now: field by field, by what each
/// side changed since the row left.
struct ReviewMerge {
  /// Whose version of a row that both sides changed is taken; without a word, ours stays.
  private let take: TakenVersions
  private(set) var pair: DocumentPair
  private(set) var changes: [ReturnedChange] = []
  private(set) var conflicts: [ReturnedConflict] = []
  private(set) var refused: [RefusedReturn] = []
  private let whoChanged: (Row.ID) throws -> Event?

  init(
    of pair: DocumentPair, take: TakenVersions, whoChanged: @escaping (Row.ID) throws -> Event?
  ) {
    self.pair = pair
    self.take = take
    self.whoChanged = whoChanged
  }

  /// Takes a row in, as far as nothing that was done here is lost by it.
  mutating func add(_ returned: ReturnedRow) throws {
    if returned.isChanged(.source) {
      refused.append(
        RefusedReturn(returned, "the source text was changed; sources stay as they are"))
    }
    guard !returned.changed.isEmpty else { return }
    guard let index = pair.rows.firstIndex(where: { $0.id == returned.key.id }) else {
      return refused.append(
        RefusedReturn(returned, "the row is no longer there: it was merged or aligned again"))
    }
    let here = pair.fields(pair.rows[index])
    if isConflict(returned, here) {
      let isTaken = take.takesTheirs(of: index + 1)
      conflicts.append(
        ReturnedConflict(
          row: index + 1, ours: RowVersion(here, try whoChanged(returned.key.id)),
          theirs: RowVersion(returned.fields, nil), isTaken: isTaken))
      guard isTaken else { return }
    }
    apply(returned, at: index, here)
  }

  /// Whether both sides changed a field, each to something else, or the row holds other text now.
  private func isConflict(_ returned: ReturnedRow, _ here: [String]) -> Bool {
    let holdsOtherText = returned.key.isChanged(.source, here[RowKey.Field.source.rawValue])
    return returned.changed.contains { field in
      let ours = here[field.rawValue]
      return !ours.isSame(as: returned[field])
        && (holdsOtherText || returned.key.isChanged(field, ours))
    }
  }

  /// Makes of each changed field the action that a person would have done here.
  private mutating func apply(_ returned: ReturnedRow, at index: Int, _ here: [String]) {
    let before = pair.rows[index]
    var told: [String] = []
    for field in returned.changed where !here[field.rawValue].isSame(as: returned[field]) {
      do {
        if let words = try act(field, returned[field], at: index) { told.append(words) }
      } catch {
        refused.append(RefusedReturn(returned, error.reason))
      }
    }
    guard pair.rows[index] != before else { return }
    changes.append(
      ReturnedChange(
        row: index + 1, what: told, before: here[RowKey.Field.target.rawValue],
        after: pair.text(pair.rows[index], .target), status: pair.rows[index].status,
        comment: pair.rows[index].comment))
  }

  private mutating func act(
    _ field: RowKey.Field, _ text: String, at index: Int
  ) throws(Refusal) -> String? {
    switch field {
    case .source: return nil
    case .target:
      guard !text.isEmpty else { throw Refusal("the target text is empty; reject the row instead") }
      try perform(.edit(text), at: index)
      return "corrected"
    case .comment:
      try perform(.comment(text), at: index)
      return text.isEmpty ? "comment taken away" : "commented"
    case .status:
      guard let status = Status(rawValue: text.lowercased()) else {
        throw Refusal(
          "'\(text)' is no status; there are \(ReviewTable.choices.joined(separator: ", "))")
      }
      // A corrected text makes a row edited by itself, and to call it confirmed says no more.
      guard status != pair.rows[index].status else { return nil }
      try perform(status.action, at: index)
      return pair.rows[index].status.rawValue
    }
  }

  private mutating func perform(_ action: ReviewAction, at index: Int) throws(Refusal) {
    let row = pair.rows[index]
    if action == .omitted || action == .added, !row.source.isEmpty, !row.target.isEmpty {
      throw Refusal("both texts are there; '\(action.name)' sets them apart: do it in the review")
    }
    do {
      try pair.apply(pair.edit(for: action, at: index, nextID: .max))
    } catch {
      throw Refusal(error.problem)
    }
  }

  private struct Refusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}

extension Status {
  /// What a person does who gives a row this status.
  fileprivate var action: ReviewAction {
    switch self {
    case .unreviewed: .unconfirm
    case .accepted: .accept
    case .confirmed, .edited: .confirm
    case .omitted: .omitted
    case .added: .added
    case .nonText: .nonText
    case .rejected: .reject
    }
  }
}

extension String {
  /// Whether it differs from another text by white space only.
  fileprivate func isSame(as other: String) -> Bool {
    split(whereSeparator: \.isWhitespace).elementsEqual(other.split(whereSeparator: \.isWhitespace))
  }
}
