// Files that are broken, or mean harm: refused with the line and a reason, in little time, or read.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct HostileTests {
  @Test(arguments: [
    ("empty.tsv", "", nil, "the file is empty"),
    ("one.tsv", "网络\n好\n", Format.tsv, "has one column, and no pair of texts"),
    ("x.tsv", "a\tb\nc\n", .tsv, "the line has no tab"),
    ("zero.tsv", "a\tb\nc\u{0}\td\n", .tsv, "holds a zero byte, so this is no text"),
    ("what.bin", "PNG", nil, "is of no format that is known here"),
    (
      "a.csv", "source,target\n\"a,b\n", .csv,
      "cannot be read: a quotation mark on line 2 is not closed"
    ),
    (
      "a.jsonl", "{\"a\":1}\n", .jsonl,
      "the object has no source and target, nor two texts by language"
    ),
    ("a.jsonl", "{\"a\":\n", .jsonl, "is no JSON object on one line"),
    ("a.po", "msgid \"a\nmsgstr \"b\"\n", .po, "a string is not closed"),
    ("a.po", "msgstr \"b\"\n", .po, "a msgstr without its msgid"),
    ("a.po", "msgid \"a\"\nmsgbla \"b\"\n", .po, "'msgbla' is no keyword of PO"),
    ("a.po", "msgid \"\"\nmsgstr \"\"\n", .po, "holds no unit of PO"),
    ("a.xlf", "<xliff version='1.2'><file>", .xliff, "line 1: "),
    ("a.xlf", "<xliff version='1.2'/>", .xliff, "holds no unit of XLIFF 1.2"),
    ("a.xlf", "<xliff version='2.0'/>", .xliff, "says version 2 in the namespace of XLIFF 1"),
    (
      "a.xlf", "<!DOCTYPE x [<!ENTITY a 'b'>]><xliff version='1.2'>&a;</xliff>", .xliff,
      "it declares entities of its own, which are not expanded"
    ),
  ])
  func refused(name: String, text: String, format: Format?, problem: String) throws {
    let error = try #require(throws: ExchangeError.self) {
      try read([(name, text)], as: format)
    }
    #expect(error.problem.hasPrefix(problem), "\(error)")
    #expect(error.place.contains(name))
  }

  @Test(arguments: [
    ("[0]:[0]\n", "a\n", "", "holds segment 0 of"),
    ("[0]:[0]\nx\n", "a\n", "b\n", "this line is no bead, and no rung"),
    ("1\t1\t0\n0\t0\t0\n", "a\n", "b\n", "this rung stands before the one above it"),
    ("0\t0\t0\n1\t44444444444\t0\n", "a\n", "b\n", "this rung counts more than 5000000"),
    (
      "<linkGrp><link xtargets='s9;s1'/></linkGrp>", "<d><s id='s1'>a</s></d>",
      "<d><s id='s1'>b</s></d>",
      "points to 's9', which"
    ),
    ("<linkGrp><link xtargets='s1'/></linkGrp>", "<d/>", "<d/>", "xtargets='s1' has no two sides"),
    ("<x><linkGrp/><linkGrp/></x>", "<d/>", "<d/>", "links 2 pairs of documents"),
  ])
  func brokenLinks(links: String, source: String, target: String, problem: String) throws {
    let error = try #require(throws: ExchangeError.self) {
      try read([("links", links), ("a.zh", source), ("a.en", target)])
    }
    #expect(error.problem.hasPrefix(problem), "\(error)")
  }

  @Test func lineCountsDiffer() throws {
    let error = try #require(throws: ExchangeError.self) {
      try read([("a.zh", "一\n二\n"), ("a.en", "one\n")])
    }
    #expect(error.problem.hasPrefix("has 1 lines, and ") && error.problem.hasSuffix("a.zh 2"))
  }

  /// Characters that XML forbids, which real files carry, are left out.
  @Test func forbiddenCharacters() throws {
    let text = """
      <xliff version="1.2"><file source-language="en" target-language="zh"><body><trans-unit id="1">
      <source>a\u{7}b&#x1F;c&amp;&#31;</source><target>甲</target></trans-unit></body></file></xliff>
      """
    #expect(try read([("a.xlf", text)])[0].source == "abc&")
  }

  static let bombs: [(String, @Sendable () -> String)] = [
    (
      "billion laughs",
      {
        let entities = (1...9).map {
          "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>"
        }
        return
          "<!DOCTYPE x [<!ENTITY l0 'lol'>\(entities.joined())]><xliff version='1.2'>&l9;</xliff>"
      }
    ),
    ("a million tags", { "<xliff>" + String(repeating: "<group>", count: 1_000_000) }),
    (
      "many attributes",
      { "<xliff " + (0..<300_000).map { "a\($0)='b' " }.joined() + "/>" }
    ),
    ("one line of 40 MB", { "a\t" + String(repeating: "b", count: 40_000_000) }),
    (
      "external entity",
      { "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xliff>&e;</xliff>" }
    ),
  ]

  @Test(arguments: bombs.indices)
  func bomb(index: Int) throws {
    let text = Self.bombs[index].1()
    let clock = ContinuousClock()
    let took = try clock.measure {
      _ = try #require(throws: ExchangeError.self) {
        try read([("bomb", text)], as: text.hasPrefix("<") ? .xliff : .tsv)
      }
    }
    #expect(took < .seconds(10), "\(Self.bombs[index].0)")
  }
}
