public import Bitext

/// Which language a text is in, told from its letters and, where many languages share them, from its
/// commonest words. Looks at the first 50,000 bytes; nothing leaves the machine.
public struct LanguageGuess: Sendable {
  /// The language, Chinese with its script; `nil` when the text does not show it.
  public let language: Language?

  /// Tells the language of a text.
  public init(_ text: some StringProtocol) {
    let sample = String(decoding: text.utf8.prefix(50_000), as: UTF8.self)
    let letters = ScriptCount(sample)
    language =
      switch letters.script {
      case .han: scriptOfChinese(sample)
      case .kana: Language("ja")
      case .hangul: Language("ko")
      case .cyrillic: Self.slavic(sample)
      case .greek: Language("el")
      case .arabic: Language("ar")
      case .hebrew: Language("he")
      case .thai: Language("th")
      case .devanagari: Language("hi")
      case .latin: CommonWords.language(of: sample)
      case nil: nil
      }
  }

  private static func slavic(_ text: String) -> Language? {
    let ukrainian = text.unicodeScalars.contains { "іїєґ".unicodeScalars.contains($0) }
    return Language(ukrainian ? "uk" : "ru")
  }
}

/// How many letters of each script a text has.
struct ScriptCount {
  enum Script: Int, CaseIterable {
    case latin, han, kana, hangul, cyrillic, greek, arabic, hebrew, thai, devanagari
  }

  private var counts = [Int](repeating: 0, count: Script.allCases.count)

  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      if let script = Self.script(of: scalar) { counts[script.rawValue] += 1 }
    }
  }

  func count(_ script: Script) -> Int { counts[script.rawValue] }

  /// The script most of the words are in. A fifth of Chinese characters is Chinese: names and
  /// abbreviations in Latin letters stand in it, and the other way round far fewer. With kana among
  /// them they are Japanese.
  var script: Script? {
    var weights = counts
    weights[Script.han.rawValue] *= 4
    let japanese = count(.kana) * 20 >= count(.han) + count(.kana)
    if count(.kana) > 0, japanese {
      weights[Script.kana.rawValue] = 4 * (count(.kana) + count(.han))
    }
    guard let most = weights.max(), most > 0 else { return nil }
    let script = weights.firstIndex(of: most).flatMap(Script.init(rawValue:))
    return script == .han && weights[Script.kana.rawValue] == most ? .kana : script
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .kana
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x400...0x52F: .cyrillic
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x600...0x6FF: .arabic
    case 0x590...0x5FF: .hebrew
    case 0xE00...0xE7F: .thai
    case 0x900...0x97F: .devanagari
    default: nil
    }
  }
}

/// The commonest words of languages in Latin script, as data. Words of several of them (`a`, `de`,
/// `en`) count for each.
enum CommonWords {
  /// The language whose words are at least a tenth of the text's, half as many again as the next
  /// language's; `nil` otherwise.
  static func language(of text: String) -> Language? {
    var counts = [Int](repeating: 0, count: table.count)
    var total = 0
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      total += 1
      for index in languages[word, default: []] { counts[index] += 1 }
    }
    let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let (best, next) = (counts[ranked[0]], counts[ranked[1]])
    guard best > 0, best * 10 >= total, best * 2 >= next * 3 else { return nil }
    return Language(table[ranked[0]].code)
  }

  private static let languages: [Substring: [Int]] = table.enumerated().reduce(into: [:]) {
    result, entry in
    for word in entry.element.words.split(separator: " ") {
      result[word, default: []].append(entry.offset)
    }
  }

  private static let table: [(code: String, words: String)] = [
    (
      "en",
      """
      the of and to in a is that for it was on with as be by at this are from or have an they which \
      you were his not has had but we can there been if will their would she he its all who my our no
      """
    ),
    (
      "de",
      """
      der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an \
      werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
      """
    ),
    (
      "fr",
      """
      de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont \
      la avec son aux cette ou mais nous vous elle leur été ces sa ont comme être fait tout
      """
    ),
    (
      "es",
      """
      de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le \
      ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy
      """
    ),
    (
      "it",
      """
      di e il la che in a per un è del non una i si le con da della sono al dei come più ma nel lo \
      gli alla anche delle o ha su questo se essere dal ci stato era suo nella molto
      """
    ),
    (
      "pt",
      """
      de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele \
      das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
      """
    ),
    (
      "nl",
      """
      de het een en van in is dat op te zijn met voor niet aan er om ook als dan bij maar door naar \
      uit ze wordt heeft over hij nog wel worden kan deze was tot of meer worden hebben
      """
    ),
  ]
}
