internal import Bitext

/// Words, as stems, that a dictionary writes for the grammar: `to run`, `sb's house`, `sich
/// freuen`.
enum GrammarWords {
  /// Words that say nothing in a gloss.
  static func inGlosses(_ language: Language) -> Set<String> {
    language.code == "en" ? english : aroundHeadwords(language)
  }

  /// Words that may stand beside a headword of one word.
  static func aroundHeadwords(_ language: Language) -> Set<String> {
    around[language.code] ?? []
  }

  private static let english: Set<String> = [
    "a", "an", "the", "to", "of", "in", "on", "at", "for", "with", "by", "from", "be", "is", "are",
    "or", "and", "sb", "sth", "etc", "as", "that", "which", "who", "it", "one", "used", "use",
    "esp", "abbr", "see", "also", "refer", "lit", "fig", "one's", "not", "into", "up", "out",
  ]

  private static let around: [String: Set<String>] = [
    "de": [
      "sich", "etw", "jd", "jdn", "jdm", "jds", "der", "die", "das", "den", "dem", "des", "ein",
    ],
    "en": ["to", "a", "an", "the", "sb", "sth"],
    "es": ["el", "la", "los", "las", "un", "una"],
    "fr": ["le", "la", "les", "un", "une", "se"],
    "it": ["il", "lo", "la", "gli", "le", "un", "una"],
    "nl": ["de", "het", "een", "zich"],
  ]
}
