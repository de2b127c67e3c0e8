/// The postings of neighbouring grams, as one record of the index holds them.
///
/// For each gram, all numbers in LEB128: its value less the one before, the bytes of its list, and
/// the list: the units' places in the block, each less the one before it, the first plus one.
struct PostingPage {
  private var first: Gram?
  private var last: UInt64 = 0
  private var bytes: [UInt8] = []

  /// About what fits in a page of SQLite's.
  private static let size = 3_900

  /// Whether a list of so many places should begin a new page.
  func isFull(with count: Int) -> Bool { !bytes.isEmpty && bytes.count + count > Self.size }

  mutating func append(_ gram: Gram, _ places: ArraySlice<UInt32>) {
    if first == nil { (first, last) = (gram, gram.value) }
    var list: [UInt8] = []
    list.reserveCapacity(2 * places.count)
    var before: UInt32 = .max
    for place in places {
      list.append(leb128: UInt64(place &- before))
      before = place
    }
    bytes.append(leb128: gram.value - last)
    bytes.append(leb128: UInt64(list.count))
    bytes += list
    last = gram.value
  }

  /// Gives the page away, if it holds anything, and begins anew.
  mutating func finish(_ body: (_ first: Gram, _ page: [UInt8]) throws -> Void) rethrows {
    if let first { try body(first, bytes) }
    self = PostingPage()
  }

  /// The bytes of a gram's list in a page; `nil` when the gram is not in it. O(size of the page).
  static func list(of gram: Gram, in page: UnsafeRawBufferPointer, from first: Int64) -> [UInt8]? {
    var reader = LEB128(page)
    var value = UInt64(bitPattern: first)
    while let step = reader.next(), let count = reader.next() {
      value &+= step
      guard count <= page.count - reader.index, value <= gram.value else { return nil }
      let end = reader.index + Int(count)
      if value == gram.value { return Array(page[reader.index..<end]) }
      reader.index = end
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends a number, seven bits a byte, the least significant first (DWARF 5, 7.6).
  @inline(__always)
  mutating func append(leb128 number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// Reads numbers written in LEB128.
struct LEB128<Bytes: RandomAccessCollection> where Bytes.Element == UInt8, Bytes.Index == Int {
  private let bytes: Bytes
  var index: Int

  init(_ bytes: Bytes) { (self.bytes, index) = (bytes, bytes.startIndex) }

  /// The next number; `nil` at the end, or where the bytes are damaged.
  @inline(__always)
  mutating func next() -> UInt64? {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while index < bytes.endIndex, shift < 64 {
      let byte = bytes[index]
      index += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
