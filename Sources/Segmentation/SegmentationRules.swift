internal import Bitext

/// How a language ends its sentences, as data. A language is one file in `Rules`, one line in
/// `rules(for:)`, and one table in the tests.
struct SegmentationRules {
  /// ICU's locale.
  var locale: String
  /// Marks of the ASCII range or of U+2000 to U+2FFF that may end a sentence where ICU sees none,
  /// or sees one only before some characters.
  var extraTerminators: Set<Unicode.Scalar> = [".", "…", "—", "–"]
  /// Those where a dash begins a turn of speech, before which ICU sees no end at `?` and `!` either.
  static let dialogueTerminators: Set<Unicode.Scalar> = [".", "…", "—", "–", "?", "!"]
  /// Words before a stop that never end a sentence: `Mr`, `e.g`.
  var titles: Set<String> = []
  /// Words before a stop that end none before a number: `No`, `Fig`.
  var numbered: Set<String> = []
  /// Words before a stop that may end a sentence, and do so before a starter: `Inc`, `a.m`.
  var abbreviations: Set<String> = []
  /// Words that begin a sentence far oftener than they continue an abbreviation.
  var starters: Set<String> = []
  /// Words that a single letter belongs to, so that it is no initial, in lower case: `vitamin C`.
  var lettered: Set<String> = []
  /// Brackets inside which no sentence ends: ASCII, or of U+2000 to U+3FFF or U+F000 to U+FFFF.
  var brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "〈": "〉",
  ]
  /// Brackets of titles: a terminator inside belongs to the title and ends no sentence.
  var titleClosers: Set<Unicode.Scalar> = ["》", "〉"]
  /// What goes on with the sentence after a quoted question or call: `“为什么？”的时候`.
  var continuers: [String] = []
  /// Words that go on with the sentence after an ellipsis in narration: `他想了想……就走了`.
  var connectives: [String] = []
  /// Verbs that tie a quotation to who said it.
  var speechVerbs: Set<String> = []
  /// Characters that take up a closed quotation, whatever it ended with: `「はい。」と`.
  var quoteParticles: Set<Unicode.Scalar> = []
  /// Whether a stop makes an ordinal of a number before it: `14. März`.
  var ordinals = false
  /// Whether a dash begins a turn of speech: `— Oui ? — Non.`
  var dialogueDash = false
  /// How the items of an enumeration begin, in lower case; `#` is a number: `第#，`, `first,`.
  var items: [String] = []

  /// The rules for a language, by its primary subtag.
  static func rules(for language: Language) -> SegmentationRules {
    switch language.code {
    case "zh", "yue": .chinese
    case "en": .english
    case "de": .german
    case "fr": .french
    case "es": .spanish
    case "ru": .russian
    case "ja": .japanese
    case "ko": .korean
    default: SegmentationRules(locale: language.tag)
    }
  }

  /// The words of a text.
  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
