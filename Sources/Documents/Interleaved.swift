public import Bitext

/// One file that holds a text and its translation: a paragraph in one language and then the other, or
/// a table of two columns. It is taken apart by script, and by language where the script is one.
public struct InterleavedText: Sendable {
  /// The two texts, each as a document of its own, in the order in which their languages first come.
  public let sides: [Document]

  /// Reads a file and takes it apart.
  /// - Parameters:
  ///   - languages: the two languages, where the user states both; else they are told by the text.
  ///   - encoding: as for `DocumentReader`.
  /// - Throws: `DocumentError`; `oneLanguage` when there are not two.
  public init(
    path: String, languages: [Language]? = nil, encoding: String? = nil
  ) throws(DocumentError) {
    let file = SourceFile(try FileBytes.read(path), name: path, encoding: encoding)
    try self.init(file, languages)
  }

  /// Reads bytes as `init(path:)` does; `name` is what messages call them.
  public init(
    _ bytes: [UInt8], name: String, languages: [Language]? = nil
  ) throws(DocumentError) {
    try self.init(SourceFile(bytes, name: name), languages)
  }

  private init(_ file: SourceFile, _ stated: [Language]?) throws(DocumentError) {
    var document = try DocumentReader.document(file)
    if try Formats.format(of: file) == PlainText.self {
      document.paragraphs = Self.lines(of: document.text)
    }
    let texts = document.paragraphs.map { document.text.slice($0.range) }
    let tellers = stated.map { LanguageOfPart(of: texts, stated: $0) } ?? LanguageOfPart(of: texts)
    guard let tellers else {
      throw .oneLanguage(file.name, LanguageGuess(document.text).language ?? .undetermined)
    }
    let isSecond = tellers.areSecond(texts)
    var sides = [false, true].map { side in
      let parts = zip(document.paragraphs, isSecond).filter { $0.1 == side }.map(\.0)
      return document.holding(parts).told(stated?[side ? 1 : 0])
    }
    sides[1].notices = []
    self.sides = sides
  }

  /// The lines of a plain text and, where it is a table, their cells.
  private static func lines(of text: String) -> [Paragraph] {
    TextLine.lines(of: text).filter { !$0.isBlank }.flatMap { line in
      cells(of: text.slice(line.range), from: line.range.lowerBound)
    }
  }

  private static func cells(of line: String, from start: Int) -> [Paragraph] {
    let cells = line.utf8.split(separator: 0x09)
    return cells.map { cell in
      let offset = line.utf8.distance(from: line.startIndex, to: cell.startIndex)
      return Paragraph(
        range: start + offset..<start + offset + cell.count, kind: cells.count > 1 ? .cell : .text)
    }
  }
}

extension Document {
  /// The document with only these of its paragraphs, and its text with only theirs.
  fileprivate func holding(_ paragraphs: [Paragraph]) -> Document {
    var builder = TextBuilder()
    for paragraph in paragraphs {
      builder.kind = paragraph.kind
      builder.appendWhole(text.slice(paragraph.range), time: paragraph.time)
    }
    var document = self
    document.text = builder.text
    document.paragraphs = builder.paragraphs
    SpeakerLabels.mark(&document.paragraphs, in: builder.text)
    return document
  }
}

/// Tells which of two languages a part of a text is in.
private struct LanguageOfPart {
  private enum Way {
    case scripts(ScriptCount.Script, ScriptCount.Script)
    case languages(String, String)
  }

  private let way: Way

  /// The two languages that are stated, by their scripts if these differ.
  init?(of texts: [String], stated: [Language]) {
    guard stated.count == 2, stated[0].code != stated[1].code else { return nil }
    let scripts = stated.map(\.usualScript)
    way =
      scripts[0] != scripts[1]
      ? .scripts(scripts[0], scripts[1]) : .languages(stated[0].code, stated[1].code)
    let second = areSecond(texts)
    guard second.contains(true), second.contains(false) else { return nil }
  }

  /// The two scripts that most of the text is in, or the two languages; the second of each is at least
  /// a tenth of the text. `nil` when there are no two.
  init?(of texts: [String]) {
    if let pair = Self.commonest(texts, by: { ScriptCount($0).script }) {
      way = .scripts(pair.0, pair.1)
    } else if let pair = Self.commonest(texts, by: { LanguageGuess($0).language?.code }) {
      way = .languages(pair.0, pair.1)
    } else {
      return nil
    }
  }

  private static func commonest<Key: Hashable>(
    _ texts: [String], by key: (String) -> Key?
  ) -> (Key, Key)? {
    var sizes: [Key: Int] = [:]
    var order: [Key] = []
    for text in texts {
      guard let key = key(text) else { continue }
      if sizes[key] == nil { order.append(key) }
      sizes[key, default: 0] += text.utf8.count
    }
    let ranked = order.sorted { sizes[$0, default: 0] > sizes[$1, default: 0] }.prefix(2)
    let all = sizes.values.reduce(0, +)
    guard ranked.count == 2, sizes[ranked[1], default: 0] * 10 >= all else { return nil }
    let pair = order.filter(ranked.contains)
    return (pair[0], pair[1])
  }

  /// For each part whether it is in the second language. One that does not tell, such as a number, is
  /// in the one whose turn it is.
  func areSecond(_ texts: [String]) -> [Bool] {
    var isSecond: [Bool] = []
    for text in texts {
      let told = self.isSecond(text)
      isSecond.append(told ?? !(isSecond.last ?? true))
    }
    return isSecond
  }

  private func isSecond(_ text: String) -> Bool? {
    func place<Key: Equatable>(_ key: Key?, _ first: Key, _ second: Key) -> Bool? {
      key == second ? true : key == first ? false : nil
    }
    switch way {
    case .scripts(let first, let second): return place(ScriptCount(text).script, first, second)
    case .languages(let first, let second):
      return place(LanguageGuess(text).language?.code, first, second)
    }
  }
}

extension Language {
  /// The script that the language is usually written in.
  fileprivate var usualScript: ScriptCount.Script {
    switch code {
    case "zh", "yue": .han
    case "ja": .kana
    case "ko": .hangul
    case "ru", "uk", "bg", "sr", "be", "mk": .cyrillic
    case "el": .greek
    case "ar", "fa", "ur": .arabic
    case "he": .hebrew
    case "th": .thai
    case "hi", "mr", "ne": .devanagari
    default: .latin
    }
  }
}
