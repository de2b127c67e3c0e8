internal import Bitext

/// Segments become tokens of evidence: stems, dictionary words, numbers by value, months, and
/// punctuation classes. Chinese is cut by longest match over the glossary and the lexicon's
/// headwords; a character that begins none stands alone.
struct Tokenizer {
  private let language: Language
  private let isEnglish: Bool
  private let isJapanese: Bool
  private let isUnspaced: Bool
  private let headwords: Lexicon?
  private let terms: TermTrie
  private let stemmer: Stemmer
  private let forms: NumberForms

  /// - Parameters:
  ///   - headwords: the lexicon, when `language` is the one its headwords are in.
  ///   - terms: glossary terms of an unspaced language, matched before the headwords.
  init(language: Language, headwords: Lexicon?, terms: [String] = []) {
    self.language = language
    isEnglish = language.code == "en"
    isJapanese = language.code == "ja"
    isUnspaced = language.isUnspaced
    self.headwords = headwords
    self.terms = TermTrie(language.isUnspaced ? terms : [])
    stemmer = Stemmer(language.code)
    forms = .of(language)
  }

  /// The tokens of every segment, and after them the names that `names` hears in it.
  func tokenize(_ segments: [String], names: NameIndex? = nil) -> TokenText {
    var result = TokenText()
    for segment in segments {
      let scalars = Array(segment.unicodeScalars)
      scan(scalars) { key, kind, name in
        result.tokens.append(result.vocabulary.add(key, kind, name: name))
      }
      for name in names?.heard(in: scalars) ?? [] {
        result.tokens.append(result.vocabulary.add("~" + name, .figure))
      }
      result.endSegment()
    }
    return result
  }

  /// The tokens of a short text, as keys.
  func keys(_ text: String) -> [String] {
    var keys: [String] = []
    scan(Array(text.unicodeScalars)) { key, _, _ in keys.append(key) }
    return keys
  }

  typealias Emit = (_ key: String, _ kind: TokenKind, _ name: String?) -> Void

  private func scan(_ text: [Unicode.Scalar], _ emit: Emit) {
    var index = 0
    while index < text.count { index = step(text, index, emit) }
  }

  /// Emits what begins at an index, and gives the index after it.
  @inline(__always)
  func step(_ text: [Unicode.Scalar], _ index: Int, _ emit: Emit) -> Int {
    switch Script.of(text[index]) {
    case .space, .other: return index + 1
    case .digit: return number(text, index, emit)
    case .han: return han(text, index, emit)
    case .letter: return word(text, index, emit)
    case .mark:
      if let mark = PunctuationClass.of(text[index].narrowed) { emit(mark, .punctuation, nil) }
      return index + 1
    }
  }

  // MARK: Numbers

  private func number(_ text: [Unicode.Scalar], _ start: Int, _ emit: Emit) -> Int {
    guard var reading = Numerals.digits(text, start, decimalComma: forms.decimalComma) else {
      return start + 1
    }
    if let end = NumberForms.afterPercentSign(text, reading.end) {
      reading.isPercent = true
      reading.end = end
    } else if isJapanese, let (factor, end) = Japanese.share(text, reading.end) {
      reading = Numerals.Reading(value: reading.value * factor, isPercent: true, end: end)
    } else if isUnspaced {
      let (factor, end) = Numerals.chineseFactor(text, reading.end)
      reading.value *= factor
      reading.end = end
      if end < text.count, text[end] == "月", (1...12).contains(reading.value) {
        emit("@month" + String(Int(reading.value)), .figure, nil)
        return end + 1
      }
    } else {
      reading = forms.magnified(text, reading)
    }
    emit(reading.key, .figure, nil)
    return reading.end
  }

  // MARK: Words

  private func word(_ text: [Unicode.Scalar], _ start: Int, _ emit: Emit) -> Int {
    guard var (word, end) = Script.letters(text, start) else { return start + 1 }
    if end + 1 < text.count, text[end] == "'" || text[end] == "’",
      let (tail, tailEnd) = Script.letters(text, end + 1)
    {
      if tail != "s" { word += "'" + tail }
      end = tailEnd
    }
    let capital = text[start].properties.isUppercase
    if capital, let month = forms.months[word] {
      emit("@month" + String(month), .figure, nil)
    } else if let value = isEnglish ? Numerals.english(word) : nil {
      var reading = Numerals.Reading(value: value, end: end)
      if Numerals.isTens(value),
        let (next, nextEnd) = Script.letters(text, NumberForms.afterSpace(text, end)),
        let unit = next == "one" || next == "first"
          ? 1 : next == "second" ? 2 : Numerals.english(next), unit < 10
      {
        reading = Numerals.Reading(value: value + unit, end: nextEnd)
      }
      reading = forms.magnified(text, reading)
      emit(reading.key, .figure, nil)
      return max(end, reading.end)
    } else {
      emit(stemmer.stem(word), .word, capital ? word : nil)
    }
    return end
  }

  // MARK: Unspaced text

  private func han(_ text: [Unicode.Scalar], _ start: Int, _ emit: Emit) -> Int {
    if let length = terms.longest(text, start) {
      emit(string(text, start, length), .word, nil)
      return start + length
    }
    if isJapanese, let year = Japanese.year(text, start) {
      emit(year.key, .figure, nil)
      return year.end
    }
    if let end = chineseNumber(text, start, emit) { return end }
    let length = headwords?.longestHeadword(text, start) ?? 1
    if isJapanese, length == 1 || !Japanese.isWord(text, start, length) {
      let (words, end) = Japanese.words(text, start, isCut: headwords != nil)
      for word in words { emit(string(text, word.lowerBound, word.count), .word, nil) }
      return end
    }
    emit(string(text, start, length), .word, nil)
    return start + length
  }

  /// Reads `百分之三`, `第十八`, `三月`, `二〇二三`. A single `三` stays a word: its gloss says 3.
  private func chineseNumber(_ text: [Unicode.Scalar], _ start: Int, _ emit: Emit) -> Int? {
    if text[start] == "百", start + 3 < text.count, text[start + 1] == "分", text[start + 2] == "之" {
      guard var reading = Numerals.chinese(text, start + 3) ?? Numerals.digits(text, start + 3)
      else { return nil }
      reading.isPercent = true
      emit(reading.key, .figure, nil)
      return reading.end
    }
    let first = text[start] == "第" ? start + 1 : start
    guard first < text.count, Numerals.startsChinese(text[first]),
      let reading = Numerals.chinese(text, first)
    else { return nil }
    if reading.end < text.count, text[reading.end] == "月", (1...12).contains(reading.value) {
      emit("@month" + String(Int(reading.value)), .figure, nil)
      return reading.end + 1
    }
    guard reading.end - start > 1, longestIdiom(text, start) <= reading.end - start else {
      return nil
    }
    emit(reading.key, .figure, nil)
    return reading.end
  }

  /// `一一` and `千万` are numbers, `三三两两` is a word: the longer reading wins.
  private func longestIdiom(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    headwords?.longestHeadword(text, start) ?? 0
  }

  private func string(_ text: [Unicode.Scalar], _ start: Int, _ length: Int) -> String {
    var word = ""
    for index in start..<start + length { word.unicodeScalars.append(text[index]) }
    return word
  }
}

/// Marks that tell something about the sentence, the same in both scripts.
enum PunctuationClass {
  /// The class of a mark, full-width marks given as ASCII; `nil` when it tells nothing.
  static func of(_ mark: Unicode.Scalar) -> String? {
    switch mark {
    case "?": "?"
    case "!": "!"
    case "\"", "“", "”", "„", "«", "»", "「", "」", "『", "』": "\""
    case "《", "》", "〈", "〉": "《"
    case "(", ")": "("
    case ":": ":"
    case ";": ";"
    case "…": "…"
    case "—", "–": "—"
    case "%": "%"
    default: nil
    }
  }
}
