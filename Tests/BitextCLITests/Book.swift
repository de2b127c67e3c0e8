// A document pair of a book's length, for measuring.
import Bitext
import Foundation
import TestData
import Testing

@testable import Workbench

extension Desk {
  /// The founding text again and again, with its gold ladder; every eighth row is doubtful.
  func storeBook(rows count: Int) throws {
    let texts = TestData.repository("corpora/press-conference")
    let shapes = try String(contentsOfFile: "\(texts)/segments.gold", encoding: .utf8)
      .split(separator: "\n").map { line in
        let sides = line.split(separator: ":").map { $0.matches(of: /\d+/).count }
        return Shape(sides[0], sides[1])
      }
    let copies = (count + shapes.count - 1) / shapes.count
    let source = try lines("\(texts)/zh.txt", copies, .zhHans)
    let target = try lines("\(texts)/en.txt", copies, .en)
    let all = Array(repeatElement(shapes, count: copies).joined())
    var rows = DocumentPair.rows(of: all, source: source, target: target)
    for index in rows.indices {
      rows[index].confidence = index % 8 == 3 ? 0.5 + Double(index % 400) / 1000 : 0.97
      if index % 16 == 3 { rows[index].doubts = [Doubt(.number, "1994 only in target")] }
    }
    let bench = try Bench(workspace: folder + "/bitext.db", .createIfMissing, author: "ann") {
      Date(timeIntervalSince1970: 1_679_011_200)
    }
    try bench.store.add(DocumentPair(name: "book", source: source, target: target, rows: rows))
  }

  private func lines(_ path: String, _ copies: Int, _ language: Language) throws
    -> SegmentedDocument
  {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var text = ""
    var (segments, paragraphs): ([Segment], [Paragraph]) = ([], [])
    for line in repeatElement(lines, count: copies).joined() {
      let start = text.utf8.count
      text += line
      let range = start..<text.utf8.count
      segments.append(Segment(range: range, paragraph: paragraphs.count))
      paragraphs.append(Paragraph(range: range))
      text += "\n"
    }
    let origin = Origin(
      fileName: "book.txt", sha256: String(repeating: "0", count: 64), encoding: "UTF-8")
    return SegmentedDocument(
      document: Document(origin: origin, language: language, text: text, paragraphs: paragraphs),
      segments: segments)
  }
}
