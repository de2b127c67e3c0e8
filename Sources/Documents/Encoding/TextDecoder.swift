internal import CICU

/// Bytes become text, strictly: a byte-order mark decides, then valid UTF-8, then what the file
/// declares, then the unmistakable forms of UTF-16, UTF-32, GB18030, Big5 and Windows-1252; anything
/// else is an error with the place of the first bad byte.
struct TextDecoder {
  let bytes: [UInt8]
  let name: String

  /// The text, and the name of the encoding it was in.
  /// - Parameter declared: the encoding that the file itself states, believed where nothing is
  ///   surer.
  static func decode(
    _ file: SourceFile, declared: String? = nil
  ) throws(DocumentError) -> (text: String, encoding: String) {
    let decoder = TextDecoder(bytes: file.bytes, name: file.name)
    let charset = if let stated = file.encoding { stated } else { try decoder.charset(declared) }
    let (text, encoding) = try decoder.text(inFormOf: charset)
    guard !text.utf8.contains(0) else { throw decoder.binary }
    return (text, encoding)
  }

  /// The beginning of a file as text, with what cannot be read replaced.
  static func beginning(of bytes: some Collection<UInt8>) -> String {
    let decoder = TextDecoder(bytes: Array(bytes), name: "")
    let charset = ByteOrderMark.charset(of: decoder.bytes) ?? CharsetGuess(decoder.bytes).wide
    let text = charset.flatMap { decoder.converted(from: $0).text }
    let head = text ?? String(decoding: decoder.bytes, as: UTF8.self)
    return head.unicodeScalars.first == "\u{FEFF}" ? String(head.unicodeScalars.dropFirst()) : head
  }

  private func charset(_ declared: String?) throws(DocumentError) -> String {
    if let marked = ByteOrderMark.charset(of: bytes) { return marked }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let hasZero = bytes.contains(0)
    if isUTF8, !hasZero { return "UTF-8" }
    let guess = CharsetGuess(bytes)
    if let wide = guess.wide { return wide }
    if isUTF8 || guess.isMostlyUTF8 { return "UTF-8" }
    if hasZero { throw binary }
    if let charset = declared.flatMap(DeclaredCharset.charset) ?? guess.chinese ?? guess.western {
      return charset
    }
    let offset = converted(from: "UTF-8").malformedAt ?? 0
    throw .undecided(name, line: line(at: offset, in: "UTF-8"), offset: offset)
  }

  private var binary: DocumentError {
    .notText(name, what: "a binary file", remedy: "name a text file, or its --encoding")
  }

  /// The text in an encoding, or in the larger one of the same family that has the characters which
  /// this one lacks.
  private func text(
    inFormOf charset: String
  ) throws(DocumentError) -> (text: String, encoding: String) {
    guard charset == "Big5", let larger = try? text(in: "Big5-HKSCS") else {
      return (try text(in: charset), charset)
    }
    // Where the smaller set has nothing, ICU puts characters of private use.
    if let smaller = try? text(in: charset), !smaller.hasPrivateUse { return (smaller, charset) }
    return (larger, "Big5-HKSCS")
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
    let name = charset.uppercased()
    let width = name.hasPrefix("UTF-16") ? 2 : name.hasPrefix("UTF-32") ? 4 : 1
    let low = name.hasSuffix("BE") ? width - 1 : 0
    return 1
      + stride(from: 0, to: before.count - width + 1, by: width).count { start in
        (0..<width).allSatisfy { before[start + $0] == ($0 == low ? 0x0A : 0) }
      }
  }
}

extension String {
  fileprivate var hasPrivateUse: Bool {
    unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
  }
}

/// The mark some files begin with to say their encoding.
enum ByteOrderMark {
  private static let marks: [(charset: String, bytes: [UInt8])] = [
    ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-32LE", [0xFF, 0xFE, 0, 0]),
    ("UTF-32BE", [0, 0, 0xFE, 0xFF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
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

/// The encoding that a file's own words state, as those who write it mean it: GB 2312 and GBK are
/// read as GB18030, which holds them, Latin-1 as Windows-1252.
enum DeclaredCharset {
  private static let meant = [
    "gb2312": "GB18030", "gbk": "GB18030", "gb_2312-80": "GB18030", "x-gbk": "GB18030",
    "big5": "Big5", "big5-hkscs": "Big5-HKSCS", "iso-8859-1": "windows-1252",
    "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
  ]

  /// The encoding to read with; `nil` for UTF-8 and UTF-16, which the bytes would have shown.
  static func charset(_ name: String) -> String? {
    let name = name.lowercased()
    return name.hasPrefix("utf") || name.hasPrefix("unicode") ? nil : meant[name] ?? name
  }
}
