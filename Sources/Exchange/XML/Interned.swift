/// What was made of some bytes, by those bytes: a large file says the same languages, properties and
/// users again and again. It remembers one of each of its places, so that it never grows.
struct Interned<Value> {
  /// The bytes of each place, `longest` to a place, and how many they are.
  private var keys = [UInt8](repeating: 0, count: places * longest)
  private var counts = [Int](repeating: 0, count: places)
  private var values = [Value?](repeating: nil, count: places)

  private static var places: Int { 256 }
  /// Longer ones are seldom said twice.
  private static var longest: Int { 64 }

  /// What `make` makes of a text; it is asked only for what is not remembered. O(length).
  mutating func value(of bytes: UnsafeBufferPointer<UInt8>, make: (String) -> Value) -> Value {
    guard bytes.count <= Self.longest else { return make(String(decoding: bytes, as: UTF8.self)) }
    // FNV-1a (Fowler, Noll and Vo), 32 bits.
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let place = Int(hash ^ hash >> 16) & (Self.places - 1)
    let start = place * Self.longest
    if counts[place] == bytes.count, let value = values[place], isKey(bytes, at: start) {
      return value
    }
    let value = make(String(decoding: bytes, as: UTF8.self))
    keys.replaceSubrange(start..<start + bytes.count, with: bytes)
    counts[place] = bytes.count
    values[place] = value
    return value
  }

  private func isKey(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for (place, byte) in bytes.enumerated() where keys[start + place] != byte { return false }
    return true
  }
}
