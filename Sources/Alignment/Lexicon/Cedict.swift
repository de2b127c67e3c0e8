/// CC-CEDICT lines, `Traditional Simplified [pin1 yin1] /gloss/gloss/`, added to a lexicon under
/// both scripts.
public struct Cedict {
  /// Lines that were not entries.
  public private(set) var skipped = 0

  /// A reader that has read nothing yet.
  public init() {}

  /// Adds one line; comments and blank lines are passed over.
  public mutating func add(_ line: Substring, to builder: inout LexiconBuilder) {
    if line.isEmpty || line.hasPrefix("#") { return }
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
      let slash = line[close...].firstIndex(of: "/")
    else {
      skipped += 1
      return
    }
    let words = line[..<open].split(separator: " ")
    guard words.count == 2 else {
      skipped += 1
      return
    }
    let glosses = line[slash...].split(separator: "/").compactMap(Self.gloss)
    for headword in Set(words.map(String.init)) {
      builder.add(headword, glosses: glosses)
      if headword.unicodeScalars.count == 1 {
        let reading = Self.reading(line[line.index(after: open)..<close])
        if !reading.isEmpty { builder.add(headword, reading: reading) }
      }
    }
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
