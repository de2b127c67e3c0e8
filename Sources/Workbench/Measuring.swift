internal import Alignment
public import Bitext
internal import Documents
internal import Exchange

/// What measuring translations made.
public struct MeasureReport: Codable, Sendable {
  /// The table's file.
  public var path: String
  /// How many words the table explains.
  public var headwords: Int
  /// How many pairs of texts it was measured on.
  public var pairs: Int
  /// Lines that were not two texts with a tab between.
  public var skipped: Int
}

extension DataFolder {
  /// Measures how often words stand for each other in pairs of texts, and writes the table, whole
  /// or not at all. What `importLexicon` reads with other dictionaries.
  /// - Parameters:
  ///   - file: a pair a line, a tab between; columns after the second are not read.
  ///   - lexicon: a compiled lexicon to begin with; `nil` for the installed one, if any.
  ///   - progress: told the round that begins, and of how many.
  /// - Throws: `DocumentError`, `LexiconError`, `WorkbenchError`, `ExchangeError`.
  public func measure(
    _ file: String, from: Language, to: Language, lexicon path: String?, output: String,
    progress: (_ round: Int, _ rounds: Int) -> Void
  ) throws -> MeasureReport {
    let languages = LanguagePair(from: from, to: to)
    let lines = try DocumentReader.plainText(path: file)
      .utf8.split(separator: UInt8(ascii: "\n"))
    let pairs = lines.compactMap { Self.pair(Substring($0)) }
    guard !pairs.isEmpty else { throw WorkbenchError.noPairs(file) }
    let lexicon = try lexicon(path, languages)
    let table = MeasuredTable.measured(pairs, languages, lexicon: lexicon) {
      progress($0, MeasuredTable.rounds)
    }
    let text = [MeasuredTable.header(languages)] + table.map(\.description)
    try OutputFile.write(Array((text.joined(separator: "\n") + "\n").utf8), to: output)
    return MeasureReport(
      path: output, headwords: table.count, pairs: pairs.count, skipped: lines.count - pairs.count)
  }

  private func lexicon(_ path: String?, _ languages: LanguagePair) throws -> Lexicon? {
    let installed = lexiconPath(languages)
    guard path != nil || isThere(installed) else { return nil }
    let lexicon = try Lexicon(path: path ?? installed)
    let found = LanguagePair(from: lexicon.headwordLanguage, to: lexicon.glossLanguage)
    guard found.description == languages.description else {
      throw WorkbenchError.statedLanguages(path ?? installed, says: found, stated: languages)
    }
    return lexicon
  }

  /// Longer than this many bytes is no sentence, and would take long: cost goes with the product.
  private static let longest = 600

  private static func pair(_ line: Substring) -> (source: String, target: String)? {
    let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty,
      fields[0].count <= longest
    else { return nil }
    return (String(Substring(fields[0])), String(Substring(fields[1])))
  }
}
