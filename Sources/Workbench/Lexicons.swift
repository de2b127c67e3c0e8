internal import Alignment
public import Bitext
internal import Documents
internal import Exchange
internal import Foundation

/// A lexicon in figures.
public struct LexiconReport: Codable, Sendable {
  /// The compiled lexicon's file.
  public var path: String
  /// The headwords' language.
  public var from: Language
  /// The glosses' language.
  public var to: Language
  /// How many words it explains.
  public var headwords: Int
  /// Lines of the dictionaries that were not entries; `nil` when nothing was imported just now.
  public var skipped: Int?
  /// Headwords of several words that were left out, likewise.
  public var phrases: Int?
}

/// The lexicons of the data folder: made of dictionaries, listed, removed.
extension DataFolder {
  /// Compiles dictionaries into the lexicon of their languages and puts it in its place whole.
  /// O(size of the files).
  /// - Parameters:
  ///   - files: dictionaries of any form that `DictionaryFile` knows; what each says is mixed.
  ///   - from: the headwords' language, for files that do not say it; Chinese if nobody does.
  ///   - to: the glosses' language likewise; English if nobody does.
  ///   - encoding: the encoding of all, by name; `nil` to find it out.
  /// - Throws: `DocumentError`, `LexiconError`, `WorkbenchError`, `ExchangeError`.
  public func importLexicon(
    _ files: [String], from: Language? = nil, to: Language? = nil, encoding: String? = nil
  ) throws -> LexiconReport {
    var languages: LanguagePair?
    var builder: LexiconBuilder?
    var skipped = 0
    for file in files {
      let dictionary = try DictionaryReader(encoding: encoding).read(file)
      let said = try dictionary.languages(file, from: from, to: to)
      guard languages == nil || languages == said else {
        throw WorkbenchError.otherLanguages(file, said, files[0], languages ?? said)
      }
      languages = said
      var filled = builder ?? LexiconBuilder(from: said.from, to: said.to)
      builder = nil  // So that `filled` is not copied.
      let before = filled.count
      skipped += try filled.add(dictionary)
      guard filled.count > before || before > 0 else { throw WorkbenchError.noEntries(file) }
      builder = filled
    }
    guard let languages, let builder else { throw WorkbenchError.noEntries("arguments") }
    try makeFolder(path, otherwise: "name another folder with $BITEXT_DATA")
    try OutputFile.write(Array(builder.compiled()), to: lexiconPath(languages))
    return LexiconReport(
      path: lexiconPath(languages), from: languages.from, to: languages.to,
      headwords: builder.count, skipped: skipped, phrases: builder.phrases)
  }

  /// The lexicons that are there, by name, and what is wrong with those that cannot be used.
  public func lexiconReports() -> (reports: [LexiconReport], faults: [any Fault]) {
    var (reports, faults): ([LexiconReport], [any Fault]) = ([], [])
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for file in files.sorted() where file.hasSuffix(Self.lexiconEnding) {
      do throws(LexiconError) {
        let lexicon = try Lexicon(path: "\(path)/\(file)")
        reports.append(
          LexiconReport(
            path: "\(path)/\(file)", from: lexicon.headwordLanguage, to: lexicon.glossLanguage,
            headwords: lexicon.count))
      } catch { faults.append(error) }
    }
    if reports.isEmpty, faults.isEmpty {
      faults = [WorkbenchError.noLexicon(lexiconPath(LanguagePair(from: .zh, to: .en)))]
    }
    return (reports, faults)
  }

  /// Removes a lexicon by its name, `de-en`, and gives the path it had.
  /// - Throws: `WorkbenchError` when there is none, or it cannot be removed.
  public func removeLexicon(_ name: String) throws(WorkbenchError) -> String {
    let file = "\(path)/\(name)\(Self.lexiconEnding)"
    guard !name.contains("/"), FileManager.default.fileExists(atPath: file) else {
      throw .noSuchLexicon(name)
    }
    do { try FileManager.default.removeItem(atPath: file) } catch {
      throw .cannotRemove(file, error.localizedDescription)
    }
    return file
  }
}

extension DictionaryFile {
  /// The languages that the file says or the user states, which must not disagree.
  fileprivate func languages(
    _ file: String, from: Language?, to: Language?
  ) throws(WorkbenchError) -> LanguagePair {
    guard let languages else { return LanguagePair(from: from ?? .zh, to: to ?? .en) }
    let stated = LanguagePair(from: from ?? languages.from, to: to ?? languages.to)
    guard stated.description == languages.description else {
      throw .statedLanguages(file, says: languages, stated: stated)
    }
    return languages
  }
}
