internal import Alignment
internal import Bitext
internal import Documents
internal import Foundation

/// Reads a dictionary from its file, or from dictd's two files when one of them is named.
struct DictionaryReader {
  /// The encoding by name; `nil` to find it out.
  var encoding: String?

  /// - Throws: `DocumentError`, `LexiconError`, `WorkbenchError`.
  func read(_ path: String) throws -> DictionaryFile {
    guard let stem = Self.articleEndings.lazy.compactMap(path.without).first else {
      let text = try text(of: path)
      return try DictionaryFile.isIndex(text)
        ? dictd(index: text, path, articles: articles(besides: path))
        : DictionaryFile(text, path: path)
    }
    let index = stem + ".index"
    guard FileManager.default.fileExists(atPath: index) else {
      throw WorkbenchError.noOtherFile(path, index)
    }
    return try dictd(index: text(of: index), index, articles: path)
  }

  private static let articleEndings = [".dict.dz", ".dict"]

  private func text(of path: String) throws -> String {
    try DocumentReader.plainText(path: path, encoding: encoding)
  }

  private func dictd(index: String, _ path: String, articles: String) throws -> DictionaryFile {
    try DictionaryFile(
      index: index, path: path, articles: FileBytes.read(articles), articlesPath: articles)
  }

  private func articles(besides index: String) throws(WorkbenchError) -> String {
    let stem = index.without(".index") ?? index
    let paths = Self.articleEndings.map { stem + $0 }
    guard let path = paths.first(where: FileManager.default.fileExists) else {
      throw .noOtherFile(index, paths[0])
    }
    return path
  }
}

extension String {
  /// What stands before an ending; `nil` for another ending.
  fileprivate func without(_ ending: String) -> String? {
    hasSuffix(ending) ? String(dropLast(ending.count)) : nil
  }
}
