/// The languages that dictionaries are found in, by ISO 639-1 and ISO 639-3: FreeDict's names use
/// the latter.
enum LanguageCodes {
  private static let table = """
    afr af ara ar bre br bul bg cat ca ces cs cym cy dan da deu de ell el eng en epo eo est et
    eus eu fas fa fin fi fra fr gla gd gle ga glg gl heb he hin hi hrv hr hun hu ind id isl is
    ita it jpn ja kha kha kor ko kur ku lat la lav lv lit lt mkd mk mlt mt nld nl nno nn nob nb
    nor no oci oc pol pl por pt ron ro rus ru san sa slk sk slv sl spa es srp sr swe sv swh sw
    tam ta tha th tur tr ukr uk vie vi wol wo yue yue zho zh
    """

  private static let short: [Substring: Substring] = {
    let codes = table.split(whereSeparator: \.isWhitespace)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: codes.count, by: 2).map {
        (codes[$0], codes[$0 + 1])
      })
  }()

  private static let known = Set(short.values)

  /// The two-letter code for a three-letter one: `de` for `deu`.
  static func short(for code: Substring) -> String? { short[code].map(String.init) }

  /// Whether dictionaries of this language are to be met.
  static func isKnown(_ code: String) -> Bool { known.contains(code[...]) }
}
