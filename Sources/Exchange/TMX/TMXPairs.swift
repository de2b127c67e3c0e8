// The bilingual units of a `tu`: its source variant with each of the others.
public import Bitext

/// Which two languages of a file of several are wanted; by default its own source language, and
/// every other.
public struct LanguageChoice: Hashable, Sendable {
  /// The language to translate from.
  public var source: Language?
  /// The language to translate into.
  public var target: Language?

  /// The languages given.
  public init(source: Language? = nil, target: Language? = nil) {
    self.source = source
    self.target = target
  }
}

/// Why a unit of a file, or a pair of its variants, was not taken.
public enum NotTaken: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  /// It has text in one language only.
  case oneLanguage = "one-language"
  /// One of its sides has neither text nor codes.
  case emptySide = "empty-side"
  /// It is not in the languages asked for.
  case otherLanguages = "other-languages"
  /// What it states as its language means none.
  case unknownLanguage = "unknown-language"
  /// It is there already, word for word.
  case alreadyThere = "already-there"
  /// The memory has another translation of its source text, which was to be kept.
  case otherTranslation = "other-translation"

  /// The reason in a few words, to stand after a number.
  public var words: String {
    switch self {
    case .oneLanguage: "in one language only"
    case .emptySide: "with an empty side"
    case .otherLanguages: "not in the languages asked for"
    case .unknownLanguage: "in a language that its code does not tell"
    case .alreadyThere: "there already"
    case .otherTranslation: "whose source text has another translation there"
    }
  }
}

extension TMXUnit {
  /// The variant translated from and those translated into, by their places.
  struct Pairing {
    var source = 0
    var targets: [Int] = []
    var leftOut: [NotTaken] = []
    /// Whether no variant is in the source language that the file states.
    var lacksSource = false
  }

  /// Who is paired with whom, texts apart.
  /// - Parameter sourceLanguage: of units that state none.
  func pairing(_ choice: LanguageChoice, sourceLanguage: Language?) -> Pairing {
    let known = variants.indices.filter { variants[$0].language != nil }
    let unknown = [NotTaken](repeating: .unknownLanguage, count: variants.count - known.count)
    func nothing(_ reason: NotTaken) -> Pairing { Pairing(leftOut: unknown + [reason]) }
    guard known.count > 1 else { return nothing(known.isEmpty ? .unknownLanguage : .oneLanguage) }
    let own = sourceCode.flatMap { Language.inExchange($0) } ?? sourceLanguage
    guard
      let source = place(of: choice.source ?? own, in: known)
        ?? (choice.source == nil ? known[0] : nil)
    else { return nothing(.otherLanguages) }
    let targets = known.filter { place in
      place != source
        && (choice.target.map { variants[place].language!.answers(to: $0) } ?? true)
    }
    guard !targets.isEmpty else { return nothing(.otherLanguages) }
    let lacksSource =
      choice.source == nil && own.map { !variants[source].language!.answers(to: $0) } ?? false
    return Pairing(source: source, targets: targets, leftOut: unknown, lacksSource: lacksSource)
  }

  /// The variant in a language, the very tag before another of the same language.
  private func place(of language: Language?, in places: [Int]) -> Int? {
    guard let language else { return nil }
    return places.first { variants[$0].language == language }
      ?? places.first { variants[$0].language!.answers(to: language) }
  }
}

extension Language {
  /// Whether it is the language meant, one of the two tags saying more than the other: `en-US` for
  /// `en`, not `en-GB` for `en-US`.
  func answers(to other: Language) -> Bool {
    func agree(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }
    if tag == other.tag { return true }
    return hasCode(of: other) && agree(likelyScript, other.likelyScript)
      && agree(region, other.region)
  }

  /// Whether both have the same primary subtag: `zh` of `zh-CN` and `zh-Hans`.
  func hasCode(of other: Language) -> Bool {
    let hyphen = UInt8(ascii: "-")
    var (own, others) = (tag.utf8.makeIterator(), other.tag.utf8.makeIterator())
    while true {
      let (byte, another) = (own.next() ?? hyphen, others.next() ?? hyphen)
      if byte != another { return false }
      if byte == hyphen { return true }
    }
  }

  /// The script stated, or of Chinese the one that is usual in the region.
  private var likelyScript: String? {
    guard script == nil, code == "zh", let region else { return script }
    return ["TW", "HK", "MO"].contains(region) ? "Hant" : "Hans"
  }
}
