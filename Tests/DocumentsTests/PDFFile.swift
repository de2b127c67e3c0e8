// PDF files for tests, written as the format has it (ISO 32000): each page draws lines of Helvetica at
// the places given.

enum PDFFile {
  /// A line of text at a place in points from the lower left corner of a page of 400 by 600.
  struct Line {
    var x: Int
    var y: Int
    var text: String
    var size = 10
  }

  static func file(_ pages: [[Line]]) -> [UInt8] {
    let first = 4
    let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for (index, lines) in pages.enumerated() {
      let drawn = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }
        .joined(separator: "\n")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents \(first + 2 * index + 1) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream")
    }
    return Array(file(objects).utf8)
  }

  private static func file(_ objects: [String]) -> String {
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = places.map { place in
      String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + table.joined()
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return file
  }
}
