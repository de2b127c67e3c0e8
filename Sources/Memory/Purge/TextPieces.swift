// What texts leave behind: pieces of them, by which any byte of them that is left is found again.

/// Pieces of texts, each known by a hash of its bytes. A text is cut into pieces of a fixed length, so
/// that of a stretch of it as long as two pieces at least one whole piece is found, even where a file
/// keeps the text in parts.
struct TextPieces {
  /// A piece is four Chinese characters, or twelve letters.
  static let length = 12
  /// Shorter texts than two Chinese characters are parts of any other text.
  static let shortest = 6

  /// The hashes of the pieces, by their length.
  private(set) var hashes: [Int: Set<UInt64>] = [:]
  /// How many texts were taken apart.
  private(set) var texts = 0
  /// How many were too short.
  private(set) var tooShort = 0

  /// How many pieces there are.
  var count: Int { hashes.values.reduce(0) { $0 + $1.count } }

  /// Takes a text apart. O(length).
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Takes bytes apart.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.shortest else {
      tooShort += bytes.isEmpty ? 0 : 1
      return
    }
    texts += 1
    let length = min(bytes.count, Self.length)
    for start in stride(from: 0, through: bytes.count - length, by: length) {
      let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
      hashes[length, default: []].insert(RollingHash.of(piece))
    }
  }

  /// The pieces that stand in some bytes. O(bytes) for each length.
  func found(in bytes: UnsafeRawBufferPointer) -> TextPieces {
    var found = TextPieces()
    for (length, wanted) in hashes where bytes.count >= length {
      let screen = HashScreen(wanted)
      var hash = RollingHash(length: length)
      for index in bytes.indices {
        hash.push(bytes[index], dropping: index >= length ? bytes[index - length] : 0)
        guard index >= length - 1, screen.mayHold(hash.value), wanted.contains(hash.value) else {
          continue
        }
        found.hashes[length, default: []].insert(hash.value)
      }
    }
    return found
  }

  mutating func formUnion(_ other: TextPieces) {
    for (length, hashes) in other.hashes { self.hashes[length, default: []].formUnion(hashes) }
  }

  /// These without those of another.
  func subtracting(_ other: TextPieces) -> TextPieces {
    var left = self
    for (length, hashes) in other.hashes { left.hashes[length]?.subtract(hashes) }
    left.hashes = left.hashes.filter { !$0.value.isEmpty }
    return left
  }
}

/// A polynomial hash of the last bytes, modulo 2⁶⁴ (Karp and Rabin 1987, with an odd multiplier in
/// place of a random prime: nobody chooses the texts against it).
struct RollingHash {
  private(set) var value: UInt64 = 0
  /// What the oldest byte counts.
  private let weight: UInt64

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(length: Int) {
    weight = (1..<length).reduce(1) { weight, _ in weight &* Self.multiplier }
  }

  mutating func push(_ byte: UInt8, dropping oldest: UInt8) {
    value = (value &- UInt64(oldest) &* weight) &* Self.multiplier &+ UInt64(byte)
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.reduce(0) { $0 &* multiplier &+ UInt64($1) }
  }
}

/// Says quickly of most hashes that they are not in a set: one bit for each.
private struct HashScreen {
  private var bits: [UInt64]
  private let mask: UInt64

  init(_ hashes: Set<UInt64>) {
    let size = 1 << max(10, 64 - (hashes.count * 16).leadingZeroBitCount)
    bits = Array(repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
    for hash in hashes {
      let place = Self.mixed(hash) & mask
      bits[Int(place >> 6)] |= 1 << (place & 63)
    }
  }

  func mayHold(_ hash: UInt64) -> Bool {
    let place = Self.mixed(hash) & mask
    return bits[Int(place >> 6)] & (1 << (place & 63)) != 0
  }

  private static func mixed(_ hash: UInt64) -> UInt64 { hash ^ hash >> 32 }
}
