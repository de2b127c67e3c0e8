public import Bitext

/// A form in which dictionaries are written in one text file, an entry a line. A new form is one
/// file that conforms and one line in `DictionaryForms.form(of:)`. Dictionaries of two files are
/// `Dictd`'s.
protocol DictionaryForm {
  /// The languages of headwords and glosses, where the file says them.
  var languages: LanguagePair? { get }
  /// Adds what a line says that is no comment; `false` when it is not an entry.
  mutating func add(_ line: Substring, to builder: inout LexiconBuilder) -> Bool
}

/// The language of a dictionary's headwords and that of its glosses.
public struct LanguagePair: Hashable, Sendable, CustomStringConvertible {
  /// The headwords' language.
  public var from: Language
  /// The glosses' language.
  public var to: Language

  /// Two languages.
  public init(from: Language, to: Language) {
    self.from = from
    self.to = to
  }

  /// The two language codes, as lexicon files are named: `de-en`.
  public var description: String { "\(from.code)-\(to.code)" }
}

/// Telling the forms apart.
enum DictionaryForms {
  /// How many lines are looked at.
  static let looked = 60

  /// The form of a text, by its first lines; `nil` when it is none of ours.
  static func form(of text: String) -> (any DictionaryForm)? {
    let first = Array(lines(text).lazy.filter { !isComment($0) }.prefix(looked))
    return MeasuredTable(header: text) ?? Cedict(first) ?? HunalignDictionary(first)
      ?? TabbedDictionary(first)
  }

  /// The lines of a text, without their ends. O(n).
  static func lines(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0)
    }
  }

  /// Whether a line says nothing to any form.
  static func isComment(_ line: Substring) -> Bool {
    line.utf8.first == UInt8(ascii: "#") || line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether more than half of these lines are of a form.
  static func most(of lines: [Substring], _ isOfForm: (Substring) -> Bool) -> Bool {
    lines.count(where: isOfForm) * 2 > lines.count
  }
}
