internal import Alignment
public import Bitext
internal import Foundation

/// Texts with their gold: `X.gold` with `X.zh` and `X.en` beside it, one segment a line, where a
/// blank line ends a paragraph. The endings of the texts are the tags of their languages.
public struct GoldFiles: Sendable {
  /// The files of beads, ending in `.gold`.
  public var paths: [String]
  /// The language of the source texts.
  public var sourceLanguage: Language
  /// The language of the target texts.
  public var targetLanguage: Language
  /// Folders whose documents are left out of training together when one of them is measured.
  public var heldOut: [String]

  /// Gold files of a language pair.
  public init(
    _ paths: [String], sourceLanguage: Language = .zh, targetLanguage: Language = .en,
    heldOut: [String] = []
  ) {
    self.paths = paths
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.heldOut = heldOut
  }

  /// Reads the texts and their beads.
  /// - Throws: `DocumentError`; `WorkbenchError` for a file that is not of this form, a bead
  ///   whose segments do not exist, or a folder to hold out that holds none of the files.
  func read() throws -> [(folder: String, pair: GoldPair)] {
    let places = try paths.map(GoldPlace.init)
    if let twice = Dictionary(grouping: places, by: \.stem).first(where: { $1.count > 1 }) {
      throw WorkbenchError.goldTwice(twice.key + ".gold")
    }
    let folders = heldOut.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    for (folder, name) in zip(folders, heldOut)
    where !places.contains(where: { $0.folder == folder }) {
      throw WorkbenchError.nothingToHoldOut(name)
    }
    return try places.map { place in
      (place.folder, try read(place, isHeldOutTogether: folders.contains(place.folder)))
    }
  }

  private func read(_ place: GoldPlace, isHeldOutTogether: Bool) throws -> GoldPair {
    let gold = try BeadFile(reading: place.path)
    let texts = try TextPair(
      reading: TextFiles(
        source: [place.path(sourceLanguage.tag)], target: [place.path(targetLanguage.tag)],
        sourceLanguage: sourceLanguage, targetLanguage: targetLanguage, unit: .line,
        keepsOrder: true))
    try gold.check(against: texts)
    return GoldPair(
      name: place.name, source: texts.source, target: texts.target, beads: gold.beads,
      group: isHeldOutTogether ? place.folder : place.stem)
  }
}

/// Where a gold file is.
private struct GoldPlace {
  /// As the person wrote it.
  let path: String
  /// Its whole path without `.gold`.
  let stem: String

  init(_ path: String) throws(WorkbenchError) {
    guard path.hasSuffix(".gold") else { throw .notGold(path) }
    self.path = path
    stem = URL(fileURLWithPath: path).standardizedFileURL.deletingPathExtension().path
  }

  /// The file beside it with another ending, as the person would write it.
  func path(_ ending: String) -> String { path.dropLast("gold".count) + ending }

  /// The whole path of its folder.
  var folder: String { URL(fileURLWithPath: stem).deletingLastPathComponent().path }

  /// Its folder's name and its own: `mag/003`.
  var name: String { stem.split(separator: "/").suffix(2).joined(separator: "/") }
}

extension WorkbenchError {
  fileprivate static func notGold(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: path, problem: "does not end in .gold",
      fix: "name files such as press.gold, with the texts press.zh and press.en beside them")
  }

  fileprivate static func goldTwice(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: path, problem: "is given twice", fix: "name each gold file once")
  }

  fileprivate static func nothingToHoldOut(_ folder: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: folder, problem: "no gold file given is in this folder",
      fix: "name the folder of some of the gold files with --hold-out")
  }
}
