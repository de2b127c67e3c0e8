internal import Bitext

/// Finds speaker labels at the start of paragraphs: `曹淑敏：`, `Cao Shumin:`.
///
/// A label is a short name before a colon. What follows must be nothing, or end like a sentence:
/// so `Global Governance: A New Idea` stays a heading. A name that could as well be another word
/// counts only when it stands before a colon twice in the document. The words are in `LabelWords`.
enum SpeakerLabels {
  /// How sure the form of a name is.
  private enum Form { case sure, likely }

  /// Fills in the labels of paragraphs.
  static func mark(_ paragraphs: inout [Paragraph], in text: String) {
    var found: [(index: Int, name: String, length: Int, form: Form)] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard let label = candidate(text.slice(paragraph.range)) else { continue }
      found.append((index, label.name, label.length, label.form))
    }
    var counts: [String: Int] = [:]
    for label in found { counts[label.name, default: 0] += 1 }
    for label in found where label.form == .sure || counts[label.name, default: 0] > 1 {
      let start = paragraphs[label.index].range.lowerBound
      paragraphs[label.index].label = start..<start + label.length
    }
  }

  /// Whether a line begins, by its form alone, with a label.
  static func begin(_ line: String) -> Bool { candidate(line)?.form == .sure }

  /// Whether a line is, by its form alone, nothing but a label.
  static func isLabel(_ line: String) -> Bool {
    guard let label = candidate(line) else { return false }
    return label.form == .sure && label.length == line.utf8.count
  }

  /// The name in a label, without the colon.
  static func name(_ label: String) -> String { trimmed(label.dropLast()) }

  private static func candidate(_ text: String) -> (name: String, length: Int, form: Form)? {
    let head = text.prefix(LabelWords.longest + 1)
    guard let colon = head.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let rest = text[text.index(after: colon)...]
    let name = trimmed(text[..<colon])
    guard !rest.hasPrefix("//"), rest.isEmpty || endsLikeSpeech(rest, after: text[colon], name),
      let form = form(name)
    else { return nil }
    return (name, text[...colon].utf8.count, form)
  }

  /// After an ASCII colon of a Latin name comes a space; what is said ends like a sentence.
  private static func endsLikeSpeech(
    _ rest: Substring, after colon: Character, _ name: String
  ) -> Bool {
    let spaced = rest.first?.isWhitespace == true
    return (spaced || colon == "：" || name.hasHan) && String(rest).endsSentence
  }

  private static func form(_ name: String) -> Form? {
    name.hasHan ? chineseForm(name) : latinForm(name)
  }

  private static func chineseForm(_ name: String) -> Form? {
    guard name.allSatisfy({ $0.isLetter || $0 == "·" || $0 == " " }) else { return nil }
    if LabelWords.chineseQuestionAndAnswer.contains(name) { return .sure }
    guard name.count >= 2, !LabelWords.chineseNever.contains(name),
      !LabelWords.chineseNeverFirst.contains(where: name.hasPrefix),
      !LabelWords.chineseNeverLast.contains(where: name.hasSuffix)
    else { return nil }
    if LabelWords.chineseRoles.contains(where: name.hasSuffix) || name.contains("·") {
      return .sure
    }
    let isPerson =
      (3...4).contains(name.count) && LabelWords.doubleSurnames.contains(String(name.prefix(2)))
      || (2...3).contains(name.count) && LabelWords.surnames.contains(name[name.startIndex])
    if isPerson { return .sure }
    return name.count <= 8 ? .likely : nil
  }

  private static func latinForm(_ name: String) -> Form? {
    if LabelWords.latinQuestionAndAnswer.contains(name) { return .sure }
    let words = name.split(separator: " ").map(String.init)
    guard (1...8).contains(words.count), let first = words.first,
      !LabelWords.latinNever.contains(name.lowercased()),
      !LabelWords.latinNeverFirst.contains(first.lowercased())
    else { return nil }
    let connectives = words.count { LabelWords.connectives.contains($0) }
    let capitalised = words.count { isCapitalised($0) }
    guard connectives + capitalised == words.count, capitalised > 0 else { return nil }
    if words.contains(where: { LabelWords.latinRoles.contains($0.lowercased()) }) { return .sure }
    if words.count == 1 { return name.count > 1 && name == name.uppercased() ? .sure : .likely }
    return words.count <= 4 && connectives == 0 ? .sure : .likely
  }

  private static func isCapitalised(_ word: String) -> Bool {
    word.first?.isUppercase == true
      && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }
}

extension String {
  /// Whether any character is a Chinese one.
  var hasHan: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }

  /// Whether the text ends like a sentence, closing quotes and brackets aside.
  var endsSentence: Bool {
    guard let last = last(where: { !"”’\"')）」』》]】 ".contains($0) }) else { return false }
    return ".?!。？！…；;".contains(last)
  }
}
