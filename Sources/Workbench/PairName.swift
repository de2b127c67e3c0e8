internal import Bitext
internal import Foundation

extension TextFiles {
  /// What the document pair is called when nobody says: the target's file name without its ending
  /// and a language at its start or end, `press` for `press.en.txt` and `press-英文.txt`; the
  /// folder's name when nothing else is left, as for `press/en.txt`.
  public var defaultName: String {
    let path = target.first ?? "-"
    let file = URL(fileURLWithPath: path == "-" ? source[0] : path)
    let stem = FileStem(file.lastPathComponent, languageWords).stem
    return stem.isEmpty ? file.deletingLastPathComponent().lastPathComponent : stem
  }

  /// How file names state the languages of these texts, and on which side, if on one of them.
  var languageWords: [String: Side?] {
    let sides: [(Side, Language)] = [(.source, usualLanguages.from), (.target, usualLanguages.to)]
    func side(_ code: String) -> Side? { sides.first { $0.1.code == code }?.0 }
    var words: [String: Side?] = [
      "中文": side("zh"), "英文": side("en"), "原文": .source, "译文": .target,
    ]
    for (side, language) in sides {
      for word in [language.code, language.tag.lowercased()] { words[word] = side }
    }
    return words
  }
}

/// A file's name taken apart: `press.en.txt` is `press` on the English side.
struct FileStem {
  /// The name without its ending and its language; empty when nothing else is left.
  let stem: String
  /// The side whose language the name states.
  let side: Side?

  init(_ name: String, _ words: [String: Side?]) {
    let bare = (name as NSString).deletingPathExtension
    let longestFirst = words.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
    func find(_ rest: (String) -> String?) -> (String, Side?)? {
      for (word, side) in longestFirst {
        if let stem = rest(word) { return (stem, side) }
      }
      return nil
    }
    (stem, side) =
      find { Self.rest(of: name, beforeFinal: $0) } ?? find { Self.rest(of: bare, beforeFinal: $0) }
      ?? find { Self.rest(of: bare, afterInitial: $0) } ?? (bare, nil)
  }

  private static let separators = [".", "_", "-"]

  private static func rest(of name: String, beforeFinal word: String) -> String? {
    let lower = name.lowercased()
    if lower == word { return "" }
    let ends = separators.contains { lower.hasSuffix($0 + word) }
    return ends ? String(name.dropLast(word.count + 1)) : nil
  }

  private static func rest(of name: String, afterInitial word: String) -> String? {
    let begins = separators.contains { name.lowercased().hasPrefix(word + $0) }
    return begins ? String(name.dropFirst(word.count + 1)) : nil
  }
}
