internal import Bitext
internal import Markup

/// PDF, as far as its text can be had: Poppler's `pdftotext` tells where each word stands, and from
/// that columns, paragraphs, page furniture and hyphens are guessed. A warning says so.
enum PDF: TextFormat {
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    file.bytes.prefix(1024).starts(with: "%PDF-".utf8) || file.head.prefix(1024).contains("%PDF-")
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let output = try Poppler.layout(of: file)
    let layout = PDFLayoutReader()
    let fault = output.layout.withUnsafeBufferPointer { MarkupParser.html($0, to: layout) }
    if let fault { throw .damaged(file.name, fault) }
    guard layout.pages.contains(where: { !$0.blocks.isEmpty }) else {
      throw .notText(
        file.name, what: "a PDF of \(layout.pages.count) pages that hold no letters, only pictures",
        remedy: "recognise its text first, as `ocrmypdf` does, and name that file")
    }
    var extract = PDFParagraphs(layout.pages).extract
    extract.notices.append(
      "a PDF holds no paragraphs: they were guessed from the places of the words; look them over")
    if output.lacksFonts {
      extract.notices.append(
        "letters are missing: install Poppler's tables of them (apt-get install poppler-data)")
    }
    return extract
  }
}
