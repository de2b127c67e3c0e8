public import Bitext

/// Which script a text is written in: the check that a file is in the language stated, and
/// simplified told from traditional Chinese.
extension Document {
  /// The document in the language stated, or in the one its text tells, Chinese with its script.
  public func told(_ stated: Language?) -> Document {
    var document = self
    let language = stated ?? LanguageGuess(text).language ?? .undetermined
    document.language = language.tag == "zh" ? scriptOfChinese(text) : language
    return document
  }

  /// Throws `wrongLanguage` when the letters contradict the language: a Chinese text has Chinese
  /// characters for at least a tenth of its letters, an English one for at most three tenths. Between
  /// the two, with other languages, and with fewer than eight letters, nothing is said.
  public func check(looksLike language: Language) throws(DocumentError) {
    let letters = LetterCount(text)
    guard letters.total >= 8 else { return }
    let wrong =
      switch language.code {
      case "zh": letters.han * 10 < letters.total
      case "en": letters.han * 10 > letters.total * 3
      default: false
      }
    guard !wrong else {
      throw .wrongLanguage(
        origin.fileName, stated: language, percentHan: letters.han * 100 / letters.total)
    }
  }
}

/// Chinese in simplified or traditional script, by the characters that only one of them has; plain
/// `zh` when the text has none of either. Looks at the first 200,000 bytes. Under 1 ms for a page.
public func scriptOfChinese(_ text: String) -> Language {
  var simplified = 0
  var traditional = 0
  for scalar in text.utf8.prefix(200_000).hanScalars {
    if ScriptMarks.simplified.contains(scalar) { simplified += 1 }
    if ScriptMarks.traditional.contains(scalar) { traditional += 1 }
  }
  if simplified == 0 && traditional == 0 { return .zh }
  return simplified >= traditional ? .zhHans : .zhHant
}

private enum ScriptMarks {
  static let simplified = Set(ScriptTable.simplified.unicodeScalars)
  static let traditional = Set(ScriptTable.traditional.unicodeScalars)
}

extension Substring.UTF8View {
  fileprivate var hanScalars: some Sequence<Unicode.Scalar> {
    Substring(self).unicodeScalars.lazy.filter { (0x4E00...0x9FFF).contains($0.value) }
  }
}

/// How many letters a text has, and how many of them are Chinese characters.
private struct LetterCount {
  var han = 0
  var total = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: total += 1
      case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF:
        han += 1
        total += 1
      default: break
      }
    }
  }
}
