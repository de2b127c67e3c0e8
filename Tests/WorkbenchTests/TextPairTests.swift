import Bitext
import Foundation
import Testing

@testable import Workbench

@Suite struct TextPairTests {
  @Test(arguments: [
    ("zh.txt", "en.txt", "press"),
    ("a.txt", "press.en.txt", "press"),
    ("a.txt", "EN-白皮书.txt", "白皮书"),
    ("a.txt", "report_v2.en.txt", "report_v2"),
    ("a.txt", "en.paragraphs.txt", "paragraphs"),
    ("a.txt", "Open letter.docx", "Open letter"),
    ("发布会.zh.txt", "-", "发布会"),
    ("a.txt", "english.txt", "english"),
    ("中文.txt", "英文.txt", "press"),
    ("白皮书_中文.txt", "白皮书_英文.txt", "白皮书"),
  ])
  func nameNobodySaid(source: String, target: String, name: String) {
    let folder = "/texts/press/"
    let files = TextFiles(source: folder + source, target: target == "-" ? "-" : folder + target)
    #expect(files.defaultName == name)
  }

  @Test(
    arguments: [
      ("press", "press", nil), ("press:42", "press", 42...42), ("发布会:10-20", "发布会", 10...20),
    ] as [(String, String, ClosedRange<Int>?)])
  func rowsAreNamed(text: String, name: String, rows: ClosedRange<Int>?) throws {
    let selection = try RowSelection(text)
    #expect(selection.name == name)
    #expect(selection.rows == rows)
  }

  @Test(arguments: ["press:", "press:0", "press:x", "press:3-2", "press:1:2", ":3", "press:1-2-3"])
  func noRows(text: String) {
    let error = #expect(throws: WorkbenchError.self) { try RowSelection(text) }
    #expect(
      error?.description == """
        \(text): not a document pair with a row or a range of rows
          fix: write press, press:42 or press:10-20
        """)
  }

  @Test(arguments: [
    (
      "a.txt", "a.txt", Language.en,
      "a.txt: SOURCE and TARGET are the same file\n"
        + "  fix: name the original first and its translation second"
    ),
    (
      "a.txt", "copy.txt", .en,
      "copy.txt: holds the same bytes as a.txt\n"
        + "  fix: name the original first and its translation second"
    ),
    (
      "-", "-", .en,
      "arguments: both texts cannot come from standard input\n"
        + "  fix: name a file for one of them"
    ),
    (
      "a.txt", "b.txt", .zhHant,
      "arguments: both texts are said to be zh\n"
        + "  fix: state two languages with --source-lang and --target-lang"
    ),
    (
      "b.txt", "a.txt", .en,
      "b.txt: stated to be zh, but 0 % of its letters are Chinese\n"
        + "  fix: swap SOURCE and TARGET, or state the languages with --source-lang and "
        + "--target-lang"
    ),
  ])
  func badPairs(source: String, target: String, language: Language, words: String) throws {
    let folder = try Folder()
    let text = "今天天气很好，我们去公园散步。"
    _ = try folder.file("a.txt", text)
    _ = try folder.file("copy.txt", text)
    _ = try folder.file("b.txt", "The weather is fine today.")
    func path(_ name: String) -> String { name == "-" ? name : "\(folder.path)/\(name)" }
    let error = #expect(throws: (any Error).self) {
      try TextPair(
        reading: TextFiles(
          source: path(source), target: path(target), targetLanguage: language))
    }
    let said = "\(try #require(error))".replacingOccurrences(of: folder.path + "/", with: "")
    #expect(said == words)
  }
}
