import Testing
import Workbench

@testable import BitextCLI

@Suite struct TextFieldTests {
  /// A text, keys, and the text after them with `|` at the cursor; ten columns wide.
  @Test(arguments: [
    ("ab", "c", "abc|"), ("ab", "left X", "aX|b"), ("依法治网", "left left 的", "依法的|治网"),
    ("ab", "home X", "X|ab"), ("ab", "home delete", "|b"), ("e\u{301}x", "left backspace", "|x"),
    ("one two", "ctrl-w", "one |"), ("one two", "ctrl-left", "one |two"),
    ("one two", "home ctrl-right", "one| two"), ("one two", "left left ctrl-k", "one t|"),
    ("one two", "ctrl-u", "|"), ("👨‍👩‍👧a", "left backspace", "|a"),
    ("one two three", "up", "one t|wo three"), ("one two three", "home", "one two |three"),
    ("依法治网成就", "up", "依|法治网成就"), ("one two three", "up end", "one two| three"),
    ("a", "enter b", "a\nb|"), ("a\nb", "up", "a|\nb"),
  ])
  func keys(text: String, keys: String, after: String) {
    var field = TextField(text, isMultiline: true)
    for name in keys.split(separator: " ") {
      let key = Key(named: String(name)) ?? Key(Character(String(name)))
      #expect(field.press(key, width: 10) == .typing)
    }
    let characters = Array(field.text)
    let shown = String(characters[..<field.cursor]) + "|" + String(characters[field.cursor...])
    #expect(shown == after)
  }

  @Test func howItEnds() {
    var field = TextField("a")
    #expect(field.press(.enter, width: 10) == .done)
    #expect(field.press(.escape, width: 10) == .discarded)
    var long = TextField("a", isMultiline: true)
    #expect(long.press(Key("s").with(["ctrl"]), width: 10) == .done)
  }

  @Test func aPasteKeepsLinesOnlyWhereThereAreLines() {
    var (line, lines) = (TextField(), TextField("", isMultiline: true))
    for text in ["a\r\nb\u{1B}[31m", "\u{7}"] {
      line.insert(text)
      lines.insert(text)
    }
    #expect(line.text == "a b[31m" && lines.text == "a\nb[31m")
  }

  @Test func theCursorStandsBehindWideCharacters() {
    var field = TextField("依法 ab", isMultiline: true)
    #expect(field.place(width: 10) == (0, 7))
    field.insert("网网网")
    #expect(field.place(width: 10) == (1, 4))
    #expect(field.lines(width: 10).map(field.text) == ["依法 ab网", "网网"])
  }
}
