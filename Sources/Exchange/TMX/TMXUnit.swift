// A `tu` as the file has it: any number of variants, each in its language.
internal import Bitext

struct TMXUnit {
  /// The line its tag begins in.
  var line = 0
  var id: String?
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
    /// The text without codes.
    var text = ""

    /// Whether it has neither text nor codes.
    var isBlank: Bool { text.isEmpty && part.markup == nil }
  }
}

/// When a unit or variant was made and changed, and who changed it.
struct TMXStamp {
  var created: Int?
  var changed: Int?
  var author: String?
}
