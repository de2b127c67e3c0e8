public import Bitext
internal import Documents
internal import Segmentation

/// Where two texts are and how to read them.
public struct TextFiles: Sendable {
  /// The file of the source text; `-` is standard input.
  public var source: String
  /// The file of the target text; `-` is standard input.
  public var target: String
  /// The language of the source text; `zh` is told apart into scripts by the text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// The encoding of both, by name; `nil` to find it out.
  public var encoding: String?
  /// Whether each line is a segment already.
  public var isSegmented: Bool

  /// Two files in two languages.
  public init(
    source: String, target: String, sourceLanguage: Language = .zh,
    targetLanguage: Language = .en, encoding: String? = nil, isSegmented: Bool = false
  ) {
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.encoding = encoding
    self.isSegmented = isSegmented
  }
}

/// Two texts, read, checked and cut into segments: ready to be aligned.
public struct TextPair: Sendable {
  /// The text translated from.
  public let source: SegmentedDocument
  /// The text translated into.
  public let target: SegmentedDocument

  /// Reads both texts.
  /// - Throws: `DocumentError`; `WorkbenchError` when they are one text or in one language.
  public init(reading files: TextFiles) throws {
    guard files.sourceLanguage.code != files.targetLanguage.code else {
      throw WorkbenchError.sameLanguage(files.sourceLanguage)
    }
    guard files.source != "-" || files.target != "-" else {
      throw WorkbenchError.standardInputTwice
    }
    source = try Self.read(files.source, files.sourceLanguage, files)
    target = try Self.read(files.target, files.targetLanguage, files)
    guard source.document.origin.sha256 != target.document.origin.sha256 else {
      throw WorkbenchError.sameText(files.source, files.target)
    }
    try source.document.check(looksLike: files.sourceLanguage)
    try target.document.check(looksLike: files.targetLanguage)
  }

  private static func read(
    _ path: String, _ language: Language, _ files: TextFiles
  ) throws(DocumentError) -> SegmentedDocument {
    if files.isSegmented {
      return try DocumentReader.readSegmented(
        path: path, language: language, encoding: files.encoding)
    }
    let document = try DocumentReader.read(
      path: path, language: language, encoding: files.encoding)
    return Segmenter(document.language).segment(document)
  }
}
