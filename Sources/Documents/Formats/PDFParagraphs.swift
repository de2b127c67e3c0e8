internal import Bitext

/// Lines of pages become paragraphs.
///
/// A paragraph begins at an indented line, after a wider gap, at another size of letters, at a bullet,
/// and after a line that ended although the next word had room in it. It goes on over the end of a
/// column or page where the last line was full and no sentence had ended.
struct PDFParagraphs {
  private var builder = TextBuilder()
  private var leftOut = LeftOut()
  private let words: Set<Substring>
  private let bodyHeight: Double
  /// Those of the column before.
  private var margins = Margins()
  private var above: PDFLine?
  private var paragraph = ""

  /// The text and what was left out of it.
  var extract: Extract {
    Extract(text: builder.text, paragraphs: builder.paragraphs, leftOut: leftOut)
  }

  init(_ pages: [PDFPage]) {
    let lines = pages.flatMap { $0.blocks.joined() }
    words = Set(lines.flatMap { $0.text.split(separator: " ").dropFirst().dropLast() })
    bodyHeight = median(lines.map(\.place.height))
    let furniture = PDFFurniture(pages)
    for page in pages {
      let blocks = page.blocks.map { $0.filter { !furniture.holds($0, on: page) } }
      leftOut.add("piece of page furniture", zip(page.blocks, blocks).count { $0.count > $1.count })
      for column in PDFColumns.ordered(blocks.filter { !$0.isEmpty }) { read(column) }
    }
    endParagraph()
    builder.finish()
  }

  private mutating func read(_ column: [[PDFLine]]) {
    let lines = column.flatMap(\.self)
    let margins = Margins(lines)
    for block in column {
      // A block of few lines does not show where its margins are.
      let own = block.count < 3 ? margins : Margins(block)
      for line in block {
        if above.map({ begins(line, after: $0, own) }) ?? true { endParagraph() }
        append(line.text)
        above = line
      }
    }
    self.margins = margins
  }

  /// Where the lines of a column or block begin and end, and how far apart they are.
  private struct Margins {
    var left = 0.0
    var right = 0.0
    var pitch = 0.0

    init() {}

    init(_ lines: [PDFLine]) {
      left = lines.map(\.place.left).min() ?? 0
      right = lines.map(\.place.right).max() ?? 0
      pitch = median(zip(lines, lines.dropFirst()).map { $1.place.top - $0.place.top })
    }

    /// Whether the word that begins the next line would have had room at the end of this one.
    func hadRoom(after line: PDFLine, for next: PDFLine) -> Bool {
      let em = next.place.height
      return right - line.place.right > min(next.firstWord, em * 2) + em
    }
  }

  private func begins(_ line: PDFLine, after above: PDFLine, _ margins: Margins) -> Bool {
    if !isAlike(above, line) || isBullet(line) { return true }
    let step = line.place.top - above.place.top
    if step <= 0 { return beginsColumn(line, after: above) }
    if step <= margins.pitch * 1.4, hyphenated(before: line.text) != nil { return false }
    let em = line.place.height
    let isIndented =
      line.place.left > margins.left + em * 0.8 && above.place.left < line.place.left - em / 2
    return isIndented || step > margins.pitch * 1.4 || margins.hadRoom(after: above, for: line)
  }

  /// Whether the first line of a column or page begins a paragraph: unless the last one before was full
  /// and its sentence had not ended.
  private func beginsColumn(_ line: PDFLine, after above: PDFLine) -> Bool {
    paragraph.endsSentence || margins.hadRoom(after: above, for: line)
  }

  private func isAlike(_ a: PDFLine, _ b: PDFLine) -> Bool {
    abs(a.place.height - b.place.height) < 0.15 * max(a.place.height, b.place.height)
  }

  private func isBullet(_ line: PDFLine) -> Bool {
    ParagraphKinds.kind(of: String(line.text.prefix(40))) == .listItem
  }

  /// Writes a line on, undoing the hyphen at the end of the one before.
  private mutating func append(_ line: String) {
    if paragraph.isEmpty {
      paragraph = line
    } else if let stem = hyphenated(before: line) {
      paragraph = stem + line
    } else {
      let isJoined = WideText.joins(Array(paragraph.utf8.suffix(4)), Array(line.utf8.prefix(4)))
      paragraph += (isJoined ? "" : " ") + line
    }
  }

  /// What stands before the hyphen that a line was broken at; `nil` where none was. The hyphen stays
  /// if the document has the word with it elsewhere.
  private func hyphenated(before line: String) -> String? {
    guard let hyphen = paragraph.last, "-\u{2010}\u{AD}".contains(hyphen),
      paragraph.dropLast().last?.isLetter == true, line.first?.isLowercase == true
    else { return nil }
    let first = paragraph.split(separator: " ").last ?? ""
    let second = line.prefix { $0.isLetter || $0 == "-" }
    let isCompound = hyphen == "-" && words.contains { $0.hasPrefix(first + second) }
    return isCompound ? paragraph : String(paragraph.dropLast())
  }

  private mutating func endParagraph() {
    let isLarge = above.map { $0.place.height > bodyHeight * 1.15 } ?? false
    builder.kind = isLarge && paragraph.utf8.count < 300 ? .heading : .text
    builder.append(paragraph)
    builder.endParagraph()
    paragraph = ""
  }
}

private func median(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.sorted()[values.count / 2]
}
