/// What encoding bytes without a byte-order mark are in, when they are not plainly UTF-8. Every
/// rule asks for overwhelming evidence, since a wrong guess makes a wrong text.
struct CharsetGuess {
  private let sample: ArraySlice<UInt8>

  /// Looks at the first 64 KB.
  init(_ bytes: [UInt8]) { sample = bytes.prefix(1 << 16) }

  /// The encoding of fixed width that the bytes show: UTF-32, or UTF-16.
  var wide: String? { utf32 ?? utf16 }

  /// `UTF-32LE` or `UTF-32BE` when every unit of the sample is a character, and not all are zero.
  private var utf32: String? {
    guard sample.count >= 8, sample.count.isMultiple(of: 4) else { return nil }
    func areCharacters(_ order: [Int]) -> Bool {
      stride(from: 0, to: sample.count, by: 4).allSatisfy { start in
        let value = order.reduce(UInt32(0)) { $0 << 8 | UInt32(sample[start + $1]) }
        return value > 0 && Unicode.Scalar(value) != nil
      }
    }
    if areCharacters([3, 2, 1, 0]) { return "UTF-32LE" }
    return areCharacters([0, 1, 2, 3]) ? "UTF-32BE" : nil
  }

  /// `UTF-16LE` or `UTF-16BE` when at least 98 % of the units read so are Chinese characters, their
  /// punctuation or ASCII, with spaces, line ends or Chinese punctuation among them, and fewer than
  /// half in the other byte order.
  private var utf16: String? {
    guard sample.count >= 4, sample.count.isMultiple(of: 2) else { return nil }
    if sample.starts(with: [0x3C, 0]) { return "UTF-16LE" }  // `<`, as markup begins
    if sample.starts(with: [0, 0x3C]) { return "UTF-16BE" }
    let little = textualShare(lowByte: 0)
    let big = textualShare(lowByte: 1)
    if little >= 0.98, big < 0.5 { return "UTF-16LE" }
    if big >= 0.98, little < 0.5 { return "UTF-16BE" }
    return nil
  }

  private func textualShare(lowByte: Int) -> Double {
    var textual = 0
    var separators = 0
    for index in stride(from: 0, to: sample.count - 1, by: 2) {
      let unit = UInt16(sample[index + 1 - lowByte]) << 8 | UInt16(sample[index + lowByte])
      switch unit {
      case 0x0A, 0x0D, 0x20, 0x3000...0x303F, 0xFF01...0xFF5E, 0x2010...0x2026: separators += 1
      case 0x09, 0x21...0x7E, 0xA0...0xFF, 0x4E00...0x9FFF: textual += 1
      default: break
      }
    }
    return separators == 0 ? 0 : Double(textual + separators) / Double(sample.count / 2)
  }

  /// Whether there are at least two well-formed UTF-8 sequences of several bytes to one broken:
  /// a UTF-8 file with damage, not a file in another encoding.
  var isMostlyUTF8: Bool {
    var whole = 0
    var broken = 0
    var index = sample.startIndex
    while index < sample.endIndex {
      let length = sequenceLength(at: index)
      if length > 1 { whole += 1 }
      if length == 0 { broken += 1 }
      index += max(length, 1)
    }
    return whole >= 2 * max(broken, 1)
  }

  /// The length of the UTF-8 sequence at an index; 0 when it is not one.
  private func sequenceLength(at index: Int) -> Int {
    let length =
      switch sample[index] {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    let trail = sample[index...].dropFirst().prefix(max(length - 1, 0))
    return trail.count == length - 1 && trail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// `GB18030` or `Big5`, whichever makes at least 85 % of the two-byte characters common ones:
  /// the sets put their commonest characters and punctuation into rows of their own.
  var chinese: String? {
    let gb = commonShare(
      rows: [0xA1...0xA3, 0xB0...0xD7], trail: { $0 >= 0xA1 })
    let big5 = commonShare(
      rows: [0xA1...0xA2, 0xA4...0xC6],
      trail: { (0x40...0x7E).contains($0) || $0 >= 0xA1 })
    if max(gb, big5) < 0.85 { return nil }
    return gb >= big5 ? "GB18030" : "Big5"
  }

  private func commonShare(rows: [ClosedRange<UInt8>], trail: (UInt8) -> Bool) -> Double {
    var common = 0
    var all = 0
    var index = sample.startIndex
    while index + 1 < sample.endIndex {
      guard sample[index] >= 0x80 else {
        index += 1
        continue
      }
      all += 1
      if trail(sample[index + 1]), rows.contains(where: { $0.contains(sample[index]) }) {
        common += 1
      }
      index += 2
    }
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// `windows-1252` when the bytes beyond ASCII stand alone, as accents and quotation marks do between
  /// letters, each where such a character stands, and the words are of a language written so.
  var western: String? {
    var beyond = 0
    for index in sample.indices where sample[index] >= 0x80 {
      guard isWestern(at: index) else { return nil }
      beyond += 1
    }
    guard beyond > 0, beyond * 5 < sample.count else { return nil }
    let text = String(
      decoding: sample.map { $0 < 0x80 ? UInt16($0) : Self.unit($0) }, as: UTF16.self)
    guard text.split(whereSeparator: { !$0.isLetter }).count >= 8 else { return nil }
    let language = LanguageGuess(text).language?.code
    return ["en", "de", "fr", "es", "it", "pt", "nl"].contains(language) ? "windows-1252" : nil
  }

  /// Whether the byte stands as its character of Windows-1252 does: a letter beside a letter, and a
  /// sign before a letter or after one, but what is a letter elsewhere (`³` is a Polish `ł`) not after.
  private func isWestern(at index: Int) -> Bool {
    func byte(_ index: Int) -> UInt8 { sample.indices.contains(index) ? sample[index] : 0x20 }
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC0 }
    let (before, this, after) = (byte(index - 1), sample[index], byte(index + 1))
    switch this {
    case 0xC0, 0xC8, 0xC9, 0xE0, 0xE8, 0xE9: return before < 0xC0 || after < 0xC0  // `à`, a word
    case 0xC0...0xFF, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F:
      return (isLetter(before) || isLetter(after)) && (before < 0xC0 || after < 0xC0)
    case 0x92, 0xAD, 0xB7, 0x96, 0x97: return true
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
    case 0xA1...0xA8, 0xAA, 0xAC, 0xAF, 0xB1...0xB6, 0xB8...0xBA, 0xBC...0xBF:
      return !isLetter(before)
    default: return !(isLetter(before) && isLetter(after))
    }
  }

  /// The character of a byte, near enough to tell the language: its letters are those of Latin-1.
  private static func unit(_ byte: UInt8) -> UInt16 {
    byte == 0x92 ? 0x2019 : byte < 0xA0 ? 0x20 : UInt16(byte)
  }
}
