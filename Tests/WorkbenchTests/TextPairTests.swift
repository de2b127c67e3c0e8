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
    let files = TextFiles(
      source: [folder + source], target: [target == "-" ? "-" : folder + target])
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

  @Test(
    arguments: [
      (
        "a.txt", "a.txt", nil, nil,
        "a.txt: SOURCE and TARGET are the same file\n"
          + "  fix: name the original first and its translation second"
      ),
      (
        "a.txt", "copy.txt", nil, nil,
        "copy.txt: holds the same bytes as a.txt\n"
          + "  fix: name the original first and its translation second"
      ),
      (
        "-", "-", nil, nil,
        "arguments: both texts cannot come from standard input\n"
          + "  fix: name a file for one of them"
      ),
      (
        "a.txt", "b.txt", .zh, .zhHant,
        "arguments: both texts are said to be zh\n"
          + "  fix: state two languages with --source-lang and --target-lang"
      ),
      (
        "a.txt", "c.txt", nil, nil,
        "c.txt: in the same language as a.txt, zh-Hans\n"
          + "  fix: name a text and its translation, or state the languages with --source-lang and "
          + "--target-lang"
      ),
      (
        "b.txt", "c.txt", .zh, .en,
        nil
      ),
      (
        "b.txt", "d.txt", .zh, nil,
        "b.txt: stated to be zh, but 0 % of its letters are Chinese\n"
          + "  fix: swap SOURCE and TARGET, or state the languages with --source-lang and "
          + "--target-lang"
      ),
      (
        "d.txt", "b.txt", nil, nil,
        "d.txt: the text does not tell its language\n"
          + "  fix: state it with --source-lang or --target-lang"
      ),
    ] as [(String, String, Language?, Language?, String?)])
  func badPairs(
    source: String, target: String, from: Language?, to: Language?, words: String?
  ) throws {
    let folder = try Folder()
    let text = "今天天气很好，我们去公园散步。"
    _ = try folder.file("a.txt", text)
    _ = try folder.file("copy.txt", text)
    _ = try folder.file("b.txt", "The weather is fine today.")
    _ = try folder.file("c.txt", "我们回家。")
    _ = try folder.file("d.txt", "Xyzzy plugh quux.")
    func path(_ name: String) -> String { name == "-" ? name : "\(folder.path)/\(name)" }
    var said: String?
    do {
      _ = try TextPair(
        reading: TextFiles(
          source: [path(source)], target: [path(target)], sourceLanguage: from,
          targetLanguage: to))
    } catch { said = "\(error)".replacingOccurrences(of: folder.path + "/", with: "") }
    #expect(said == words)
  }

  /// Languages of two files `source` and `target`, Chinese `zh`, English `en` or German `de`, as they
  /// are stated, and as they come out: `zh en`, with `swapped` after it.
  static let orders: [(source: String, target: String, stated: String, outcome: String)] = [
    ("zh", "en", "", "zh-Hans en"), ("en", "zh", "", "zh-Hans en swapped"),
    ("en", "zh", "en zh", "en zh-Hans"), ("en", "zh", "zh en", "zh-Hans en swapped"),
    ("en", "zh", "en -", "en zh-Hans"), ("en", "zh", "- en", "zh-Hans en swapped"),
    ("de", "en", "", "de en"), ("en", "de", "", "en de"), ("de", "zh", "", "de zh-Hans"),
    ("zh", "de", "", "zh-Hans de"), ("en", "de", "de en", "de en swapped"),
  ]

  @Test(arguments: orders)
  func sidesInTheWrongOrderAreSwapped(
    source: String, target: String, stated: String, outcome: String
  ) throws {
    let folder = try Folder()
    let texts = [
      "zh": "今天天气很好，我们去公园散步。", "en": "The weather is fine today, and we go to the park.",
      "de": "Das Wetter ist heute schön, und wir gehen in den Park.",
    ]
    let languages = stated.split(separator: " ").map { Language(String($0)) }
    let pair = try TextPair(
      reading: TextFiles(
        source: [folder.file("source", texts[source] ?? "")],
        target: [folder.file("target", texts[target] ?? "")],
        sourceLanguage: languages.first ?? nil, targetLanguage: languages.last ?? nil))
    let (from, into) = (pair.source.document, pair.target.document)
    let isSwapped = from.origin.fileName == "target"
    #expect("\(from.language) \(into.language)\(isSwapped ? " swapped" : "")" == outcome)
    #expect(
      pair.notices
        == (isSwapped
          ? [
            "target is \(from.language) and source \(into.language): the sides were swapped; to keep "
              + "them as named state --source-lang \(into.language.code) --target-lang "
              + "\(from.language.code)"
          ] : []))
  }
}
