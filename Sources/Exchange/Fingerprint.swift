/// What a file's texts come to: their number and a hash over them in order. The writer and the
/// reader each make one; when they agree, what was written can be read. Valid in this process.
struct Fingerprint {
  private(set) var texts = 0
  private var hasher = Hasher()

  /// Takes in the next text, as UTF-8.
  mutating func add(_ text: UnsafeRawBufferPointer) {
    texts += 1
    hasher.combine(bytes: text)
    hasher.combine(UInt8(0xFF))  // stands in no UTF-8, so texts cannot run together
  }

  /// Takes in the next text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Whether both were made from the same texts in the same order.
  func agrees(with other: Fingerprint) -> Bool {
    texts == other.texts && hasher.finalize() == other.hasher.finalize()
  }
}
