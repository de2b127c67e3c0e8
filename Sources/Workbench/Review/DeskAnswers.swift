internal import Bitext
internal import Foundation
internal import Review

/// What is done with the words that a person typed.
extension ReviewDesk {
  /// Does what the answer to a question says.
  /// - Throws: as `perform`; `WorkbenchError` for words that say nothing.
  public mutating func answer(_ question: Question, with words: String) throws -> Reply {
    defer { settle() }
    switch question {
    case .text: return try correct(words)
    case .comment:
      last = .action(.comment(words))
      return try act(.comment(words), words.isEmpty ? "no comment" : "commented")
    case .find: return find(words)
    case .row:
      guard let row = Int(words), row > 0 else { throw WorkbenchError.noRowNumber(words) }
      return goTo(row - 1)
    case .command: return try obey(words)
    }
  }

  /// Shows only some rows.
  public mutating func show(_ filter: RowFilter) -> Reply {
    let old = self.filter
    self.filter = filter
    guard pair.rows.indices.contains(where: shows) else {
      self.filter = old
      return .done("there is no such row")
    }
    settle()
    return .done("shown: \(filter.name)")
  }

  /// Adds the term that was chosen in the row.
  public mutating func addTerm(_ source: String, _ target: String) throws -> Reply {
    let texts = [source, target].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard texts.allSatisfy({ !$0.isEmpty }) else { return .done("no term added: a side is empty") }
    let concept = try session.addTerm(texts[0], texts[1])
    return .done("\(concept.id): \(texts[0]) → \(texts[1])")
  }

  private mutating func correct(_ words: String) throws -> Reply {
    let text = words.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return .done("not changed: the text is empty") }
    guard text != pair.text(row, .target) else { return .done("not changed") }
    return try act(.edit(text), "row \(number) is edited")
  }

  /// A command by its name, a row by its number, or an action as scripts write it.
  private mutating func obey(_ words: String) throws -> Reply {
    let words = words.trimmingCharacters(in: .whitespaces)
    if words.isEmpty { return .done() }
    if let row = Int(words), row > 0 { return goTo(row - 1) }
    if let command = KeyCommand(rawValue: words) { return try perform(command) }
    let action = try ReviewAction(words)
    last = .action(action)
    return try act(action, action.name)
  }
}

extension WorkbenchError {
  fileprivate static func noRowNumber(_ words: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "'\(words)'", problem: "not the number of a row",
      fix: "type the number that stands before the row")
  }
}
