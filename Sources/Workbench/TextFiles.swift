public import Alignment
public import Bitext
internal import Foundation

/// Where two texts are and how to read them.
public struct TextFiles: Sendable {
  /// The files of the source text, in order; `-` is standard input.
  public var source: [String]
  /// The files of the target text, in order; none when both texts stand in the source's file.
  public var target: [String]
  /// The language of the source text; `nil` to have it told by the text. `zh` is told apart into
  /// scripts by the text.
  public var sourceLanguage: Language?
  /// The language of the target text, likewise.
  public var targetLanguage: Language?
  /// The encoding of all, by name; `nil` to find it out.
  public var encoding: String?
  /// What becomes one segment.
  public var unit: SegmentUnit
  /// A file of segmentation rules of the user's own, in the format SRX 2.0; `nil` for the built-in
  /// ones.
  public var rules: String?
  /// Whether the sides stay as they are named, even if each is in the other's language.
  public var keepsOrder: Bool

  /// The files of two texts.
  public init(
    source: [String], target: [String], sourceLanguage: Language? = nil,
    targetLanguage: Language? = nil, encoding: String? = nil, unit: SegmentUnit = .sentence,
    rules: String? = nil, keepsOrder: Bool = false
  ) {
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.encoding = encoding
    self.unit = unit
    self.rules = rules
    self.keepsOrder = keepsOrder
  }

  /// Whether both texts stand in one file.
  public var isOne: Bool { target.isEmpty }

  /// Whether both are folders.
  public var areFolders: Bool {
    source.count == 1 && target.count == 1
      && (source + target).allSatisfy { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && isFolder.boolValue
      }
  }

  /// The languages stated, Chinese and English where none is: what names mean that state a
  /// language, before any text is read.
  public var usualLanguages: LanguagePair {
    LanguagePair(
      from: sourceLanguage ?? (targetLanguage?.code == "zh" ? .en : .zh),
      to: targetLanguage ?? (sourceLanguage?.code == "en" ? .zh : .en))
  }
}
