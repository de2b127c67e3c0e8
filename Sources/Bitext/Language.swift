/// A BCP 47 language tag (RFC 5646), spelled as the standard recommends: `zh-Hans`, `en-US`.
///
/// Simplified and traditional Chinese are different languages here; they are folded together only
/// for matching.
public struct Language: Hashable, Sendable, CustomStringConvertible {
  /// The whole tag in its recommended spelling.
  public let tag: String

  /// Accepts a tag of one to eight letters or digits a subtag, `-` or `_` between; `nil` otherwise.
  public init?(_ tag: String) {
    if let usual = Self.usual.first(where: { $0.tag == tag }) {
      self = usual
      return
    }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: "_", omittingEmptySubsequences: false) }
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    self.tag = parts.enumerated().map(Self.spell).joined(separator: "-")
  }

  private static func spell(_ index: Int, _ part: Substring) -> String {
    switch (index, part.count) {
    case (0, _): part.lowercased()
    case (_, 4) where part.allSatisfy(\.isLetter):
      part.prefix(1).uppercased() + part.dropFirst().lowercased()
    case (_, 2): part.uppercased()
    default: part.lowercased()
    }
  }

  private init(known tag: String) { self.tag = tag }

  /// Chinese, the script not stated.
  public static let zh = Language(known: "zh")
  /// Chinese in simplified script.
  public static let zhHans = Language(known: "zh-Hans")
  /// Chinese in traditional script.
  public static let zhHant = Language(known: "zh-Hant")
  /// English.
  public static let en = Language(known: "en")

  /// Those that a workspace has most of: read from a million records without looking at the tag's parts.
  private static let usual = [zhHans, en, zhHant, zh]

  /// A language nobody has told.
  public static let undetermined = Language(known: "und")

  /// The primary language subtag: `zh` of `zh-Hant-TW`.
  public var code: String { String(tag.prefix { $0 != "-" }) }

  private var subtags: [String] { tag.split(separator: "-").map(String.init) }

  /// The four-letter script subtag when the tag states one: `Hant` of `zh-Hant-TW`.
  public var script: String? {
    subtags.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
  }

  /// The region subtag when the tag states one: `TW` of `zh-Hant-TW`.
  public var region: String? {
    subtags.dropFirst().first {
      ($0.count == 2 && $0.allSatisfy(\.isLetter)) || ($0.count == 3 && $0.allSatisfy(\.isNumber))
    }
  }

  /// Whether the language is written without spaces between words: segments join without one.
  public var isUnspaced: Bool { ["zh", "ja", "th", "lo", "km", "my", "yue"].contains(code) }

  public var description: String { tag }
}

extension Language: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let language = Language(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a BCP 47 language tag")
    }
    self = language
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(tag)
  }
}
