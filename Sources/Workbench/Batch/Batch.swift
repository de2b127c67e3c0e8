internal import Bitext
internal import Foundation

/// The files of two folders, paired by name: `a.zh.txt` with `a.en.txt`, `a.zh` with `a.en`, or
/// `a.txt` with `a.txt`. Both folders may be one, where the names state the languages.
public struct Batch: Sendable {
  /// A document pair to be made.
  struct Item: Sendable {
    /// What the files have in common, and what the pair is called.
    var name: String
    var files: TextFiles
    /// Why it cannot be made: more than one file of a side has this name.
    var fault: WorkbenchError?
  }

  /// The document pairs to be made, by name.
  let items: [Item]
  /// Files without a partner, by path.
  public let alone: [String]
  /// The languages of the two sides.
  let languages: (source: Language, target: Language)

  /// Pairs the files of two folders, in which folders are not looked into, nor hidden files.
  /// - Parameter folders: a folder in place of each side's files, and how to read what is in them.
  /// - Throws: `WorkbenchError` when a folder cannot be read, or nothing can be paired.
  public init(pairing folders: TextFiles) throws(WorkbenchError) {
    let usual = folders.usualLanguages
    languages = (usual.from, usual.to)
    let isOne = Self.path(folders.source[0]) == Self.path(folders.target[0])
    var folders = folders
    if isOne { folders.target = folders.source }
    (folders.sourceLanguage, folders.targetLanguage) = languages
    let sources = try Shelf(.source, folders, isOne: isOne)
    let targets = try Shelf(.target, folders, isOne: isOne)
    let names = Set(sources.files.keys).intersection(targets.files.keys).sorted()
    guard !names.isEmpty else { throw .nothingToPair(folders.source[0], folders.target[0]) }
    items = names.map { name in
      Item(name: name, folders, sources.files[name] ?? [], targets.files[name] ?? [])
    }
    let paired = Set(items.flatMap { $0.files.source + $0.files.target })
    let held = Set(names.flatMap { (sources.files[$0] ?? []) + (targets.files[$0] ?? []) })
    alone = Set(sources.all + targets.all).subtracting(paired).subtracting(held).sorted()
  }

  private static func path(_ folder: String) -> String {
    URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
  }
}

extension Batch.Item {
  fileprivate init(name: String, _ folders: TextFiles, _ sources: [String], _ targets: [String]) {
    self.name = name
    files = folders
    (files.source, files.target) = ([sources[0]], [targets[0]])
    let crowd = sources.count > 1 ? sources : targets
    if crowd.count > 1 { fault = .sameName(name, crowd) }
  }
}

/// The files of one folder that may stand on one side.
private struct Shelf {
  /// Every file there that may be a text.
  let all: [String]
  /// Those that may stand on this side, by what they are called without their language.
  let files: [String: [String]]

  init(_ side: Side, _ folders: TextFiles, isOne: Bool) throws(WorkbenchError) {
    let folder = (side == .source ? folders.source : folders.target)[0]
    let names = try Self.names(in: folder)
    all = names.map { Self.join(folder, $0) }
    var files: [String: [String]] = [:]
    for name in names {
      let stem = FileStem(name, folders.languageWords)
      guard stem.side == side || (stem.side == nil && !isOne) else { continue }
      let common = stem.stem.isEmpty ? folders.commonName : stem.stem
      files[common, default: []].append(Self.join(folder, name))
    }
    self.files = files
  }

  private static func names(in folder: String) throws(WorkbenchError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: join(folder, $0), isDirectory: &isFolder)
        return exists && !isFolder.boolValue && !$0.hasPrefix(".") && !isBeads($0)
      }
    } catch {
      throw .unreadableFolder(folder, error.localizedDescription)
    }
  }

  /// Files of beads lie beside texts, and are none.
  private static func isBeads(_ name: String) -> Bool {
    name.hasSuffix(".beads") || name.hasSuffix(".gold")
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

extension TextFiles {
  /// What a pair is called whose files have nothing but languages for names: the target's folder.
  fileprivate var commonName: String {
    URL(fileURLWithPath: target[0]).standardizedFileURL.lastPathComponent
  }
}

extension WorkbenchError {
  fileprivate static func nothingToPair(_ source: String, _ target: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: source == target ? source : "\(source) and \(target)",
      problem: "no file has a partner",
      fix: "name texts alike, as in a.zh.txt and a.en.txt, or a.txt in each of two folders")
  }

  fileprivate static func sameName(_ name: String, _ files: [String]) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: name,
      problem: "more than one text of one side has this name: \(files.joined(separator: ", "))",
      fix: "rename all but one, or align them one by one")
  }

  fileprivate static func unreadableFolder(_ folder: String, _ reason: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: folder, problem: "the folder cannot be read: \(reason)",
      fix: "check the folder's permissions (ls -ld)")
  }
}
