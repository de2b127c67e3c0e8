internal import CDigest

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
    guard let start = blocks.baseAddress else { return }
    state.withUnsafeMutableBufferPointer {
      cdigest_sha256($0.baseAddress, start, blocks.count / 64)
    }
  }
}
