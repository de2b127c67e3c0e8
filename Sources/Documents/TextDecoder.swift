internal import CICU

/// Bytes become text, strictly: a byte-order mark decides, then valid UTF-8, then the unmistakable
/// forms of UTF-16, GB18030 and Big5; anything else is an error with the place of the first bad byte.
struct TextDecoder {
  let bytes: [UInt8]
  let name: String

  /// The text, and the name of the encoding it was in.
  static func decode(
    _ bytes: [UInt8], name: String, encoding: String?
  ) throws(DocumentError) -> (text: String, encoding: String) {
    if let kind = FileSignature.kind(of: bytes) {
      throw .notText(name, what: kind.what, remedy: kind.remedy)
    }
    let decoder = TextDecoder(bytes: bytes, name: name)
    let charset = if let encoding { encoding } else { try decoder.charset() }
    let text = try decoder.text(in: charset)
    guard !text.utf8.contains(0) else {
      throw .notText(name, what: "a binary file", remedy: "name a text file, or its --encoding")
    }
    return (text, charset)
  }

  private func charset() throws(DocumentError) -> String {
    if let marked = ByteOrderMark.charset(of: bytes) { return marked }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if isUTF8, !bytes.contains(0) { return "UTF-8" }
    let guess = CharsetGuess(bytes)
    if let utf16 = guess.utf16 { return utf16 }
    if isUTF8 || guess.isMostlyUTF8 { return "UTF-8" }
    if bytes.contains(0) {
      throw .notText(name, what: "a binary file", remedy: "name a text file, or its --encoding")
    }
    if let chinese = guess.chinese { return chinese }
    let offset = converted(from: "UTF-8").malformedAt ?? 0
    throw .undecided(name, line: line(at: offset, in: "UTF-8"), offset: offset)
  }

  private func text(in charset: String) throws(DocumentError) -> String {
    let mark = ByteOrderMark.length(of: bytes, in: charset)
    if charset.uppercased() == "UTF-8",
      let text = String(validating: bytes.dropFirst(mark), as: UTF8.self)
    {
      return text
    }
    let result = converted(from: charset)
    if let offset = result.malformedAt {
      throw .malformed(
        name, encoding: charset, line: line(at: offset, in: charset), offset: offset)
    }
    guard let text = result.text else { throw .unknownEncoding(name, encoding: charset) }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// ICU's conversion: the text, or the offset of the first malformed byte, or neither when there
  /// is no such charset.
  private func converted(from charset: String) -> (text: String?, malformedAt: Int?) {
    var result: UnsafeMutablePointer<CChar>?
    var length = 0
    var malformedAt = 0
    let status = bytes.withUnsafeBytes { raw in
      cicu_convert(
        charset, raw.bindMemory(to: CChar.self).baseAddress, raw.count, &result, &length,
        &malformedAt)
    }
    defer { cicu_free(result) }
    switch status {
    case CICU_OK:
      return (
        String(decoding: UnsafeRawBufferPointer(start: result, count: length), as: UTF8.self), nil
      )
    case CICU_MALFORMED: return (nil, malformedAt)
    default: return (nil, nil)
    }
  }

  /// The line a byte stands on, counted from 1.
  private func line(at offset: Int, in charset: String) -> Int {
    let before = bytes.prefix(offset)
    guard charset.uppercased().hasPrefix("UTF-16") else { return 1 + before.count { $0 == 0x0A } }
    let low = charset.uppercased().hasSuffix("BE") ? 1 : 0
    return 1
      + stride(from: 0, to: before.count - 1, by: 2).count {
        before[$0 + low] == 0x0A && before[$0 + 1 - low] == 0
      }
  }
}

/// The mark some files begin with to say their encoding.
enum ByteOrderMark {
  private static let marks: [(charset: String, bytes: [UInt8])] = [
    ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-32LE", [0xFF, 0xFE, 0, 0]),
    ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
  ]

  /// The encoding that the first bytes state.
  static func charset(of bytes: [UInt8]) -> String? {
    marks.first { bytes.starts(with: $0.bytes) }?.charset
  }

  /// The length of the mark of this charset, 0 when it is not there.
  static func length(of bytes: [UInt8], in charset: String) -> Int {
    marks.first { $0.charset == charset.uppercased() && bytes.starts(with: $0.bytes) }?.bytes.count
      ?? 0
  }
}
