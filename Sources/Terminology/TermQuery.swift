public import Bitext

/// A text to look up among terms: itself, or a pattern with `*` for any characters and `?` for one.
public struct TermQuery: Sendable {
  private let text: String
  private let folded: SearchKey

  /// A text as a person types it.
  public init(_ text: String) {
    self.text = text
    folded = SearchKey(text)
  }

  /// Whether it is a pattern.
  public var isPattern: Bool {
    folded.scalars.count > 1 && folded.scalars.contains { $0 == 0x2A || $0 == 0x3F }
  }

  /// The text as keys have it: letter case, width, script, hyphens and quotation marks aside.
  public var key: String { folded.text }

  /// The pattern as SQLite's GLOB wants it, over keys; `nil` when it is none.
  public var pattern: String? {
    guard isPattern else { return nil }
    return key.replacing("[", with: "[[]")
  }

  /// The words without their endings, as each language takes them off.
  public var stems: Set<String> {
    let languages = ["en", "fr", "de", "es", "it", "pt", "nl", "ru", "sv"].compactMap {
      Language($0)
    }
    return Set(languages.compactMap { Self.keys(of: [text], $0).first?.stems })
  }

  /// How many code points may be wrong.
  public var slack: Int { folded.slack }

  /// Whether a key, in UTF-8, is this text misspelt. O(length · wrong code points).
  public func isMisspelling(_ key: UnsafeRawBufferPointer) -> Bool {
    folded.distance(to: SearchKey(key: key), atMost: slack) != nil
  }

  /// Whether a term fits the pattern. O(length of both).
  func fits(_ term: SearchKey) -> Bool {
    Self.fits(folded.scalars[...], term.scalars[...])
  }

  private static func fits(_ pattern: ArraySlice<UInt32>, _ text: ArraySlice<UInt32>) -> Bool {
    var (pattern, text) = (pattern, text)
    while let sign = pattern.first {
      pattern = pattern.dropFirst()
      if sign == 0x2A {
        return (text.startIndex...text.endIndex).contains { fits(pattern, text[$0...]) }
      }
      guard let first = text.popFirst(), sign == 0x3F || sign == first else { return false }
    }
    return text.isEmpty
  }

  /// What terms of a language are looked up by. O(texts).
  public static func keys(
    of texts: [String], _ language: Language
  ) -> [(key: String, stems: String?)] {
    let stemmer = Stemmer(language)
    return texts.map { text in
      let key = SearchKey(text).text
      guard !language.isUnspaced else { return (key, nil) }
      let stems = Word.split(text).map { stemmer.stem($0.text) }
      return (key, stems.isEmpty ? nil : stems.joined(separator: " "))
    }
  }
}
