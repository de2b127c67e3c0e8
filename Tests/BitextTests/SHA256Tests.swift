// The digests of FIPS 180-4's own examples, and that the pieces bytes arrive in do not matter.
import Bitext
import CDigest
import Testing

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func digest(text: String, expected: String) {
    #expect(SHA256.hex(of: text.utf8) == expected)
  }

  @Test func everyLengthInAnyPieces() {
    for length in 0..<200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      var digest = SHA256()
      for cut in stride(from: 0, to: length, by: 7) {
        digest.update(bytes[cut..<min(cut + 7, length)])
        _ = digest.hex
      }
      #expect(digest.hex == SHA256.hex(of: bytes))
    }
  }

  /// The processor's instructions and plain C agree, whichever this machine has.
  @Test func everyProcessor() {
    let blocks = (0..<64 * 9).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 7) }
    var (fast, plain) = ((0..<8).map(UInt32.init), (0..<8).map(UInt32.init))
    cdigest_sha256(&fast, blocks, 9)
    cdigest_sha256_plain(&plain, blocks, 9)
    #expect(fast == plain)
  }
}
