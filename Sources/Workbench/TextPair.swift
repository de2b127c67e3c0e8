public import Bitext
internal import Documents

/// Two texts, read, checked and cut into segments: ready to be aligned.
public struct TextPair: Sendable {
  /// The text translated from.
  public let source: SegmentedDocument
  /// The text translated into.
  public let target: SegmentedDocument
  /// What is to be told of the reading: encodings, what was left out, sides that were swapped.
  public let notices: [String]

  /// Reads both texts.
  /// - Throws: `DocumentError`; `WorkbenchError` when they are one text or in one language;
  ///   `SegmentationError` for rules of the user's own.
  public init(reading files: TextFiles) throws {
    if let (source, target) = files.stated, source.code == target.code {
      throw WorkbenchError.sameLanguage(source)
    }
    guard (files.source + files.target).count(where: { $0 == "-" }) < 2 else {
      throw WorkbenchError.standardInputTwice
    }
    let reader = try TextReader(encoding: files.encoding, unit: files.unit, rules: files.rules)
    let sides = try files.isOne ? Self.apart(files, reader) : Self.sides(files, reader)
    let (languages, isSwapped) = try SideLanguages(sides.map(\.document), files).decided()
    let (first, second) = isSwapped ? (sides[1], sides[0]) : (sides[0], sides[1])
    source = try Self.segmented(first, languages.source, reader)
    target = try Self.segmented(second, languages.target, reader)
    let told = zip(sides, [files.source, files.target]).flatMap { side, paths in
      // Of several files each notice names its own.
      paths.count > 1
        ? side.document.notices
        : side.document.notices.map { "\(side.document.origin.fileName): \($0)" }
    }
    notices = told + (isSwapped && !files.isOne ? [Self.swapped(source, target)] : [])
  }

  /// The two texts of two files, or of more.
  private static func sides(
    _ files: TextFiles, _ reader: TextReader
  ) throws -> [SegmentedDocument] {
    let source = try reader.read(files.source, files.sourceLanguage)
    let target = try reader.read(files.target, files.targetLanguage)
    guard source.document.origin.sha256 != target.document.origin.sha256 else {
      throw WorkbenchError.sameText(files.source[0], files.target[0])
    }
    return [source, target]
  }

  /// The two texts that stand in one file.
  private static func apart(
    _ files: TextFiles, _ reader: TextReader
  ) throws(DocumentError) -> [SegmentedDocument] {
    let stated = files.stated.map { [$0, $1] }
    let text = try InterleavedText(
      path: files.source[0], languages: stated, encoding: files.encoding)
    return text.sides.map { side in
      reader.isSegmented
        ? DocumentReader.paragraphwise(side) : SegmentedDocument(document: side, segments: [])
    }
  }

  private static func segmented(
    _ side: SegmentedDocument, _ language: Language, _ reader: TextReader
  ) throws -> SegmentedDocument {
    var side = side
    side.document = side.document.told(language)
    try side.document.check(looksLike: language)
    return try reader.cut(side)
  }

  private static func swapped(_ source: SegmentedDocument, _ target: SegmentedDocument) -> String {
    let (from, into) = (source.document, target.document)
    return "\(from.origin.fileName) is \(from.language) and \(into.origin.fileName) "
      + "\(into.language): the sides were swapped; to keep them as named state "
      + "--source-lang \(into.language.code) --target-lang \(from.language.code)"
  }
}

extension TextFiles {
  /// Both languages, where both are stated.
  fileprivate var stated: (Language, Language)? {
    guard let sourceLanguage, let targetLanguage else { return nil }
    return (sourceLanguage, targetLanguage)
  }
}
