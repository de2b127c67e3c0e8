// TMX → workspace → TMX keeps text, codes, properties, notes, dates and identifiers. A program we
// did not write reads both files and compares what they mean.
import Bitext
import Foundation
import Memory
import TestData
import Testing

@testable import Exchange
@testable import Workbench

@Suite struct TMXRoundTripTests {
  /// Prints what a file's units mean, one a line: languages by their true tags, dates in one form,
  /// notes and properties in order, segments as canonical XML (C14N).
  static let canonical = """
    import re, sys, xml.etree.ElementTree as E, json
    XML = "{http://www.w3.org/XML/1998/namespace}"
    def canon(element):
        text = E.tostring(element, encoding="unicode")
        return E.canonicalize(text[: text.rindex(">") + 1])
    def remarks(parent, kind):
        found = [[sorted(x.attrib.items()), x.text or ""] for x in parent if x.tag == kind]
        return sorted(found, key=lambda x: str(x[0]))
    def lang(tuv):
        code = tuv.get(XML + "lang") or tuv.get("lang")
        for prop in tuv.findall("prop"):
            if prop.get("type") == "x-bcp47": code = prop.text
        return code.lower().replace("_", "-")
    def attributes(element):
        skip = (XML + "lang", "lang", "srclang")
        return sorted((k, v) for k, v in element.attrib.items() if k not in skip)
    out = []
    for tu in E.parse(sys.argv[1]).getroot().iter("tu"):
        variants = []
        for tuv in tu.findall("tuv"):
            props = [p for p in remarks(tuv, "prop") if ("type", "x-bcp47") not in p[0]]
            variants.append([lang(tuv), attributes(tuv), props, remarks(tuv, "note"), canon(tuv.find("seg"))])
        out.append([attributes(tu), remarks(tu, "prop"), remarks(tu, "note"), sorted(variants)])
    for unit in out: print(json.dumps(unit, ensure_ascii=False))
    """

  private func units(of path: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.canonical, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(path)")
    return output.split(separator: "\n").map(String.init)
  }

  private func isValid(_ path: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "xmllint", "--noout", "--nonet", "--dtdvalid",
      try TestData.samples.path("exchange/tmx14.dtd"), path,
    ]
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let samples = [
    "ck-ExportTest1A", "ck-ExportTest2A", "ck-ImportTest1A", "ck-ImportTest1B", "ck-ImportTest1C",
    "ck-ImportTest1D", "ck-ImportTest1F", "ck-ImportTest1G", "ck-ImportTest1H", "ck-ImportTest1I",
    "ck-ImportTest1J", "ck-ImportTest1J_many", "ck-ImportTest1K", "ck-ImportTest1L",
    "ck-ImportTest2A", "ck-ImportTest2A-0index", "ck-ImportTest2B", "ck-ImportTest2C",
    "heartsome-ImportTMXTest", "hypomnema-standard", "okapi-a_small_test2", "okapi-html_test",
    "okapi-pensieve-mytm", "omegat-invalid", "omegat-resegmenting11", "omegat-test-SMP",
    "omegat-test-level2", "omegat-test-multiple-entries", "omegat-test-multiple-tuv14",
    "omegat-test-omegat", "otter-bom", "otter-error_duplicate_bpt_i",
    "otter-error_srclang_mismatch",
    "otter-hi_nested", "otter-subflow", "template",
  ]

  @Test(.needs(.samples), arguments: samples) func aSampleComesBack(name: String) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let path = try TestData.samples.path("exchange/\(name).tmx")
    _ = try bench.importTMX(path, ImportRequest())
    let out = "\(folder.path)/out.tmx"
    let receipt = try bench.exportTMX([name], to: out, ExportRequest(), version: "1")
    #expect(receipt.leftOut == [:])
    #expect(try units(of: out) == units(of: path))
    #expect(try isValid(out))
    // A backup is refused where a row breaks a condition of the schema, which an import does not ask.
    _ = try bench.backup(to: "\(folder.path)/copy.db", replacing: false)
  }

  /// Properties without a type, and neighbours that differ in nothing but how a letter is composed.
  @Test func whatIsCarriedStaysByteForByte() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    func tu(_ property: String, _ text: String) -> String {
      """
      <tu><prop \(property)>\(text)</prop><tuv xml:lang="en-US"><seg>a</seg></tuv>
      <tuv xml:lang="fr"><seg>b</seg></tuv></tu>
      """
    }
    let path = try folder.file(
      "a.tmx",
      "<tmx version=\"1.4\"><header srclang=\"en-US\"/><body>"
        + tu("type=\"x-a\"", "caf\u{E9}") + tu("type=\"x-a\"", "cafe\u{301}")
        + tu("xml:lang=\"de\"", "c") + "</body></tmx>")
    _ = try bench.importTMX(path, ImportRequest())
    let out = "\(folder.path)/out.tmx"
    _ = try bench.exportTMX(["a"], to: out, ExportRequest(), version: "1")
    let text = Array(try Data(contentsOf: URL(filePath: out)))
    #expect(text.contains("<prop type=\"x-a\">caf\u{E9}</prop>".utf8))
    #expect(text.contains("<prop type=\"x-a\">cafe\u{301}</prop>".utf8))
    #expect(text.contains("<prop xml:lang=\"de\" type=\"x-unknown\">c</prop>".utf8))
  }

  /// An import of an export is the memory it was made of, whatever the packing.
  @Test(arguments: ["out.tmx", "out.tmx.gz", "out.zip"])
  func whatWeExportComesBack(name: String) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let first = try folder.file(
      "a.tmx",
      """
      <tmx version="1.4"><header srclang="zh-CN"><note>about</note></header><body>
      <tu tuid="1" creationdate="20260131T120000Z"><prop type="x-status">confirmed</prop>
      <tuv xml:lang="zh-CN"><seg>你<ph x="1">{0}</ph>好</seg></tuv>
      <tuv xml:lang="en-GB"><seg>Hel<ph x="1">{0}</ph>lo</seg></tuv>
      <tuv xml:lang="fr"><prop type="p">v</prop><seg>Salut</seg></tuv></tu>
      <tu><note>n</note><tuv xml:lang="zh-CN"><seg>再见</seg></tuv><tuv xml:lang="fr"><seg>A</seg></tuv></tu>
      </body></tmx>
      """)
    _ = try bench.importTMX(first, ImportRequest())
    _ = try bench.exportTMX(["a"], to: "\(folder.path)/\(name)", ExportRequest(), version: "1")
    var again = ImportRequest()
    again.name = "b"
    _ = try bench.importTMX("\(folder.path)/\(name)", again)
    func units(_ name: String) throws -> [Bitext.Unit] {
      var units: [Bitext.Unit] = []
      _ = try bench.store.units(matching: .init(documents: [name])) { unit in
        var unit = unit
        unit.document = ""
        units.append(unit)
      }
      return units
    }
    #expect(try units("a") == units("b"))
    #expect(try units("a").count == 3)
  }
}
