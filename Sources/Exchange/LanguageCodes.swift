// How a language is spelled in an exchange file: importers know regions (`zh-CN`), not scripts.
// OmegaT takes the `Hans` of `zh-Hans` for a country, and Trados matches regional codes only.
internal import Bitext

extension Language {
  /// The regional code of languages that do not state a region.
  private static let regional = [
    "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-US",
  ]

  /// The code importers expect: `zh-CN` for `zh-Hans`, `zh-HK` for `zh-Hant-HK`; a language
  /// without a usual region keeps its tag.
  var regionalCode: String {
    if let code = Self.regional[tag] { return code }
    return region.map { "\(code)-\($0)" } ?? tag
  }
}

/// The codes of the languages that a file has, each found once.
struct RegionalCodes {
  private var known: [(language: Language, code: String)] = []

  mutating func code(of language: Language) -> String {
    if let same = known.first(where: { $0.language == language }) { return same.code }
    let code = language.regionalCode
    if known.count < 100 { known.append((language, code)) }
    return code
  }
}
