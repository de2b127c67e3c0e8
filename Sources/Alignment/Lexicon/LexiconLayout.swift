/// Where things lie in a compiled lexicon; both the writer and the reader go by it.
struct LexiconLayout {
  static let magic: UInt32 = 0x4C58_5442  // "BTXL"
  static let version: UInt32 = 1
  static let headerWords = 16
  static let entryWords = 5

  /// The words of an entry.
  enum Field: Int {
    case headwordStart, headwordCount, glossStart, glossCount, readings
  }

  var headwordTag = ""
  var glossTag = ""
  var longestHeadword = 0
  var bucketCount = 0
  var entryCount = 0
  var glossCount = 0
  var stringCount = 0
  var scalarCount = 0
  var byteCount = 0

  private var buckets: Int { Self.headerWords }
  private var entries: Int { buckets + bucketCount }
  private var glosses: Int { entries + entryCount * Self.entryWords }
  private var strings: Int { glosses + glossCount * 2 }
  private var scalars: Int { strings + stringCount + 1 }
  private var bytesStart: Int { (scalars + scalarCount) * 4 }
  private var totalBytes: Int { bytesStart + (byteCount + 3) / 4 * 4 }

  // MARK: Header

  /// The header's words; the checksum of what follows is the third.
  func header(checksum: UInt32) -> [UInt32] {
    var words: [UInt32] = [Self.magic, Self.version, checksum]
    words += Self.packed(headwordTag) + Self.packed(glossTag)
    words += [
      longestHeadword, bucketCount, entryCount, glossCount, stringCount, scalarCount, byteCount,
    ].map(UInt32.init)
    return words + [UInt32](repeating: 0, count: Self.headerWords - words.count)
  }

  init() {}

  /// `nil` unless the bytes are a lexicon of this version, whole and undamaged.
  init?(reading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerWords * 4, bytes.count % 4 == 0 else { return nil }
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.load(fromByteOffset: index * 4, as: UInt32.self))
    }
    guard word(0) == Self.magic, word(1) == Self.version else { return nil }
    headwordTag = Self.unpacked([word(3), word(4)])
    glossTag = Self.unpacked([word(5), word(6)])
    longestHeadword = Int(word(7))
    bucketCount = Int(word(8))
    entryCount = Int(word(9))
    glossCount = Int(word(10))
    stringCount = Int(word(11))
    scalarCount = Int(word(12))
    byteCount = Int(word(13))
    guard bytes.count == totalBytes,
      word(2) == Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[(Self.headerWords * 4)...]))
    else { return nil }
  }

  /// A sum that any changed word changes; no defence against malice.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in bytes.bindMemory(to: UInt32.self) {
      sum = (sum ^ UInt64(word)) &* 0x0000_0100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: sum ^ (sum >> 32))
  }

  private static func packed(_ tag: String) -> [UInt32] {
    let bytes = Array(tag.utf8.prefix(8)) + [UInt8](repeating: 0, count: 8)
    return [0, 4].map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
  }

  private static func unpacked(_ words: [UInt32]) -> String {
    let bytes = words.flatMap { word in (0..<4).map { UInt8(word >> UInt32(8 * $0) & 0xFF) } }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  // MARK: Body

  /// The scalars of a headword, in place.
  typealias Scalars = UnsafeBufferPointer<UInt32>

  /// FNV's low bits are weak; the table takes the mixed ones.
  static func spread(_ hash: UInt32) -> UInt32 { hash ^ (hash >> 15) }

  private func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    Int(bytes.load(fromByteOffset: index * 4, as: UInt32.self))
  }

  func bucket(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int { word(bytes, buckets + index) }

  func entry(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ field: Field) -> Int {
    word(bytes, entries + index * Self.entryWords + field.rawValue)
  }

  func headword(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Scalars {
    let start = (scalars + entry(bytes, index, .headwordStart)) * 4
    let end = start + entry(bytes, index, .headwordCount) * 4
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end]).bindMemory(to: UInt32.self)
  }

  /// For each character of the basic plane, the length of the longest headword that it begins.
  func longestByFirst(_ bytes: UnsafeRawBufferPointer) -> [UInt16] {
    var longest = [UInt16](repeating: 0, count: 0x10000)
    for index in 0..<entryCount {
      let word = headword(bytes, index)
      guard let first = word.first, first < 0x10000 else { continue }
      longest[Int(first)] = max(longest[Int(first)], UInt16(clamping: word.count))
    }
    return longest
  }

  func gloss(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> (word: Int, probability: Float) {
    let at = (glosses + index * 2) * 4
    return (
      Int(bytes.load(fromByteOffset: at, as: UInt32.self)),
      Float(bitPattern: bytes.load(fromByteOffset: at + 4, as: UInt32.self))
    )
  }

  func string(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> String {
    let start = word(bytes, strings + index)
    let end = word(bytes, strings + index + 1)
    return String(decoding: bytes[(bytesStart + start)..<(bytesStart + end)], as: UTF8.self)
  }
}
