internal import Bitext

/// One side's text taken apart once for all rules.
struct SideText {
  let side: Side
  let language: Language
  let text: String
  let scalars: [Unicode.Scalar]
  /// Placeholders and tags, in order.
  let placeholders: [Placeholder]
  /// For each scalar whether it is no prose: part of a placeholder, a tag, an address, code.
  let isCode: [Bool]
  /// Where each scalar begins, in UTF-8 bytes, and where the last ends.
  private let offsets: [Int]

  init(_ text: String, _ side: Side, _ language: Language) {
    (self.text, self.side, self.language) = (text, side, language)
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    offsets =
      scalars.map { scalar in
        defer { offset += UTF8.width(scalar) }
        return offset
      } + [text.utf8.count]
    placeholders = PlaceholderReader.placeholders(of: scalars)
    var isCode = [Bool](repeating: false, count: scalars.count)
    for range in placeholders.map(\.range) + Addresses.ranges(of: scalars) {
      for index in range { isCode[index] = true }
    }
    (self.scalars, self.isCode) = (scalars, isCode)
  }

  var isBlank: Bool { scalars.allSatisfy { Script.of($0) == .space } }

  var isChinese: Bool { ["zh", "yue"].contains(language.code) }

  /// A range of scalars in UTF-8 bytes.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The scalar at a place, or none before the beginning and after the end.
  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func isHan(_ index: Int) -> Bool { self[index].map { Script.of($0) == .han } ?? false }

  /// Whether a Latin letter stands there.
  func isLatin(_ index: Int) -> Bool {
    self[index].map { Script.of($0) == .letter && $0.value < 0x250 } ?? false
  }

  func starts(_ index: Int, with word: [Unicode.Scalar]) -> Bool {
    index + word.count <= scalars.count && scalars[index...].starts(with: word)
  }

  func finding(_ rule: Rule, _ range: Range<Int>, _ reason: String) -> Finding {
    Finding(rule, side, bytes(range), reason)
  }
}
