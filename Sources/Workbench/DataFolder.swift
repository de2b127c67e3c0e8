public import Alignment
public import Bitext
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

  /// Where the lexicon from one language into another is kept: `de-en.lexicon`.
  public func lexiconPath(_ languages: LanguagePair) -> String {
    "\(path)/\(languages)\(Self.lexiconEnding)"
  }

  static let lexiconEnding = ".lexicon"

  func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The lexicon for two languages, its headwords in either, or why there is none.
  public func lexicon(for source: Language, _ target: Language) -> (Lexicon?, (any Fault)?) {
    let pair = LanguagePair(from: source, to: target)
    let paths = [pair, LanguagePair(from: target, to: source)].map(lexiconPath)
    guard let path = paths.first(where: isThere) else {
      return (nil, noLexicon(pair))
    }
    do throws(LexiconError) { return (try Lexicon(path: path), nil) } catch {
      return (nil, error)
    }
  }

  private func noLexicon(_ pair: LanguagePair) -> WorkbenchError {
    Set([pair.from.code, pair.to.code]) == ["zh", "en"]
      ? .noLexicon(lexiconPath(.init(from: .zh, to: .en))) : .noLexicon(lexiconPath(pair), pair)
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
