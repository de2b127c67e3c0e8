internal import Bitext

/// CC-CEDICT lines, `Traditional Simplified [pin1 yin1] /gloss/gloss/`, added to a lexicon under
/// both scripts.
struct Cedict: DictionaryForm {
  let languages: LanguagePair? = LanguagePair(from: .zh, to: .en)

  /// `nil` when no line is of this form.
  init?(_ first: [Substring]) {
    guard first.contains(where: { Self.entry($0) != nil }) else { return nil }
  }

  func add(_ line: Substring, to builder: inout LexiconBuilder) -> Bool {
    guard let entry = Self.entry(line) else { return false }
    let glosses = entry.glosses.split(separator: "/").compactMap(Self.gloss)
    for headword in Set(entry.words.map(String.init)) {
      builder.add(headword, glosses: glosses)
      if headword.unicodeScalars.count == 1 {
        let reading = Self.reading(entry.pinyin)
        if !reading.isEmpty { builder.add(headword, reading: reading) }
      }
    }
    if entry.words[0] != entry.words[1] {
      builder.add(String(entry.words[0]), spelling: String(entry.words[1]))
    }
    return true
  }

  private static func entry(_ line: Substring)
    -> (words: [Substring], pinyin: Substring, glosses: Substring)?
  {
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
      let slash = line[close...].firstIndex(of: "/")
    else { return nil }
    let words = line[..<open].split(separator: " ")
    guard words.count == 2 else { return nil }
    return (words, line[line.index(after: open)..<close], line[slash...])
  }

  /// `zhong4` as `zhong`, `lu:4` as `lu`.
  private static func reading(_ pinyin: Substring) -> String {
    pinyin.lowercased().filter { $0.isASCII && $0.isLetter }
  }

  /// A gloss without its parentheses and references; `nil` when nothing is left, or it only says
  /// where to look.
  private static func gloss(_ gloss: Substring) -> String? {
    if ["CL:", "see ", "variant of", "old variant", "also written", "erhua variant"]
      .contains(where: gloss.hasPrefix)
    {
      return nil
    }
    var depth = 0
    let bare = gloss.filter { character in
      if character == "(" || character == "[" { depth += 1 }
      defer { if character == ")" || character == "]" { depth = max(0, depth - 1) } }
      return depth == 0
    }
    let words = bare.hasPrefix("surname ") ? String(bare.dropFirst("surname ".count)) : String(bare)
    return words.contains(where: \.isLetter) || words.contains(where: \.isNumber) ? words : nil
  }
}
