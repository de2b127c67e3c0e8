/// What a reader noticed and could put right, or has to tell: each kind with its number and the
/// first line.
public struct ReadingNotes: Hashable, Sendable, Codable {
  /// One kind of thing noticed.
  public struct Note: Hashable, Sendable, Codable {
    /// What it is, as in `variants without a language`.
    public var what: String
    /// How often.
    public var count: Int
    /// The line of the first, counted from 1.
    public var line: Int
  }

  /// In the order of their first lines.
  public private(set) var notes: [Note] = []

  mutating func add(_ others: ReadingNotes) {
    for note in others.notes { add(note.what, line: note.line, count: note.count) }
    notes.sort { $0.line < $1.line }
  }

  mutating func add(_ what: String, line: Int, count: Int = 1) {
    guard count > 0 else { return }
    if let index = notes.firstIndex(where: { $0.what == what }) {
      notes[index].count += count
    } else if notes.count < 100 {
      notes.append(Note(what: what, count: count, line: line))
    }
  }
}
