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
}

/// The paragraphs of one side of the founding text.
func foundingText(_ side: Side) throws -> [String] {
  let name = side == .source ? "zh.paragraphs.txt" : "en.paragraphs.txt"
  let path = TestData.repository("corpora/press-conference/\(name)")
  return try String(contentsOfFile: path, encoding: .utf8)
    .components(separatedBy: "\n\n").filter { !$0.isEmpty }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
