extension FileBytes {
  /// A table or list as UTF-8, whatever encoding a spreadsheet saved it in; zipped and marked-up files
  /// say for themselves what they are and stay as they are, and so does what is in no encoding.
  public static func utf8(_ bytes: [UInt8], name: String) -> [UInt8] {
    let file = SourceFile(bytes, name: name)
    let isMarkup = file.head.first { !$0.isWhitespace } == "<"
    guard !file.isZip, !isMarkup, let (text, _) = try? TextDecoder.decode(file) else {
      return bytes
    }
    return Array(text.utf8)
  }
}
