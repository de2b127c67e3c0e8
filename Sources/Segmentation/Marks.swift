/// The marks at a joint.
enum Marks {
  static let straightQuotes: Set<Unicode.Scalar> = ["\"", "'"]

  /// Marks that begin a quotation in Chinese, of U+2000 to U+3FFF.
  static let quoteOpeners: Set<Unicode.Scalar> = ["“", "‘", "「", "『"]

  /// Marks that end one.
  static let quoteClosers: Set<Unicode.Scalar> = ["”", "’", "」", "』"]

  /// Marks that belong to the sentence before.
  static let closers: Set<Unicode.Scalar> = [
    "”", "’", "」", "』", "）", ")", "]", "】", "》", "〉", "»", "\"", "'",
  ]

  /// Marks that belong to the sentence after.
  static let openers: Set<Unicode.Scalar> = [
    "“", "‘", "„", "‚", "「", "『", "（", "(", "[", "【", "《", "〈", "«", "\"", "'", "¿", "¡",
  ]

  /// Marks before which no sentence begins.
  static let continuing: Set<Unicode.Scalar> = [
    ",", ";", ":", "，", "、", "；", "：", "—", "–", "…", "/", "·", "～",
  ]

  /// Terminators that are more often a pause.
  static let pauses: Set<Unicode.Scalar> = ["…", "—", "–"]

  /// Unicode's sentence terminators, the ellipsis, and the dashes, at which speech breaks off.
  static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "?", "!", "。", "？", "！", "…", "—", "–", "．", "｡": true
    default: scalar.value > 0x7F && !scalar.isHan && isRareTerminator(scalar.value)
    }
  }

  /// Armenian, Arabic, Syriac, Indic, Burmese, Ethiopic, Khmer, and the double marks.
  private static func isRareTerminator(_ value: UInt32) -> Bool {
    switch value {
    case 0x0589, 0x061D...0x061F, 0x06D4, 0x0700...0x0702, 0x0964, 0x0965, 0x104A, 0x104B, 0x1362,
      0x1367, 0x1368, 0x17D4, 0x17D5, 0x203C, 0x203D, 0x2047...0x2049, 0xFE52, 0xFE56, 0xFE57:
      true
    default: false
    }
  }
}
