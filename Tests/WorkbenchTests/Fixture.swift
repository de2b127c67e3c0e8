import Bitext
import Foundation
import TestData
import Testing

@testable import Workbench

/// A folder of its own for one test, with a workspace in it.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/bitext-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  func bench(author: String = "li") throws -> Bench {
    try Bench(workspace: "\(path)/bitext.db", .createIfMissing, author: author) {
      Date(timeIntervalSince1970: 1_700_000_000)
    }
  }

  /// Two texts read from files.
  func texts(_ source: String, _ target: String) throws -> TextPair {
    try TextPair(
      reading: TextFiles(source: [file("zh.txt", source)], target: [file("en.txt", target)]))
  }

  /// Two texts of `count` rows that their numbers align without a lexicon; every fifth row is 1-2.
  func numberedTexts(count: Int) throws -> TextPair {
    let rows = (0..<count).map { row in
      let (number, matters) = (row * 37 % 1009 + 1100, row * 53 % 997 + 2200)
      let and = row % 5 == 4 ? ". There are" : " on"
      return (
        "第\(number)号文件说明了\(matters)件事情。", "This is document \(number)\(and) \(matters) matters."
      )
    }
    return try texts(rows.map(\.0).joined(), rows.map(\.1).joined(separator: " "))
  }
}

/// The paragraphs of one side of the founding text.
func foundingText(_ side: Side) throws -> [String] {
  let name = side == .source ? "zh.paragraphs.txt" : "en.paragraphs.txt"
  let path = TestData.repository("corpora/press-conference/\(name)")
  return try String(contentsOfFile: path, encoding: .utf8)
    .components(separatedBy: "\n\n").filter { !$0.isEmpty }
}
