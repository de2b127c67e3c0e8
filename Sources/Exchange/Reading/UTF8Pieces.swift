// An exchange file as UTF-8 without characters that no XML may hold: its encoding is told by a
// byte-order mark, by zero bytes, or by its XML declaration, in this order.
internal import CICU

/// Text of a file, piece by piece.
final class UTF8Pieces {
  /// The encoding it is in: `UTF-8`, `UTF-16LE`, `windows-1252`.
  let encoding: String
  /// Control characters that were taken out, since XML forbids them.
  private(set) var controls = 0
  private let file: InputFile
  /// ICU's, when it is not UTF-8 already.
  private var converter: OpaquePointer?
  private var first: UnsafeRawBufferPointer?
  private var clean = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var isAtEnd = false

  /// Begins to read a file.
  /// - Parameter encoding: overrules what the file says of itself.
  init(_ file: InputFile, encoding: String? = nil) throws(ExchangeError) {
    self.file = file
    let start = try file.next()
    let (charset, mark) = Self.charset(of: start)
    self.encoding = encoding ?? charset
    first = UnsafeRawBufferPointer(rebasing: start.dropFirst(mark))
    guard self.encoding != "UTF-8" else { return }
    converter = cicu_converter_open(self.encoding)
    if converter == nil {
      throw .badInput(
        file.path, "states an encoding that there is not: '\(self.encoding)'",
        fix: "correct the encoding in its first line")
    }
  }

  deinit {
    cicu_converter_close(converter)
    clean.deallocate()
  }

  /// The next piece, good until the next call; empty at the end.
  func next() throws(ExchangeError) -> UnsafeRawBufferPointer {
    while !isAtEnd {
      let bytes = if let first { first } else { try file.next() }
      if first == nil, bytes.isEmpty { isAtEnd = true }
      first = nil
      let text = try converted(bytes)
      let clean = withoutControls(text)
      if !clean.isEmpty { return clean }
    }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private func converted(
    _ bytes: UnsafeRawBufferPointer
  ) throws(ExchangeError) -> UnsafeRawBufferPointer {
    guard let converter else { return bytes }
    var result: UnsafePointer<CChar>?
    var (length, malformedAt) = (0, 0)
    let status = cicu_converter_next(
      converter, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, isAtEnd, &result,
      &length, &malformedAt)
    guard status == CICU_OK else {
      throw .badInput(
        file.path, "is not \(encoding) as it says", fix: "correct the encoding in its first line")
    }
    return UnsafeRawBufferPointer(start: result, count: length)
  }
}

extension UTF8Pieces {
  /// What the first bytes say of the encoding, and how long the byte-order mark is.
  static func charset(of start: UnsafeRawBufferPointer) -> (charset: String, mark: Int) {
    for (bytes, charset) in marks where start.starts(with: bytes) { return (charset, bytes.count) }
    for (bytes, charset) in openings where start.starts(with: bytes) { return (charset, 0) }
    return (declared(in: start) ?? "UTF-8", 0)
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// A `<` of more bytes than one.
  private static let openings: [([UInt8], String)] = [
    ([0x3C, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x3C], "UTF-32BE"), ([0x3C, 0], "UTF-16LE"),
    ([0, 0x3C], "UTF-16BE"),
  ]

  /// The encoding in the XML declaration, as those who write it mean it. A file that says UTF-16
  /// without being so was converted since.
  private static func declared(in start: UnsafeRawBufferPointer) -> String? {
    let head = String(decoding: start.prefix(200), as: UTF8.self)
    guard let declaration = head.firstMatch(of: /<\?xml[^>]*?encoding\s*=\s*["']([^"'>]+)["']/)
    else { return nil }
    let name = declaration.1.lowercased()
    if name.hasPrefix("utf") || name.hasPrefix("ucs") || name.hasPrefix("unicode") { return nil }
    return meant[name] ?? String(declaration.1)
  }

  private static let meant = [
    "us-ascii": "UTF-8", "ascii": "UTF-8", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
    "gb2312": "GB18030", "gbk": "GB18030",
  ]

  /// Takes control characters out, tabs and line ends aside.
  private func withoutControls(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard text.bindMemory(to: UInt8.self).hasSuspect({ Self.isControl($1) }) else { return text }
    if clean.count < text.count {
      clean.deallocate()
      clean = .allocate(byteCount: text.count, alignment: 16)
    }
    var count = 0
    for byte in text where !Self.isControl(byte) {
      clean[count] = byte
      count += 1
    }
    controls += text.count - count
    return UnsafeRawBufferPointer(rebasing: clean[..<count])
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
