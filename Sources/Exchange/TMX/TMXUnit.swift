// A `tu` as the file has it: any number of variants, each in its language.
internal import Bitext

struct TMXUnit {
  /// The line its tag begins in.
  var line = 0
  /// Its identifier and the texts of its variants in UTF-8, one after the other.
  private(set) var words: [UInt8] = []
  /// Where the identifier stands in `words`; empty when it has none.
  var id = 0..<0
  /// The source language if it states one, as it is spelled there.
  var sourceCode: String?
  var stamp = TMXStamp()
  var comment: String?
  var status: Status?
  var confidence: Double?
  var speaker: String?
  /// What has no field above.
  var part = Carried.Part()
  var variants: [Variant] = []

  /// A `tuv` with its `seg`.
  struct Variant {
    /// The language as it is spelled there.
    var code = ""
    /// The language, `nil` when the spelling means none.
    var language: Language?
    var stamp = TMXStamp()
    /// What has no field here.
    var part = Carried.Part()
    /// Where the text without codes stands in the unit's words.
    var text = 0..<0

    /// Whether it has neither text nor codes.
    var isBlank: Bool { text.isEmpty && part.markup == nil }
  }

  /// Takes words in, and says where they stand.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = words.count
    words.append(contentsOf: bytes)
    return start..<words.count
  }

  /// The words that stand there.
  func text(_ range: Range<Int>) -> String { String(decoding: words[range], as: UTF8.self) }

  /// Forgets all, and keeps the room for the next unit.
  mutating func clear() {
    words.removeAll(keepingCapacity: true)
    variants.removeAll(keepingCapacity: true)
    (id, sourceCode, comment, status, confidence, speaker) = (0..<0, nil, nil, nil, nil, nil)
    stamp = TMXStamp()
    part.remarks.removeAll(keepingCapacity: true)
    if !part.attributes.isEmpty { part.attributes = [:] }
  }
}

/// When a unit or variant was made and changed, and who changed it.
struct TMXStamp {
  var created: Int?
  var changed: Int?
  var author: String?
}
