public import Alignment
public import Bitext
internal import Documents
internal import Exchange
internal import Foundation

/// The folder for what is fetched once and used by every workspace: `$BITEXT_DATA`, else
/// `$XDG_DATA_HOME/bitext`, else `~/.local/share/bitext`.
public struct DataFolder: Sendable {
  /// The folder, which need not exist.
  public let path: String

  /// The folder that these environment variables name.
  public init(environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    path =
      value("BITEXT_DATA") ?? value("XDG_DATA_HOME").map { $0 + "/bitext" }
      ?? (value("HOME") ?? NSHomeDirectory()) + "/.local/share/bitext"
  }

  /// Where the Chinese-English lexicon is kept.
  public var lexiconPath: String { path + "/zh-en.lexicon" }

  /// The lexicon for two languages, or why there is none; neither when we have none for them.
  public func lexicon(for source: Language, _ target: Language) -> (Lexicon?, (any Fault)?) {
    Set([source.code, target.code]) == ["zh", "en"] ? lexicon() : (nil, nil)
  }

  private func lexicon() -> (Lexicon?, (any Fault)?) {
    guard FileManager.default.fileExists(atPath: lexiconPath) else {
      return (nil, WorkbenchError.noLexicon(lexiconPath))
    }
    do throws(LexiconError) { return (try Lexicon(path: lexiconPath), nil) } catch {
      return (nil, error)
    }
  }
}

/// A lexicon in figures.
public struct LexiconReport: Codable, Sendable {
  /// The compiled lexicon's file.
  public var path: String
  /// Chinese words.
  public var headwords: Int
  /// Lines of the dictionary that were not entries; `nil` when nothing was imported just now.
  public var skipped: Int?
}

extension DataFolder {
  /// Compiles dictionaries into the lexicon and puts it in its place whole. O(size of the files).
  /// - Parameter files: CC-CEDICT, or a table of measured translations; what each says is mixed.
  /// - Throws: `DocumentError`, `WorkbenchError`, `ExchangeError`.
  public func importLexicon(_ files: [String]) throws -> LexiconReport {
    var builder = LexiconBuilder(from: .zh, to: .en)
    var skipped = 0
    for file in files {
      let before = builder.count
      let text = try DocumentReader.read(path: file, language: .zh).text
      skipped += try builder.add(DictionaryFile(text, path: file))
      guard builder.count > before || before > 0 else { throw WorkbenchError.noEntries(file) }
    }
    try makeFolder(path, otherwise: "name another folder with $BITEXT_DATA")
    try OutputFile.write(Array(builder.compiled()), to: lexiconPath)
    return LexiconReport(path: lexiconPath, headwords: builder.count, skipped: skipped)
  }

  /// The lexicon that is there.
  /// - Throws: `WorkbenchError` when there is none, `LexiconError` when it is damaged.
  public func lexiconReport() throws -> LexiconReport {
    let (lexicon, fault) = self.lexicon()
    guard let lexicon else { throw fault ?? WorkbenchError.noLexicon(lexiconPath) }
    return LexiconReport(path: lexiconPath, headwords: lexicon.count)
  }
}

/// Makes a folder that may be there already, and those it stands in.
func makeFolder(_ path: String, otherwise remedy: String) throws(WorkbenchError) {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw .cannotCreate(path, error.localizedDescription, otherwise: remedy)
  }
}
