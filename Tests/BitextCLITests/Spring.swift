// A pair of small texts whose rows stand as a test wants them, whatever the aligner thinks.
import Foundation
import Testing

extension Desk {
  /// Stores the pair `spring`: 5 source and 5 target segments, in rows of these shapes, none of
  /// them with a confidence or a doubt.
  func spring(_ shapes: String = "1-1 1-2 1-1 1-0 1-1") throws {
    try write("春天来了。\n花都开了，鸟在唱歌。\n我们去公园。\n下雨了。\n我们回家。\n", to: "zh.txt")
    try write(
      "Spring has come.\nThe flowers are out.\nBirds are singing.\nWe go to the park.\nWe go home.\n",
      to: "en.txt")
    let aligned = try run("bitext align zh.txt en.txt --segmented --as spring --json")
    try #require(aligned.status == 0, "\(aligned.errors)")
    let rows = try json(Spring.self, "bitext show spring --json").rowCount
    let merges = Array(repeating: "bitext edit spring:1 merge-down", count: rows - 1)
    let parts = shapes.split(separator: " ").map { $0.replacing("-", with: " ") }
    let splits = parts.indices.dropLast().map { "bitext edit spring:\($0 + 1) split \(parts[$0])" }
    let laid = try run((merges + splits).joined(separator: " && "))
    try #require(laid.status == 0, "\(laid.errors)")
  }

  /// The shapes and statuses of the rows: `1-1 confirmed, 1-2`.
  func picture(_ name: String = "spring") throws -> String {
    try json(Spring.self, "bitext show \(name) --json").rows
      .map { $0.status == "unreviewed" ? $0.shape : "\($0.shape) \($0.status)" }
      .joined(separator: ", ")
  }
}

/// What the tests read of `show --json`.
struct Spring: Decodable {
  struct Row: Decodable, Equatable {
    var row: Int
    var shape: String
    var status: String
    var source: String
    var target: String
  }
  var rowCount: Int
  var rows: [Row]
}
