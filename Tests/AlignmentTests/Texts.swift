import Bitext
import Foundation
import TestData

@testable import Alignment

extension LexiconBuilder {
  /// The path of a new file with the compiled lexicon.
  func written() throws -> String {
    let path = NSTemporaryDirectory() + "bitext-\(UUID().uuidString).lexicon"
    try compiled().write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The compiled lexicon, read back.
  func lexicon() throws -> Lexicon {
    let path = try written()
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Lexicon(path: path)
  }
}

extension SegmentedDocument {
  /// A text of one segment a line, blank lines between paragraphs.
  static func paragraphs(_ text: String, _ language: Language) -> SegmentedDocument {
    var result = lines(text.split(separator: "\n").map(String.init), language)
    var index = 0
    for (number, paragraph) in text.split(separator: "\n\n").enumerated() {
      for _ in paragraph.split(separator: "\n") {
        result.segments[index].paragraph = number
        index += 1
      }
    }
    return result
  }

  /// A text of one segment a line.
  static func lines(_ lines: [String], _ language: Language) -> SegmentedDocument {
    let text = lines.joined(separator: "\n")
    var segments: [Segment] = []
    var start = 0
    for line in lines {
      let range = start..<start + line.utf8.count
      segments.append(Segment(range: range, paragraph: 0))
      start = range.upperBound + 1
    }
    return SegmentedDocument(
      document: Document(
        origin: Origin(
          fileName: "text", sha256: String(repeating: "0", count: 64), encoding: "UTF-8"),
        language: language, text: text,
        paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
      segments: segments)
  }
}

extension GoldPair {
  /// A pair of the gold texts: `mag/003`.
  static func read(_ name: String) throws -> GoldPair {
    func text(_ ending: String) throws -> String {
      try String(contentsOfFile: TestData.gold.path("\(name).\(ending)"), encoding: .utf8)
    }
    return try GoldPair(
      name: name, source: .paragraphs(text("zh"), .zh), target: .paragraphs(text("en"), .en),
      beads: text("gold").split(separator: "\n").compactMap { Bead(line: $0) })
  }
}
