internal import Glibc

/// What was made of some bytes, by those bytes: a large file says the same languages, properties and
/// users again and again. It remembers one of each of its places, so that it never grows.
struct Interned<Value> {
  private var keys = [[UInt8]](repeating: [], count: places)
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
    if keys[place].count == bytes.count, let value = values[place],
      bytes.baseAddress.map({ memcmp(keys[place], $0, bytes.count) == 0 }) ?? true
    {
      return value
    }
    let value = make(String(decoding: bytes, as: UTF8.self))
    keys[place] = Array(bytes)
    values[place] = value
    return value
  }
}
