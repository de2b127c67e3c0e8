// What exchange files call languages, beyond tags: names, older codes, codes of three letters.
internal import Bitext

extension Language {
  /// The language that a code or name of an exchange file means: `EN-US`, `en_US`, `English`,
  /// `chi`, `zh-CHS`; `nil` when it means none.
  static func inExchange(_ code: String) -> Language? {
    let trimmed = code.drop { $0.isWhitespace }.prefix { !$0.isWhitespace || $0 == " " }
    let key = trimmed.lowercased().replacing("_", with: "-")
    if let tag = otherwise[key] { return Language(tag) }
    guard let language = Language(key) else { return nil }
    guard let code = otherwise[language.code] else { return language }
    return Language(code + language.tag.dropFirst(language.code.count))
  }

  private static let otherwise = [
    "english": "en", "chinese": "zh", "french": "fr", "german": "de", "spanish": "es",
    "italian": "it", "japanese": "ja", "korean": "ko", "portuguese": "pt", "russian": "ru",
    "arabic": "ar", "dutch": "nl", "polish": "pl", "turkish": "tr", "vietnamese": "vi",
    "thai": "th", "swedish": "sv", "danish": "da", "finnish": "fi", "norwegian": "no",
    "czech": "cs", "greek": "el", "hebrew": "he", "hungarian": "hu", "ukrainian": "uk",
    "indonesian": "id", "hindi": "hi",
    "simplified chinese": "zh-Hans", "chinese simplified": "zh-Hans",
    "chinese (simplified)": "zh-Hans", "chinese (china)": "zh-CN", "chinese (prc)": "zh-CN",
    "traditional chinese": "zh-Hant", "chinese traditional": "zh-Hant",
    "chinese (traditional)": "zh-Hant", "chinese (taiwan)": "zh-TW",
    "english (united states)": "en-US", "english (us)": "en-US",
    "english (united kingdom)": "en-GB", "english (uk)": "en-GB",
    "zh-chs": "zh-Hans", "zh-cht": "zh-Hant", "chs": "zh-Hans", "cht": "zh-Hant",
    "enu": "en-US", "eng": "en", "zho": "zh", "chi": "zh", "fra": "fr", "fre": "fr", "deu": "de",
    "ger": "de", "spa": "es", "ita": "it", "jpn": "ja", "kor": "ko", "por": "pt", "rus": "ru",
    "ara": "ar", "nld": "nl", "dut": "nl", "pol": "pl", "tur": "tr", "vie": "vi", "tha": "th",
    "swe": "sv", "dan": "da", "fin": "fi", "nor": "no", "ces": "cs", "cze": "cs", "ell": "el",
    "gre": "el", "heb": "he", "hun": "hu", "ukr": "uk", "ind": "id", "hin": "hi",
    // Withdrawn from ISO 639, still in files.
    "iw": "he", "in": "id", "ji": "yi",
  ]
}
