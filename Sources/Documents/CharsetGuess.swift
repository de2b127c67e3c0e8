/// What encoding bytes without a byte-order mark are in, when they are not plainly UTF-8. Every
/// rule asks for overwhelming evidence, since a wrong guess makes a wrong text.
struct CharsetGuess {
  private let sample: ArraySlice<UInt8>

  /// Looks at the first 64 KB.
  init(_ bytes: [UInt8]) { sample = bytes.prefix(1 << 16) }

  /// `UTF-16LE` or `UTF-16BE` when at least 98 % of the units read so are Chinese characters, their
  /// punctuation or ASCII, with spaces, line ends or Chinese punctuation among them, and fewer than
  /// half in the other byte order.
  var utf16: String? {
    guard sample.count >= 4, sample.count.isMultiple(of: 2) else { return nil }
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
}
