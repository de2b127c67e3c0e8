internal import Bitext

/// A dictionary as it was read, its form told by its content: CC-CEDICT, a table of measured
/// translations, hunalign's, a table of two columns, or dictd's two files.
public struct DictionaryFile {
  fileprivate enum Content {
    case text(String, any DictionaryForm)
    case dictd(index: String, Dictd)
  }

  fileprivate let content: Content

  /// A dictionary in one text file; `path` is for messages.
  /// - Throws: `LexiconError` when the text is of no form known here. O(n).
  public init(_ text: String, path: String) throws(LexiconError) {
    guard let form = DictionaryForms.form(of: text) else { throw .unknownForm(path) }
    content = .text(text, form)
  }

  /// dictd's index, and its articles as their file is, compressed or not. The paths are for
  /// messages, and the index's name may say the languages.
  /// - Throws: `LexiconError` when the articles are damaged. O(n).
  public init(
    index: String, path: String, articles: [UInt8], articlesPath: String
  ) throws(LexiconError) {
    content = .dictd(
      index: index, try Dictd(articles: articles, index: path, path: articlesPath))
  }

  /// Whether a text is the index of a dictionary whose articles are in another file.
  public static func isIndex(_ text: String) -> Bool { Dictd.isIndex(text) }

  /// The languages, where the dictionary says them.
  public var languages: LanguagePair? {
    switch content {
    case .text(_, let form): form.languages
    case .dictd(_, let dictd): dictd.languages
    }
  }
}

extension LexiconBuilder {
  /// Adds a whole dictionary. O(n).
  /// - Returns: how many lines were not entries.
  /// - Throws: `LexiconError` when it turns out to be damaged.
  public mutating func add(_ dictionary: DictionaryFile) throws(LexiconError) -> Int {
    switch dictionary.content {
    case .dictd(let index, let dictd): return try dictd.add(index: index, to: &self)
    case .text(let text, var form):
      return DictionaryForms.lines(text).count { line in
        !DictionaryForms.isComment(line) && !form.add(line, to: &self)
      }
    }
  }
}

extension LexiconError {
  fileprivate static func unknownForm(_ path: String) -> LexiconError {
    LexiconError(
      path, "no dictionary of a form known here",
      fix: "give CC-CEDICT, a FreeDict index, hunalign's .dic, or lines of headword TAB gloss")
  }
}
