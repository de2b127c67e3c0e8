internal import Bitext
internal import Markup

/// HTML: the main text, with headings, list items and cells as paragraphs. Page furniture, scripts and
/// style sheets are left out and counted.
enum HTML: TextFormat {
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    MarkupSigns.isHTML(file.head)
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    try read(file, isBook: false)
  }

  /// - Parameter isBook: whether all of it is text, as a chapter of a book is.
  static func read(_ file: SourceFile, isBook: Bool) throws(DocumentError) -> Extract {
    let encoding = try encoding(of: file)
    let reader = HTMLReader(isBook: isBook)
    var extract = try read(encoding.text, file, reader)
    extract.encoding = encoding.name
    return extract
  }

  /// The name of the encoding, and the text unless the bytes are UTF-8 and can be read as they are.
  private static func encoding(
    of file: SourceFile
  ) throws(DocumentError) -> (name: String, text: String?) {
    let isMarked = ByteOrderMark.charset(of: file.bytes) != nil
    if file.encoding == nil, !isMarked, file.bytes.isUTF8 { return ("UTF-8", nil) }
    let (text, encoding) = try TextDecoder.decode(
      file, declared: HTMLCharset.declared(in: file.head))
    return (encoding, text)
  }

  private static func read(
    _ text: String?, _ file: SourceFile, _ reader: HTMLReader
  ) throws(DocumentError) -> Extract {
    reader.builder.reserve(file.bytes.count)
    var fault: String?
    if var text {
      fault = text.withUTF8 { MarkupParser.html($0, to: reader) }
    } else {
      fault = file.bytes.withUnsafeBufferPointer { MarkupParser.html($0, to: reader) }
    }
    if let fault { throw .damaged(file.name, fault) }
    return reader.finish()
  }
}

extension [UInt8] {
  /// Whether the bytes are valid UTF-8 without zeros. No copy stays.
  fileprivate var isUTF8: Bool {
    !contains(0) && String(validating: self, as: UTF8.self) != nil
  }
}

/// The encoding that a page states in its head: `<meta charset="gb2312">`.
enum HTMLCharset {
  static func declared(in head: String) -> String? {
    let bytes = Array(head.lowercased().utf8)
    for sign in ["charset=", "encoding="] {
      guard let place = bytes.firstRange(of: sign.utf8) else { continue }
      let rest = bytes[place.upperBound...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      let name = rest.prefix { $0 > 0x20 && !"\"'>;?/".utf8.contains($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
