/// One message of a PO file (GNU gettext manual, "The Format of PO Files").
struct POEntry {
  /// The line of its `msgid`, counted from 1.
  var line = 0
  /// Words of translators, `# `.
  var comments: [String] = []
  /// Words of programmers, `#.`.
  var extracted: [String] = []
  /// Places in the program, `#:`.
  var references: [String] = []
  /// Flags, `#,`: `fuzzy`, `c-format`.
  var flags: [String] = []
  /// What the message was when a fuzzy one was translated, `#|`, word for word.
  var previous: [String] = []
  /// Whether the program has it no more, `#~`.
  var isObsolete = false
  var context: String?
  var id = ""
  var plural: String?
  /// The translations: one, or one for each plural form.
  var translations: [String] = []

  /// Whether it is the header: a message of nothing.
  var isHeader: Bool { id.isEmpty && context == nil && !isObsolete }

  /// The fields of a header: `Language: zh_CN`.
  var fields: [String: String] {
    let lines = (translations.first ?? "").split(whereSeparator: \.isNewline)
    let pairs = lines.compactMap { line in
      line.firstIndex(of: ":").map {
        (line[..<$0].lowercased(), String(line[line.index(after: $0)...]).trimmed)
      }
    }
    return Dictionary(pairs) { $1 }
  }
}

/// The messages of a PO file, one at a time.
final class POEntries {
  private let path: String
  private let lines: TextLines
  private var held: String?

  init(_ file: SourceFile, encoding: String?) throws(ExchangeError) {
    path = file.path
    lines = try TextLines(file, encoding: encoding)
  }

  /// What the string that is being read belongs to.
  private enum Part { case context, id, plural, translation }

  /// The next message; `nil` after the last.
  func next() throws(ExchangeError) -> POEntry? {
    var entry = POEntry()
    var part: Part?
    while let line = try nextLine() {
      var words = line.trimmed[...]
      if words.isEmpty {
        if part != nil { return entry }
        continue
      }
      let isComment = words.hasPrefix("#") && !words.hasPrefix("#~")
      let isNewMessage = part == .translation && Self.opensMessage(words)
      if part != nil, isComment || isNewMessage {
        held = line
        return entry
      }
      if isComment {
        take(comment: words, &entry)
        continue
      }
      if words.hasPrefix("#~") {
        words = words.dropFirst(2).drop { $0.isWhitespace }
        if words.hasPrefix("|") { continue }
        entry.isObsolete = true
      }
      part = try take(words, part, &entry)
    }
    return part == nil ? nil : entry
  }

  private func nextLine() throws(ExchangeError) -> String? {
    guard let line = held else { return try lines.next() }
    held = nil
    return line
  }

  private static func opensMessage(_ words: Substring) -> Bool {
    let words = words.hasPrefix("#~") ? words.dropFirst(2).drop { $0.isWhitespace } : words
    return words.hasPrefix("msgctxt") || words.hasPrefix("msgid ") || words.hasPrefix("msgid\"")
  }

  private func take(comment: Substring, _ entry: inout POEntry) {
    let text = String(comment.dropFirst(2)).trimmed
    switch comment.dropFirst().first {
    case ".": entry.extracted.append(text)
    case ":": entry.references.append(text)
    case ",": entry.flags += text.split(separator: ",").map { String($0).trimmed }
    case "|": entry.previous.append(text)
    default: entry.comments.append(String(comment.dropFirst()).trimmed)
    }
  }

  /// Takes a line of a message, and says what its string belongs to.
  private func take(
    _ words: Substring, _ part: Part?, _ entry: inout POEntry
  ) throws(ExchangeError) -> Part {
    guard let quote = words.firstIndex(of: "\"") else { throw fault("no string in this line") }
    let text = try unquoted(words[quote...])
    let keyword = String(words[..<quote]).trimmed
    switch keyword {
    case "msgctxt":
      entry.context = text
      return .context
    case "msgid":
      (entry.id, entry.line) = (text, lines.number)
      return .id
    case "msgid_plural":
      entry.plural = text
      return .plural
    case _ where keyword.hasPrefix("msgstr"):
      guard part != nil, part != .context else { throw fault("a msgstr without its msgid") }
      entry.translations.append(text)
      return .translation
    case "": break
    default: throw fault("'\(keyword)' is no keyword of PO")
    }
    switch part {
    case .context: entry.context? += text
    case .id: entry.id += text
    case .plural: entry.plural? += text
    case .translation: entry.translations[entry.translations.count - 1] += text
    case nil: throw fault("a string that belongs to nothing")
    }
    return part ?? .id
  }

  private func unquoted(_ words: Substring) throws(ExchangeError) -> String {
    var text = String.UnicodeScalarView()
    var rest = words.dropFirst().unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.allSatisfy(\.properties.isWhitespace) else {
          throw fault("words after a string")
        }
        return String(text)
      }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let next = rest.popFirst() else { break }
      switch next {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "a", "b", "v", "f": break  // characters that no text has
      default: text.append(next)
      }
    }
    throw fault("a string is not closed")
  }

  private func fault(_ problem: String) -> ExchangeError {
    .brokenFile(path, line: lines.number, problem)
  }
}
