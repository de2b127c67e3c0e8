/// Keeps spreadsheets from running a text of a CSV file as a formula: one that begins with `=`, `+`,
/// `-`, `@`, a tab or a return gets an apostrophe before it (OWASP, "CSV injection"). Taking it away
/// again gives every text back as it was.
enum FormulaGuard {
  /// The text as it can stand in a CSV file.
  static func guarded(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  /// The text that was guarded.
  static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe && isDangerous(text) ? String(text.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether it begins as a formula does, after any apostrophes.
  private static func isDangerous(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }
}
