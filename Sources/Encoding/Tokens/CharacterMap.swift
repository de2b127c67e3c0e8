/// SentencePiece's rewriting of characters (Kudo & Richardson 2018, section 3.2): NFKC and the like,
/// as a double-array trie of what is replaced, then the replacements, each ended by a zero byte.
struct CharacterMap {
  private let units: UnsafeBufferPointer<UInt32>
  private let replacements: UnsafeBufferPointer<UInt8>

  /// `nil` unless the bytes begin with the size of a trie that they hold.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 8 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let size = Int(raw.loadUnaligned(as: UInt32.self))
    guard size > 0, size % 4 == 0, size + 4 < bytes.count else { return nil }
    units = UnsafeRawBufferPointer(rebasing: raw[4..<4 + size]).bindMemory(to: UInt32.self)
    replacements = UnsafeBufferPointer(rebasing: bytes[(4 + size)...])
  }

  /// The longest run of bytes at `start` that is replaced, and where its replacement lies; `nil` if
  /// none is. O(length of the run).
  func match(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (length: Int, replacement: Range<Int>)? {
    var longest: (length: Int, place: Int)?
    var node = Self.offset(units[0])
    for index in start..<text.count {
      node ^= Int(text[index])
      guard node < units.count, Self.label(units[node]) == UInt32(text[index]) else { break }
      let unit = units[node]
      node ^= Self.offset(unit)
      if unit >> 8 & 1 == 1, node < units.count {
        longest = (index + 1 - start, Int(units[node] & 0x7FFF_FFFF))
      }
    }
    guard let longest, longest.place < replacements.count else { return nil }
    let end = replacements[longest.place...].firstIndex(of: 0) ?? replacements.count
    return (longest.length, longest.place..<end)
  }

  /// The bytes of a replacement.
  func bytes(_ replacement: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    replacements[replacement]
  }

  // A unit of the double array (Yata's darts-clone): the label, whether a value hangs on it, and how
  // far away its children are.
  private static func label(_ unit: UInt32) -> UInt32 { unit & 0x8000_00FF }
  private static func offset(_ unit: UInt32) -> Int { Int((unit >> 10) << ((unit & 0x200) >> 6)) }
}
