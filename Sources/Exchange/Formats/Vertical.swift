internal import Bitext
internal import CICU

/// The vertical text of Sketch Engine and other corpus managers: a token a line, structures as tags. A
/// parallel corpus is two files whose `align` structures answer to each other in order; `<g/>` says that
/// no space stood there.
enum VerticalReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    head.lines.first?.first == "<"
      && head.lines.contains { $0 == "<align>" || $0.hasPrefix("<align ") }
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    guard files.count == 2 else { throw ExchangeError.wrongFiles(files, "two files of `align`") }
    let source = try AlignedParts(files[0], options.encoding)
    let target = try AlignedParts(files[1], options.encoding)
    let languages = files.map { file in
      file.name.split(separator: ".").dropLast().last.flatMap { Language(String($0)) }
    }
    while true {
      let pair = (try source.next(), try target.next())
      guard case (let original?, let translation?) = pair else {
        if pair.0 == nil, pair.1 == nil { return }
        while try source.next() != nil {}
        while try target.next() != nil {}
        throw ExchangeError.partCounts(files[0].path, source.number, files[1].path, target.number)
      }
      var unit = options.unit(
        source.number, original, translation, from: languages[0], into: languages[1])
      unit.document = source.document ?? unit.document
      try body(unit)
    }
  }
}

/// The `align` structures of a vertical text.
private final class AlignedParts {
  private let lines: TextLines
  /// How many there were.
  private(set) var number = 0
  /// The document that the last stands in.
  private(set) var document: String?

  init(_ file: SourceFile, _ encoding: String?) throws(ExchangeError) {
    lines = try TextLines(file, encoding: encoding)
  }

  /// The words of the next.
  func next() throws(ExchangeError) -> String? {
    var text: String?
    var isGlued = true
    while let line = try lines.next() {
      if line.hasPrefix("<") {
        switch line.dropFirst().prefix(while: { $0.isLetter || $0 == "/" }) {
        case "doc": document = Self.value(of: "id", in: line)
        case "align": text = ""
        case "/align":
          number += 1
          return text ?? ""
        case "g/": isGlued = true
        default: break
        }
      } else if let words = text {
        let token = line.prefix { $0 != "\t" }
        text = words + (isGlued ? "" : " ") + Self.unescaped(token)
        isGlued = false
      }
      if text == "" { isGlued = true }
    }
    return nil
  }

  private static func value(of name: String, in tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return unescaped(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

struct VerticalWriter: UnitWriter {
  static let carries: Set<Aspect> = [.document]
  private var document: String?
  private var words: (source: WordFinder, target: WordFinder)?

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    SidePaths(for: path, first, dropping: "vert").both.map { $0 + ".vert" }
  }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    words = (WordFinder(first.sourceLanguage), WordFinder(first.targetLanguage))
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    guard let words else { return }
    if unit.document != document {
      close(&output)
      document = unit.document
      let facts = unit.facts
      let attributes = [
        ("id", unit.document), ("client", facts.client), ("domain", facts.domain),
        ("date", facts.date),
      ].compactMap { name, value in value.map { output.attribute(name, $0) } }
      for part in 0...1 { output.write(line: "<doc\(attributes.joined())>", part: part) }
    }
    let source = Self.write(UnitOutput.legal(unit.source), words.source, part: 0, &output)
    let target = Self.write(UnitOutput.legal(unit.target), words.target, part: 1, &output)
    output.expect(source, target)
  }

  func close(_ output: inout UnitOutput) {
    guard document != nil else { return }
    for part in 0...1 { output.write(line: "</doc>", part: part) }
  }

  /// Writes a text, and gives it as it is read: with single spaces.
  private static func write(
    _ text: String, _ words: WordFinder, part: Int, _ output: inout UnitOutput
  ) -> String {
    output.write(line: "<align>\n<s>", part: part)
    let runs = text.split(whereSeparator: \.isWhitespace)
    for run in runs {
      for (index, word) in words.words(of: String(run)).enumerated() {
        if index > 0 { output.write(line: "<g/>", part: part) }
        output.write(line: output.escaped(word), part: part)
      }
    }
    output.write(line: "</s>\n</align>", part: part)
    return runs.joined(separator: " ")
  }
}

/// The words of a text, by ICU's rules and, for Chinese and Japanese, its dictionary.
final class WordFinder {
  private let finder: OpaquePointer?

  init(_ language: Language) { finder = cicu_words_open(language.tag) }

  deinit { cicu_sentences_close(finder) }

  /// The words and marks, one after the other, nothing left out.
  func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    bytes.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      guard let finder, cicu_sentences_begin(finder, base, buffer.count) else {
        return words.append(text)
      }
      var start = 0
      while case let end = Int(cicu_sentences_next(finder)), end > start {
        words.append(String(decoding: buffer[start..<end], as: UTF8.self))
        start = end
      }
    }
    return words
  }
}
