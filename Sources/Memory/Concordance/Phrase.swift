public import Bitext

/// Where a text holds what was looked for.
public struct Mark: Hashable, Sendable, Codable {
  /// How near the text is to what was looked for.
  public enum Form: String, Hashable, Sendable, Codable {
    /// Written as it was looked for; case aside, if that had no capital letter.
    case same
    /// The same words in another form: `laws` for `law`.
    case inflected
    /// Told apart by what search does not: script, width, quotation marks, spaces, hyphens.
    case folded
    /// On the other side: what probably renders it.
    case rendering
  }

  /// On which side.
  public var side: Side
  /// Its place in the side's text, in UTF-8 bytes.
  public var range: Range<Int>
  /// How near it is.
  public var form: Form
}

/// A text to look for, cut by the rules of one language.
struct Phrase {
  let keys: [SearchToken.Key]
  private let tokens: [SearchToken]
  private let text: [UInt8]
  private let hasCapitals: Bool

  init(_ text: String, by cutter: SearchTokens) {
    self.text = Array(text.utf8)
    tokens = cutter.tokens(of: text)
    keys = tokens.map(\.key)
    hasCapitals = text.contains(where: \.isUppercase)
  }

  /// Where a text holds the phrase, none overlapping. O(n · phrase), in practice O(n).
  func marks(in bytes: UnsafeBufferPointer<UInt8>, _ found: [SearchToken], _ side: Side) -> [Mark] {
    var marks: [Mark] = []
    var start = 0
    while !keys.isEmpty, start + keys.count <= found.count {
      guard stands(at: start, in: found), agrees(found[start...], bytes) else {
        start += 1
        continue
      }
      let last = found[start + keys.count - 1]
      let range = Int(found[start].range.lowerBound)..<Int(last.range.upperBound)
      marks.append(Mark(side: side, range: range, form: form(found[start...], bytes, range)))
      start += keys.count
    }
    return marks
  }

  @inline(__always)
  private func stands(at start: Int, in found: [SearchToken]) -> Bool {
    for place in keys.indices where found[start + place].key != keys[place] { return false }
    return true
  }

  /// Smart case: a word looked for with a capital letter wants its letters as they are, up to where
  /// the endings part.
  private func agrees(
    _ found: ArraySlice<SearchToken>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard hasCapitals else { return true }
    return zip(tokens, found).allSatisfy { wanted, there in
      guard wanted.key.isWord else { return true }
      let (one, other) = (text[wanted.range.ints], bytes[there.range.ints])
      guard one.contains(where: \.isCapital) else { return true }
      let parted = zip(one, other).first { $0 != $1 }
      return parted.map { $0.lowered != $1.lowered } ?? true
    }
  }

  private func form(
    _ found: ArraySlice<SearchToken>, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Mark.Form {
    let whole = Int(tokens[0].range.lowerBound)..<Int(tokens[tokens.count - 1].range.upperBound)
    let (wanted, there) = (
      String(decoding: text[whole], as: UTF8.self), String(decoding: bytes[range], as: UTF8.self)
    )
    if hasCapitals ? wanted == there : wanted == there.lowercased() { return .same }
    let isInflected = zip(tokens, found).contains { wanted, there in
      wanted.key.isWord
        && Self.folded(text[wanted.range.ints]) != Self.folded(bytes[there.range.ints])
    }
    return isInflected ? .inflected : .folded
  }

  private static func folded(_ word: some Collection<UInt8>) -> [UInt32] {
    let bytes = Array(word)
    return bytes.withUnsafeBufferPointer { bytes in
      var (folded, index): ([UInt32], Int) = ([], 0)
      while index < bytes.count {
        let scalar = ScannedScalar(bytes, index)
        folded.append(scalar.folded)
        index += scalar.width
      }
      return folded
    }
  }
}

extension Range<Int32> {
  fileprivate var ints: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
  fileprivate var lowered: UInt8 { isCapital ? self | 0x20 : self }
}
