public import Bitext
public import Memory

/// What document pairs are called and what is known of them.
extension Bench {
  /// Gives a document pair another name.
  public func rename(_ name: String, to new: String) throws(MemoryError) {
    try store.rename(name, to: new)
  }

  /// Takes document pairs out of sight, all of them or none; `undo` brings them back.
  public func remove(_ names: [String]) throws {
    for name in names { _ = try store.facts(of: name) }
    for name in names { try store.remove(name) }
  }

  /// Changes what is known of a document pair: `client=ACME`; nothing after the sign clears.
  /// Gives back all that is known now.
  /// - Throws: `WorkbenchError` for an unknown key, before anything changes; `MemoryError`.
  public func set(_ changes: [String], of name: String) throws -> PairFacts {
    var facts = try store.facts(of: name)
    for change in changes { try facts.take(change) }
    try store.set(facts, of: name)
    return facts
  }
}

extension PairFacts {
  /// Takes `key=value` in.
  fileprivate mutating func take(_ change: String) throws(WorkbenchError) {
    let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = [
      "client": \PairFacts.client, "domain": \.domain, "date": \.date, "note": \.note,
    ]
    guard parts.count == 2, let key = keys[String(parts[0])] else { throw .unknownFact(change) }
    self[keyPath: key] = parts[1].isEmpty ? nil : String(parts[1])
  }

  /// These facts, and of the others those that are not stated here.
  func over(_ older: PairFacts) -> PairFacts {
    PairFacts(
      client: client ?? older.client, domain: domain ?? older.domain, date: date ?? older.date,
      note: note ?? older.note)
  }
}
