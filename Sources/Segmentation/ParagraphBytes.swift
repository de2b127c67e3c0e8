/// A paragraph as UTF-8, read character by character in both directions.
struct ParagraphBytes {
  let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var count: Int { buffer.count }

  /// The character at a byte offset and its length; `nil` at the end.
  func character(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < buffer.count else { return nil }
    let byte = buffer[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard offset + length <= buffer.count else { return ("\u{FFFD}", buffer.count - offset) }
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for i in 1..<length { value = value << 6 | UInt32(buffer[offset + i] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The character at a byte offset if it may be a bracket, by its first byte alone: letters,
  /// digits and the middle of a character are passed over.
  func mark(at offset: Int) -> Unicode.Scalar? {
    switch buffer[offset] {
    case 0x28, 0x29, 0x5B, 0x5D, 0xE2, 0xE3, 0xEF: character(at: offset)?.scalar
    default: nil
    }
  }

  /// The character that ends at a byte offset; `nil` at the beginning.
  func character(before offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, buffer[start] & 0xC0 == 0x80 { start -= 1 }
    return character(at: start).map { ($0.scalar, offset - start) }
  }

  /// The offset after all characters from `offset` on that satisfy the condition.
  func skipping(
    from offset: Int, while condition: (Unicode.Scalar) -> Bool
  ) -> Int {
    var end = offset
    while let next = character(at: end), condition(next.scalar) { end += next.length }
    return end
  }

  /// The offset before all characters up to `offset` that satisfy the condition.
  func skippingBack(
    from offset: Int, while condition: (Unicode.Scalar) -> Bool
  ) -> Int {
    var start = offset
    while let last = character(before: start), condition(last.scalar) { start -= last.length }
    return start
  }

  func skippingSpaces(from offset: Int) -> Int { skipping(from: offset) { $0.isSpace } }

  func trimmingSpaces(to offset: Int) -> Int { skippingBack(from: offset) { $0.isSpace } }

  func string(_ range: Range<Int>) -> String { String(decoding: buffer[range], as: UTF8.self) }

  /// The offsets after each of the given marks: ASCII, or of U+2000 to U+2FFF.
  func ends(of marks: Set<Unicode.Scalar>) -> [Int] {
    var isFirstByte = [Bool](repeating: false, count: 256)
    for mark in marks { isFirstByte[mark.isASCII ? Int(mark.value) : 0xE2] = true }
    var ends: [Int] = []
    for (index, byte) in buffer.enumerated() where isFirstByte[Int(byte)] {
      guard let mark = character(at: index), marks.contains(mark.scalar) else { continue }
      ends.append(index + mark.length)
    }
    return ends
  }
}

extension Unicode.Scalar {
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0x20000...0x323AF).contains(value)
  }

  /// Whether it is a letter of a script that stops are written in: Latin, Greek, Cyrillic, Armenian.
  var isAlphabetLetter: Bool {
    (value < 0x590 || (0x1E00...0x1FFF).contains(value)) && properties.isAlphabetic
  }

  var isLowercase: Bool { properties.isLowercase }
}
