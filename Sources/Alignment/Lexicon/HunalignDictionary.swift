/// hunalign's dictionaries (Varga et al. 2005), `target phrase @ source phrase` a line. They do not
/// say their languages.
struct HunalignDictionary: DictionaryForm {
  let languages: LanguagePair? = nil

  /// `nil` when the lines are of another form.
  init?(_ first: [Substring]) {
    guard DictionaryForms.most(of: first, { Self.phrases($0) != nil }) else { return nil }
  }

  func add(_ line: Substring, to builder: inout LexiconBuilder) -> Bool {
    guard let (source, target) = Self.phrases(line) else { return false }
    builder.add(source, glosses: [target])
    return true
  }

  private static func phrases(_ line: Substring) -> (source: String, target: String)? {
    let sides = line.split(separator: " @ ", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let (target, source) = (sides[0].trimmed, sides[1].trimmed)
    return target.isEmpty || source.isEmpty ? nil : (source, target)
  }
}

extension Substring {
  /// Without white space at both ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...last])
  }
}
