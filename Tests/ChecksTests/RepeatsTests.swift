import Bitext
import Testing

@testable import Checks

@Suite struct RepeatsTests {
  private func twins(_ pairs: [(String, String)]) -> [String] {
    var repeats = Repeats()
    for (index, pair) in pairs.enumerated() {
      repeats.add(source: pair.0, .zh, target: pair.1, .en, pair: index)
    }
    return repeats.twins.map { "\($0.pair) \($0.rule.rawValue) \($0.other)" }
  }

  @Test func theRarerOneIsTold() {
    #expect(
      twins([("打开文件", "Open file"), ("打开文件", "Open the file"), ("打开文件。", "Open file.")])
        == ["1 same-source 0"])
    #expect(
      twins([("打开文件", "Open the file"), ("开启文件", "Open the file")]) == ["1 same-target 0"])
  }

  /// Too short, untranslated, in other letters only.
  @Test(arguments: [
    [("编辑", "Edit"), ("编辑", "Editing")], [("打开文件", "Open"), ("打开文件", "打开文件")],
    [("打开文件", "Open File"), ("打开文件", "open file!")],
  ])
  func quiet(pairs: [(String, String)]) {
    #expect(twins(pairs) == [])
  }
}
