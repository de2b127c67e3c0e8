public import Bitext

/// Reads a plain-text file: bytes in, a `Document` of paragraphs and speaker labels out, or the
/// error that says why not.
///
/// The text is exactly what the bytes say, line ends included; only a byte-order mark is left off.
public enum DocumentReader {
  /// Reads a file whose paragraphs are to be cut into segments; `-` is standard input.
  /// - Parameters:
  ///   - language: the language the user states; `zh` becomes `zh-Hans` or `zh-Hant` by the text.
  ///   - encoding: any name ICU knows, such as `GB18030`; `nil` to find it out.
  /// - Complexity: O(n) in the file's bytes.
  public static func read(
    path: String, language: Language, encoding: String? = nil
  ) throws(DocumentError) -> Document {
    try read(FileBytes.read(path), name: path, language: language, encoding: encoding)
  }

  /// Reads bytes as `read(path:)` does; `name` is what messages call them.
  public static func read(
    _ bytes: [UInt8], name: String, language: Language, encoding: String? = nil
  ) throws(DocumentError) -> Document {
    var document = try unparted(bytes, name: name, language: language, encoding: encoding)
    document.paragraphs = SpeakerLabels.marked(
      ParagraphSplitter.paragraphs(of: document.text), in: document.text)
    return document
  }

  /// Reads a file that is already segmented: every line that is not blank is one segment, whole;
  /// a blank line ends a paragraph. A line that is nothing but a speaker label is of that kind.
  public static func readSegmented(
    path: String, language: Language, encoding: String? = nil
  ) throws(DocumentError) -> SegmentedDocument {
    try readSegmented(FileBytes.read(path), name: path, language: language, encoding: encoding)
  }

  /// Reads bytes as `readSegmented(path:)` does; `name` is what messages call them.
  public static func readSegmented(
    _ bytes: [UInt8], name: String, language: Language, encoding: String? = nil
  ) throws(DocumentError) -> SegmentedDocument {
    SegmentLines.segmented(
      try unparted(bytes, name: name, language: language, encoding: encoding))
  }

  /// The document before it has paragraphs.
  private static func unparted(
    _ bytes: [UInt8], name: String, language: Language, encoding: String?
  ) throws(DocumentError) -> Document {
    let decoded = try TextDecoder.decode(bytes, name: name, encoding: encoding)
    guard decoded.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(name)
    }
    let script = language.tag == "zh" ? scriptOfChinese(decoded.text) : language
    return Document(
      origin: Origin(
        fileName: String(name.split(separator: "/").last ?? "-"),
        sha256: SHA256.hex(of: bytes), encoding: decoded.encoding),
      language: script, text: decoded.text, paragraphs: [])
  }
}
