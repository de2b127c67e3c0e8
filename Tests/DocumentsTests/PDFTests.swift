internal import Bitext
internal import Documents
internal import Foundation
internal import Testing

/// Whether Poppler's program is there to read PDF with.
let hasPoppler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }

/// Paragraphs guessed from the places of words. Needs Poppler's `pdftotext`.
@Suite(.enabled(if: hasPoppler, "pdftotext is not installed"))
struct PDFTests {
  /// Lines of one size below each other, 12 points apart; `>` begins an indented one, and an empty one
  /// leaves a gap.
  private static func lines(
    _ text: String, x: Int = 50, y: Int = 500, size: Int = 10
  ) -> [PDFFile.Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      let isIndented = $1.hasPrefix(">")
      guard !$1.isEmpty else { return nil }
      return PDFFile.Line(
        x: x + (isIndented ? 15 : 0), y: y - 12 * $0,
        text: String(isIndented ? $1.dropFirst() : $1),
        size: size)
    }
  }

  private static let text = """
    The white paper systematically summarizes the concept and
    practices of law-based governance since the country was fully
    connected. It has offered ideas.
    The next paragraph begins after a line that was not full, and it
    undoes the hyphens that words are bro-
    ken at, but not those of law-
    based governance.
    >An indented line begins one, too, even though the line before
    was as long as any of the others were, down to its last words.
    >So does this.

    A gap does, too.
    """

  private static let paragraphs = [
    "The white paper systematically summarizes the concept and practices of law-based governance "
      + "since the country was fully connected. It has offered ideas.",
    "The next paragraph begins after a line that was not full, and it undoes the hyphens that words "
      + "are broken at, but not those of law-based governance.",
    "An indented line begins one, too, even though the line before was as long as any of the others "
      + "were, down to its last words.",
    "So does this.", "A gap does, too.",
  ]

  private static let warning =
    "a PDF holds no paragraphs: they were guessed from the places of the words; look them over"

  @Test func linesBecomeParagraphs() throws {
    let title = PDFFile.Line(x: 50, y: 530, text: "A Title", size: 18)
    let document = try read(PDFFile.file([[title] + Self.lines(Self.text)]))
    #expect(document.picture == ["heading: A Title"] + Self.paragraphs)
    #expect(document.notices == [Self.warning])
    #expect(document.isCoveredByParagraphs)
  }

  @Test func headersAndPageNumbersGoAndParagraphsCrossPages() throws {
    let pages = (1...3).map { page in
      [
        PDFFile.Line(x: 50, y: 580, text: "Running title"),
        PDFFile.Line(x: 190, y: 20, text: "- \(page) -"),
      ]
    }
    let text = Self.lines(
      "A sentence that starts at the end of a page and\nthat runs on over the border of it because")
    let rest = Self.lines("long ones do.\nA paragraph that is longer than the first line.")
    let document = try read(PDFFile.file([pages[0] + text, pages[1] + rest, pages[2]]))
    #expect(
      document.picture == [
        "A sentence that starts at the end of a page and that runs on over the border of it because "
          + "long ones do.", "A paragraph that is longer than the first line.",
      ])
    #expect(document.notices == ["left out: 6 pieces of page furniture", Self.warning])
  }

  @Test func columnsAreReadOneAfterTheOther() throws {
    let left = Self.lines("The first column has\nlines of its own and is\nread first.", x: 40)
    let right = Self.lines(
      "The second column is\nread after it, although it\nstands beside.", x: 220)
    let document = try read(PDFFile.file([zip(left, right).flatMap { [$0, $1] }]))
    #expect(
      document.picture == [
        "The first column has lines of its own and is read first.",
        "The second column is read after it, although it stands beside.",
      ])
  }

  @Test func whatCannotBeReadIsSaid() throws {
    func message(_ bytes: [UInt8]) -> String {
      do { return try read(bytes, "a.pdf").text } catch { return "\(error)" }
    }
    #expect(
      message(PDFFile.file([[], []]))
        == "a.pdf: this is a PDF of 2 pages that hold no letters, only pictures, not a text\n"
        + "  fix: recognise its text first, as `ocrmypdf` does, and name that file")
    #expect(message(Array("%PDF-1.7\n".utf8)).hasPrefix("a.pdf: cannot be read: pdftotext: "))
  }
}
