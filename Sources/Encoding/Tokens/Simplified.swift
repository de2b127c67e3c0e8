internal import CICU

/// Traditional characters as simplified ones, since the vocabulary lacks one in fifteen of them.
enum Simplified {
  /// The text with its traditional characters replaced one for one. A text with kana stays as it
  /// is: it is Japanese, whose characters the vocabulary has. O(n).
  static func fold(_ text: String) -> String {
    guard text.utf8.contains(where: { (0xE3...0xE9).contains($0) }) else { return text }
    let scalars = text.unicodeScalars
    if scalars.contains(where: { (0x3040...0x30FF).contains($0.value) }) { return text }
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: scalars.lazy.map(fold))
    return String(folded)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard first...last ~= scalar.value else { return scalar }
    return Unicode.Scalar(table[Int(scalar.value - first)]) ?? scalar
  }

  private static let (first, last): (UInt32, UInt32) = (0x3400, 0x9FFF)

  /// Made once, in about 30 ms on one core.
  private static let table: [UInt16] = {
    var table = (first...last).map { UInt16($0) }
    cicu_simplify(&table, table.count)
    return table
  }()
}
