// Programs we did not write read what each format's writer wrote: the same units with the same texts.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct OtherProgramsTests {
  static let units: [Unit] = [
    WritingTests.full, WritingTests.plain,
    .of("press \"3\" & <more>", "𠮷野家😀 ＡＢＣ", "e\u{301}migré\u{A0}inside ]]> \\n \"x\"", .accepted),
    .of("4", "一\n二", "One\ntwo", .edited),
  ]

  static var pairs: [[String]] { units.map { [$0.source, $0.target] } }

  /// What a Python program prints as JSON of a file: pairs of texts.
  func pairs(_ script: String, _ files: [String]) throws -> [[String]] {
    let python = try TestData.readers.path("bin/python")
    let (status, output) = try run(python, ["-c", script] + files)
    try #require(status == 0, "\(output)")
    return try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
  }

  static let toolkit = """
    import json, sys
    from translate.storage import factory
    store = factory.getobject(sys.argv[1])
    print(json.dumps([[str(u.source), str(u.target)] for u in store.units if u.source and not u.isheader()]))
    """

  @Test(.needs(.readers), arguments: [Format.xliff, .po])
  func translateToolkit(format: Format) throws {
    try withFolder { folder in
      let path = "\(folder)/press.\(format.endings[0])"
      try write(Self.units, as: format, to: path)
      let found = try pairs(Self.toolkit, [path])
      // The toolkit joins the words between codes and the codes' own into one text.
      let plain = { (pair: [String]) in
        pair.map {
          $0.replacing("<b>", with: "").replacing("</b>", with: "").replacing("{1}", with: "")
        }
      }
      #expect(found.map(plain) == Self.pairs)
    }
  }

  static let lxml2 = """
    import json, sys
    from lxml import etree
    n = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    root = etree.parse(sys.argv[1]).getroot()
    assert root.tag == "{%s}xliff" % n["x"] and root.get("version") == "2.1"
    text = lambda e: "".join(e.itertext())
    print(json.dumps([[text(s.find("x:source", n)), text(s.find("x:target", n))] for s in root.iterfind(".//x:segment", n)]))
    """

  @Test(.needs(.readers)) func xliff2ByAnXMLLibrary() throws {
    try withFolder { folder in
      try write(Self.units, as: .xliff2, to: "\(folder)/press.xlf")
      #expect(try pairs(Self.lxml2, ["\(folder)/press.xlf"]) == Self.pairs)
    }
  }

  static let csvModule = """
    import csv, json, sys
    rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
    print(json.dumps([[r["source"], r["target"]] for r in rows]))
    """

  @Test(.needs(.readers)) func csvByPython() throws {
    try withFolder { folder in
      try write(Self.units, as: .csv, to: "\(folder)/press.csv", byteOrderMark: true)
      let found = try pairs(Self.csvModule, ["\(folder)/press.csv"])
      #expect(found.map { $0.map(FormulaGuard.unguarded) } == Self.pairs)
    }
  }

  static let jsonModule = """
    import json, sys
    rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    print(json.dumps([[r["source"], r["target"]] for r in rows]))
    """

  @Test(.needs(.readers)) func jsonLinesByPython() throws {
    try withFolder { folder in
      try write(Self.units, as: .jsonl, to: "\(folder)/press.jsonl")
      #expect(try pairs(Self.jsonModule, ["\(folder)/press.jsonl"]) == Self.pairs)
    }
  }

  /// InterText's and OPUS's links lead to the sentences that they name.
  static let links = """
    import json, sys
    from lxml import etree
    links, zh, en = (etree.parse(p).getroot() for p in sys.argv[1:4])
    ids = lambda root: {e.get("id"): "".join(e.itertext()) for e in root.iter() if str(e.tag).endswith("}s") or e.tag == "s"}
    zh, en = ids(zh), ids(en)
    sides = [l.get("xtargets").split(";") for l in links.iter("link")]
    if links.tag == "linkGrp": sides = [(b, a) for a, b in sides]
    print(json.dumps([["".join(zh[i] for i in a.split()), " ".join(en[i] for i in b.split())] for a, b in sides]))
    """

  @Test(.needs(.readers), arguments: [Format.tei, .xces])
  func linksByAnXMLLibrary(format: Format) throws {
    try withFolder { folder in
      try write(
        [WritingTests.full, WritingTests.plain, WritingTests.null], as: format,
        to: "\(folder)/press.xml")
      let links = format == .tei ? "press.zh.en.xml" : "press.xml"
      let files = [links, "press.zh.xml", "press.en.xml"].map { "\(folder)/\($0)" }
      #expect(
        try pairs(Self.links, files) == [
          [WritingTests.full.source, WritingTests.full.target], ["谢谢！", "=Thank you."], ["好。", ""],
        ])
    }
  }

  @Test(.enabled(if: hasMsgfmt, "gettext is not installed"))
  func gettextTakesOurMessages() throws {
    try withFolder { folder in
      try write(Self.units + [Self.units[1]], as: .po, to: "\(folder)/press.po")
      let (status, output) = try run(
        "msgfmt", ["--check-format", "-o", "/dev/null", "\(folder)/press.po"])
      #expect(status == 0, "\(output)")
    }
  }
}

/// Whether GNU gettext is there.
let hasMsgfmt = (try? run("msgfmt", ["--version"]).status) == 0
