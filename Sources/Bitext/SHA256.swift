/// SHA-256 (FIPS 180-4, section 6.2) over bytes that arrive in pieces: it names an original file
/// and an exported one, so that anyone can check that it is the same file.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet; fewer than 64.
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  /// The digest of no bytes yet.
  public init() {}

  /// The digest of these bytes: 64 lower-case hexadecimal digits.
  public static func hex(of bytes: some Collection<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hex
  }

  /// Takes in the next bytes. O(n).
  public mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ absorb($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { absorb($0) }
    }
  }

  /// The digest of the bytes so far, as 64 lower-case hexadecimal digits. More may follow.
  public var hex: String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The digest of the bytes so far, as eight words, most significant first. More may follow.
  public var words: [UInt32] {
    var last = self
    let zeros = (119 - Int(count % 64)) % 64
    let length = (0..<8).map { UInt8(truncatingIfNeeded: (count << 3) >> (56 - 8 * $0)) }
    last.update([0x80] + [UInt8](repeating: 0, count: zeros) + length)
    return last.state
  }

  private mutating func absorb(_ bytes: UnsafeBufferPointer<UInt8>) {
    count += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let head = rest.prefix(64 - pending.count)
      pending += head
      rest = rest.dropFirst(head.count)
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBufferPointer { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / 64 * 64
    compress(UnsafeBufferPointer(rebasing: rest.prefix(whole)))
    pending += rest.dropFirst(whole)
  }

  private mutating func compress(_ blocks: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for start in stride(from: 0, to: blocks.count, by: 64) {
        Self.schedule(blocks, start, into: words)
        mix(words)
      }
    }
  }

  private static func schedule(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
    into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    let block = UnsafeRawBufferPointer(bytes)
    for i in 0..<16 {
      words[i] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: start + 4 * i, as: UInt32.self))
    }
    for i in 16..<64 {
      let (a, b) = (words[i - 15], words[i - 2])
      let small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      words[i] = words[i - 16] &+ small0 &+ words[i - 7] &+ small1
    }
  }

  private mutating func mix(_ words: UnsafeMutableBufferPointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    Self.constants.withUnsafeBufferPointer { constants in
      for i in 0..<64 {
        let large1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
        let first = h &+ large1 &+ ((e & f) ^ (~e & g)) &+ constants[i] &+ words[i]
        let large0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
        let second = large0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ second)
      }
    }
    for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= value }
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word >> bits) | (word << (32 - bits))
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
