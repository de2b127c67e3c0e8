internal import Bitext

/// What TBX-Basic has no category for stands in notes that people can read and we read back:
/// `status: forbidden`, `part of speech: np`.
enum TBXNotes {
  /// Fields of a term that may stand in a note.
  static let ofTerm: [(name: String, path: any WritableKeyPath<Term, String?> & Sendable)] = [
    ("part of speech", \.partOfSpeech), ("domain", \.domain), ("register", \.register),
    ("term type", \.type),
  ]
  /// The note that says a term is forbidden.
  static let forbidden = "status: forbidden"
  /// What stands before the id of a concept that is no name in XML.
  static let id = "id"
  /// What stands before the terms that a term renders.
  static let renders = "renders"
  /// Stands between terms.
  static let divider = " / "

  static func note(_ name: String, _ value: String) -> String { "\(name): \(value)" }

  /// What a note says under this name.
  static func value(_ name: String, in note: String) -> String? {
    note.hasPrefix(name + ": ") ? String(note.dropFirst(name.count + 2)) : nil
  }
}
