// Programs we did not write read what we export: TMX's own DTD, and two Python packages, which
// must find the same units with the same texts.
import Bitext
import Exchange
import Foundation
import TestData
import Testing

@Suite struct OtherReadersTests {
  static let units = [
    Unit.of("press-1", "今天发布的《新时代的中国网络法治建设》白皮书。", "The white paper, \"released\" today."),
    Unit.of(
      "press-2", "推进“互联网+普法” <a> & ]]>", "Internet plus <public> & legal ]]> education", .accepted),
    Unit.of("press \"3\" & <more>", "𠮷野家😀\tＡＢＣ", "e\u{301}migré\ttab\u{A0}inside", .edited),
    Unit.of("null", "好。", "", shape: "1-0"),
  ]

  static func exported(to path: String) throws -> Receipt {
    var units = units
    units[0].speaker = "曹淑敏"
    units[0].comment = "a note"
    units[0].author = "lin"
    units[0].confidence = 0.5
    units[0].facts = PairFacts(client: "c", domain: "d", date: "2023", note: "n")
    return try export(units, to: path)
  }

  @Test(.needs(.samples)) func validByItsDTD() throws {
    let dtd = try TestData.samples.path("exchange/tmx14.dtd")
    try withFolder { folder in
      _ = try Self.exported(to: "\(folder)/out.tmx")
      let (status, output) = try run(
        "xmllint", ["--noout", "--nonet", "--dtdvalid", dtd, "\(folder)/out.tmx"])
      #expect(status == 0, "\(output)")
    }
  }

  static let translateToolkit = """
    import json, sys
    from translate.storage import tmx
    units = tmx.tmxfile.parsefile(sys.argv[1]).units
    print(json.dumps([[str(u.source), str(u.target)] for u in units]))
    """

  static let pythonTMX = """
    import json, sys
    import PythonTmx
    from PythonTmx.utils import validate
    from lxml import etree
    memory = PythonTmx.from_element(etree.parse(sys.argv[1]).getroot())
    validate(memory)
    print(json.dumps([["".join(v.content) for v in u.tuvs] for u in memory.tus]))
    """

  @Test(.needs(.readers), arguments: [translateToolkit, pythonTMX])
  func sameUnitsInAnotherProgram(script: String) throws {
    let python = try TestData.readers.path("bin/python")
    try withFolder { folder in
      let receipt = try Self.exported(to: "\(folder)/out.tmx")
      let (status, output) = try run(python, ["-c", script, "\(folder)/out.tmx"])
      try #require(status == 0, "\(output)")
      let read = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
      #expect(read.count == receipt.units)
      #expect(read == Self.units.prefix(3).map { [$0.source, $0.target] })
    }
  }
}
