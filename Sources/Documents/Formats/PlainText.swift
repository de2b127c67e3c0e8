internal import Bitext

/// Plain text: exactly what the bytes say, line ends included; only a byte-order mark is left off.
enum PlainText: TextFormat {
  /// What nothing else recognises is plain text, unless it is known to be none (`FileSignature`).
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool { false }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let (text, encoding) = try TextDecoder.decode(file)
    guard text.utf8.count(where: { $0 == 0x0A || $0 == 0x0D }) <= 2 * ParagraphSplitter.most else {
      throw .damaged(file.name, "it has more lines than any text")
    }
    return Extract(
      text: text, paragraphs: ParagraphSplitter.paragraphs(of: text), encoding: encoding)
  }
}
