/// Watches markup go by and refuses a tag with more attributes than any has: libxml2 compares each
/// with each, so that a megabyte of them would take minutes.
struct TagLimit {
  /// The most attributes of a tag. Office files have some forty, pages fewer.
  static let most = 256

  private enum Place {
    case text
    /// After `<`.
    case opening
    case tag
    /// In a value between quotation marks of this kind.
    case quoted(UInt8)
  }

  private var place = Place.text
  private var words = 0
  private var isInWord = false

  /// Takes the next bytes; false when a tag is passed the limit. O(n).
  mutating func takes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while let byte = rest.first {
      if case .text = place {
        guard let tag = rest.firstIndex(of: UInt8(ascii: "<")) else { return true }
        rest = rest[(tag + 1)...]
        place = .opening
        continue
      }
      rest = rest.dropFirst()
      take(byte)
      if words > Self.most { return false }
    }
    return true
  }

  private mutating func take(_ byte: UInt8) {
    switch (place, byte) {
    case (.opening, 0x41...0x5A), (.opening, 0x61...0x7A), (.opening, 0x80...):
      (place, words, isInWord) = (.tag, 0, true)
    case (.opening, _),
      (_, UInt8(ascii: ">")) where !isQuoted:
      place = .text
    case (.tag, UInt8(ascii: "\"")), (.tag, UInt8(ascii: "'")):
      (place, isInWord) = (.quoted(byte), false)
    case (.tag, ...0x20): isInWord = false
    case (.tag, _) where !isInWord:
      words += 1
      isInWord = true
    case (.quoted(let mark), _) where byte == mark: place = .tag
    default: break
    }
  }

  private var isQuoted: Bool { if case .quoted = place { true } else { false } }
}
