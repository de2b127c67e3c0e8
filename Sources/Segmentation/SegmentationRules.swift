internal import Bitext

/// How a language ends its sentences, as data. A language is one file in `Rules`, one line in
/// `rules(for:)`, and one table in the tests.
struct SegmentationRules {
  /// ICU's locale.
  var locale: String
  /// Marks of the ASCII range or of U+2000 to U+2FFF that may end a sentence where ICU sees none,
  /// or sees one only before some characters.
  var extraTerminators: Set<Unicode.Scalar> = [".", "…", "—"]
  /// Words before a stop that never end a sentence: `Mr`, `e.g`.
  var titles: Set<String> = []
  /// Words before a stop that end none before a number: `No`, `Fig`.
  var numbered: Set<String> = []
  /// Words before a stop that may end a sentence, and do so before a starter: `Inc`, `a.m`.
  var abbreviations: Set<String> = []
  /// Words that begin a sentence far oftener than they continue an abbreviation.
  var starters: Set<String> = []
  /// Brackets inside which no sentence ends: ASCII, or of U+2000 to U+3FFF or U+F000 to U+FFFF.
  var brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "〈": "〉",
  ]
  /// Brackets of titles: a terminator inside belongs to the title and ends no sentence.
  var titleClosers: Set<Unicode.Scalar> = ["》", "〉"]
  /// Characters that go on with the sentence after a quoted question or call: `“为什么？”的时候`.
  var continuers: Set<Unicode.Scalar> = []
  /// Verbs that tie a quotation to who said it.
  var speechVerbs: Set<String> = []
  /// Characters that take up a closed quotation, whatever it ended with: `「はい。」と`.
  var quoteParticles: Set<Unicode.Scalar> = []
  /// Whether a stop makes an ordinal of a number before it: `14. März`.
  var ordinals = false

  /// The rules for a language, by its primary subtag.
  static func rules(for language: Language) -> SegmentationRules {
    switch language.code {
    case "zh", "yue": .chinese
    case "en": .english
    case "de": .german
    case "ja": .japanese
    default: SegmentationRules(locale: language.tag)
    }
  }
}
