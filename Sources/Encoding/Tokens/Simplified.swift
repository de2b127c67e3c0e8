internal import Bitext

/// Traditional characters as simplified ones, since the vocabulary lacks one in fifteen of them.
enum Simplified {
  /// The text with its traditional characters replaced one for one. A text with kana stays as it
  /// is: it is Japanese, whose characters the vocabulary has. O(n).
  static func fold(_ text: String) -> String {
    guard text.utf8.contains(where: { (0xE3...0xE9).contains($0) }) else { return text }
    let scalars = text.unicodeScalars
    if scalars.contains(where: { (0x3040...0x30FF).contains($0.value) }) { return text }
    var folded = String.UnicodeScalarView()
    folded.append(
      contentsOf: scalars.lazy.map { Unicode.Scalar(SimplifiedForms.fold($0.value)) ?? $0 })
    return String(folded)
  }
}
