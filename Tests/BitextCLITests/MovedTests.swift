// A passage that stands elsewhere is told of by `align`, `status` and `show`, until a person decides
// or pairs it; undo brings it back.
import Testing

@Suite struct MovedTests {
  private struct View: Decodable {
    struct Row: Decodable {
      struct Moved: Decodable {
        var source: [Int]
        var target: [Int]
      }
      var moved: Moved?
    }
    var rows: [Row]
  }

  private struct Figures: Decodable {
    var moved: [View.Row.Moved]
  }

  /// Thirty sentences of three numbers each; the target has the eighth and ninth after the 22nd.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    let numbers = (1...30).map { [$0 * 7919 % 9973, $0 * 6841 % 9967, $0 * 3571 % 9949] }
    let source = numbers.map { "第\($0[0])号文件说明了第\($0[1])项，共\($0[2])页。" }
    var target = numbers.map { "Document \($0[0]) explains item \($0[1]) on \($0[2]) pages." }
    let moved = target[7...8]
    target.removeSubrange(7...8)
    target.insert(contentsOf: moved, at: 20)
    try desk.write(source.joined(separator: "\n") + "\n", to: "zh.txt")
    try desk.write(target.joined(separator: "\n") + "\n", to: "en.txt")
    return desk
  }

  @Test func movedRowsAreToldOfUntilDecided() throws {
    let desk = try Self.desk()
    let told = "  moved out of order: row 8 faces row 23 ("
    let aligned = try desk.run("bitext align zh.txt en.txt --segmented --as m")
    #expect(aligned.output.contains(told))
    #expect(try desk.run("bitext status m").output.contains(told))
    let shown = try desk.run("bitext show m:23-24").output
    #expect(shown.contains("moved: faces row 8 (0."))
    #expect(shown.contains("moved: faces row 9 (0."))
    let view = try desk.json(View.self, "bitext show m:9 --json")
    #expect(view.rows[0].moved?.source == [9] && view.rows[0].moved?.target == [24])

    try desk.run("bitext edit m:8 omitted")
    #expect(!(try desk.run("bitext show m:23").output.contains("moved")))
    #expect(try desk.json(Figures.self, "bitext status m --json").moved.map(\.source) == [[9]])
    try desk.run("bitext undo")
    #expect(try desk.run("bitext status m").output.contains(told))
  }

  @Test func rowsAboveThatGoAwayChangeTheNumbersTold() throws {
    let desk = try Self.desk()
    try desk.run("bitext align zh.txt en.txt --segmented --as m")
    #expect(try desk.run("bitext edit m:1 merge-down").status == 0)
    let moved = try desk.json(Figures.self, "bitext status m --json").moved
    #expect(moved.map(\.source) == [[7], [8]])
    #expect(moved.map(\.target) == [[22], [23]])
  }
}
