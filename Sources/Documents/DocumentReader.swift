public import Bitext

/// Reads files of any format: bytes in, a `Document` of paragraphs and speaker labels out, or the
/// error that says why not.
///
/// Of plain text the document's text is exactly what the bytes say, line ends included; of other
/// formats it is their text without markup, a blank line between paragraphs.
public enum DocumentReader {
  /// Reads files whose paragraphs are to be cut into segments, one after the other as one document;
  /// `-` is standard input.
  /// - Parameters:
  ///   - language: the language the user states; `zh` becomes `zh-Hans` or `zh-Hant` by the text.
  ///     `nil` to have it told by the text; `und` where it does not tell.
  ///   - encoding: any name ICU knows, such as `GB18030`; `nil` to find it out.
  /// - Complexity: O(n) in the files' bytes.
  public static func read(
    _ paths: [String], language: Language? = nil, encoding: String? = nil
  ) throws(DocumentError) -> Document {
    var parts: [SegmentedDocument] = []
    for path in paths {
      let file = SourceFile(try FileBytes.read(path), name: path, encoding: encoding)
      parts.append(SegmentedDocument(document: try document(file), segments: []))
    }
    return parts.joined().document.told(language)
  }

  /// Reads one file as `read(_:)` does.
  public static func read(
    path: String, language: Language? = nil, encoding: String? = nil
  ) throws(DocumentError) -> Document {
    try read([path], language: language, encoding: encoding)
  }

  /// Reads bytes as `read(_:)` does; `name` is what messages call them.
  public static func read(
    _ bytes: [UInt8], name: String, language: Language? = nil, encoding: String? = nil
  ) throws(DocumentError) -> Document {
    try document(SourceFile(bytes, name: name, encoding: encoding)).told(language)
  }

  /// Reads files that are already segmented. In plain text every line that is not blank is one
  /// segment, whole, and a blank line ends a paragraph; elsewhere every paragraph is one segment. A
  /// line that is nothing but a speaker label is of that kind.
  public static func readSegmented(
    _ paths: [String], language: Language? = nil, encoding: String? = nil
  ) throws(DocumentError) -> SegmentedDocument {
    var parts: [SegmentedDocument] = []
    for path in paths {
      parts.append(
        try segmented(SourceFile(try FileBytes.read(path), name: path, encoding: encoding)))
    }
    var joined = parts.joined()
    joined.document = joined.document.told(language)
    return joined
  }

  /// Reads bytes as `readSegmented(_:)` does; `name` is what messages call them.
  public static func readSegmented(
    _ bytes: [UInt8], name: String, language: Language? = nil, encoding: String? = nil
  ) throws(DocumentError) -> SegmentedDocument {
    var result = try segmented(SourceFile(bytes, name: name, encoding: encoding))
    result.document = result.document.told(language)
    return result
  }

  /// A document with a segment for every paragraph: what `readSegmented(_:)` makes of a format without
  /// lines.
  public static func paragraphwise(_ document: Document) -> SegmentedDocument {
    SegmentLines.paragraphwise(document)
  }

  /// The text of a file that is plain text whatever it looks like, such as a table of words.
  public static func plainText(
    path: String, encoding: String? = nil
  ) throws(DocumentError) -> String {
    let file = SourceFile(try FileBytes.read(path), name: path, encoding: encoding)
    let text = try TextDecoder.decode(file).text
    guard !text.isBlank else { throw .empty(path) }
    return text
  }

  /// The document of one file, its language not told yet.
  static func document(_ file: SourceFile) throws(DocumentError) -> Document {
    try document(file, as: Formats.format(of: file))
  }

  private static func document(
    _ file: SourceFile, as format: any TextFormat.Type
  ) throws(DocumentError) -> Document {
    var extract = try format.read(file)
    guard !extract.text.isBlank else { throw .empty(file.name) }
    extract.mark()
    return Document(
      origin: Origin(
        fileName: String(file.name.split(separator: "/").last ?? "-"),
        sha256: SHA256.hex(of: file.bytes), encoding: extract.encoding),
      language: .undetermined, text: extract.text, paragraphs: extract.paragraphs,
      notices: extract.allNotices(of: format))
  }

  private static func segmented(_ file: SourceFile) throws(DocumentError) -> SegmentedDocument {
    let format = try Formats.format(of: file, isSegmented: true)
    let document = try document(file, as: format)
    return format == PlainText.self
      ? SegmentLines.segmented(document) : SegmentLines.paragraphwise(document)
  }
}

extension String {
  /// Whether it holds nothing but white space.
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
