internal import Bitext

/// A dictionary for dictd (Faith and Martin 1997), as FreeDict makes them: an index, `headword TAB
/// offset TAB size` with numbers in base 64, into a file of articles. An article is the headword
/// with its pronunciation on the first line, and glosses, notes and examples on the others.
struct Dictd {
  let languages: LanguagePair?
  private let articles: [UInt8]
  private let path: String

  /// - Parameters:
  ///   - articles: the `.dict` file, or `.dict.dz` as it is.
  ///   - index: the path of the index, for messages; its name may say the languages
  ///     (`freedict-deu-eng.index`).
  ///   - path: the path of the articles, for messages.
  init(articles: [UInt8], index: String, path: String) throws(LexiconError) {
    if Gzip.isGzip(articles) {
      guard let inflated = Gzip.inflated(articles) else {
        throw LexiconError(
          path, "the compressed file is damaged", fix: "install or copy the dictionary again")
      }
      self.articles = inflated
    } else {
      self.articles = articles
    }
    self.path = index
    languages = Self.languages(inName: index)
  }

  /// Whether a text is an index, by its first lines.
  static func isIndex(_ text: String) -> Bool {
    let first = DictionaryForms.lines(text).prefix(DictionaryForms.looked).filter { !$0.isEmpty }
    return DictionaryForms.most(of: Array(first)) { place($0) != nil }
  }

  /// Adds every article that the index names. Returns how many lines were not entries.
  func add(index: String, to builder: inout LexiconBuilder) throws(LexiconError) -> Int {
    var skipped = 0
    for (number, line) in DictionaryForms.lines(index).enumerated() where !line.isEmpty {
      guard let (headword, range) = Self.place(line) else {
        skipped += 1
        continue
      }
      guard range.upperBound <= articles.count else {
        throw LexiconError(
          "\(path):\(number + 1)", "its article lies beyond the end of the articles",
          fix: "take both files from one package")
      }
      // What begins with 00 tells of the dictionary: 00-database-info.
      guard !headword.isEmpty, !headword.hasPrefix("00") else { continue }
      builder.add(headword) { Self.glosses(articles[range]) }
    }
    return skipped
  }

  // MARK: The index

  private static func place(_ line: Substring) -> (headword: String, range: Range<Int>)? {
    let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count >= 3, let start = number(fields[1]), let size = number(fields[2])
    else { return nil }
    return (String(Substring(fields[0])), start..<start + size)
  }

  /// A number in the digits A–Z, a–z, 0–9, +, /, the highest first.
  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard (1...6).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      number = number << 6 | value
    }
    return number
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case 0x41...0x5A: Int(digit) - 0x41
    case 0x61...0x7A: Int(digit) - 0x61 + 26
    case 0x30...0x39: Int(digit) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  /// `deu-eng` in the file's name, as FreeDict calls its dictionaries.
  private static func languages(inName path: String) -> LanguagePair? {
    let name = path.split(separator: "/").last ?? ""
    let codes = name.prefix { $0 != "." }.split(separator: "-").suffix(2)
      .compactMap(LanguageCodes.short).compactMap { Language($0) }
    return codes.count == 2 ? LanguagePair(from: codes[0], to: codes[1]) : nil
  }

  // MARK: Articles

  /// The glosses of an article: its lines after the first, but for notes, references and examples.
  static func glosses(_ article: ArraySlice<UInt8>) -> [String] {
    article.split(separator: UInt8(ascii: "\n")).dropFirst().flatMap { bytes -> [String] in
      let line = String(decoding: bytes, as: UTF8.self)[...].trimmed
      guard !asides.contains(where: line.hasPrefix) else { return [] }
      return bare(line).split { $0 == "," || $0 == ";" }.map(\.trimmed).filter { !$0.isEmpty }
    }
  }

  /// How lines begin that hold no gloss.
  private static let asides = ["\"", "Note:", "Synonym", "Antonym", "see:", "see also:", "{"]

  /// A line without what stands in brackets: grammar, subject, region; and without its number.
  private static func bare(_ line: String) -> String {
    var depth = 0
    var bare = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "(", "[", "<", "{": depth += 1
      case ")", "]", ">", "}": depth = max(0, depth - 1)
      default: if depth == 0 { bare.append(scalar) }
      }
    }
    let text = Substring(String(bare))
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let isNumbered = !digits.isEmpty && text.dropFirst(digits.count).first == "."
    return isNumbered ? String(text.dropFirst(digits.count + 1)) : String(text)
  }
}
