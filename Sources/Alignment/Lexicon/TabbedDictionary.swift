internal import Bitext

/// A table of two columns, `headword TAB gloss; gloss`. The first line may name the columns, and
/// says the languages when it names them by their codes: `de TAB en`.
struct TabbedDictionary: DictionaryForm {
  let languages: LanguagePair?
  private var header: Substring?

  /// `nil` when the lines are of another form.
  init?(_ first: [Substring]) {
    guard DictionaryForms.most(of: first, { Self.columns($0) != nil }),
      let columns = first.lazy.compactMap(Self.columns).first
    else { return nil }
    languages = Self.languages(columns)
    if languages != nil || Self.names.contains(columns.headword.lowercased()) { header = first[0] }
  }

  private static let names: Set<String> = ["headword", "source", "word", "term", "entry"]

  mutating func add(_ line: Substring, to builder: inout LexiconBuilder) -> Bool {
    if line == header {
      header = nil
      return true
    }
    guard let columns = Self.columns(line) else { return false }
    builder.add(columns.headword, glosses: columns.glosses.split(separator: ";").map(String.init))
    return true
  }

  private static func columns(_ line: Substring) -> (headword: String, glosses: String)? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
    guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else { return nil }
    return (fields[0], fields[1])
  }

  private static func languages(_ columns: (headword: String, glosses: String)) -> LanguagePair? {
    guard let from = Language(columns.headword), let to = Language(columns.glosses),
      [from, to].allSatisfy({ LanguageCodes.isKnown($0.code) })
    else { return nil }
    return LanguagePair(from: from, to: to)
  }
}
