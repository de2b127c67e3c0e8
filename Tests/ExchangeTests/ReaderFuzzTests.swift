// Files of all formats but TMX, broken at random: each is read or refused with a fault of ours, in little
// time. Seeded; BITEXT_FUZZ_SECONDS says how long to go on with each, else it is 200 files, and
// BITEXT_FUZZ_READER names the only one to try.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct ReaderFuzzTests {
  /// A reader, and the sound files that are broken for it.
  struct Reader: CustomTestStringConvertible, Sendable {
    var name: String
    var seeds: @Sendable () throws -> [[UInt8]]
    /// Reads the bytes; a folder is at hand.
    var read: @Sendable ([UInt8], String) throws -> Void
    var testDescription: String { name }
  }

  static let readers = (units + links + tables + glossaries + rules).filter {
    $0.name == ProcessInfo.processInfo.environment["BITEXT_FUZZ_READER"] ?? $0.name
  }

  @Test(arguments: readers) func brokenAtRandom(reader: Reader) throws {
    let number = reader.name.utf8.reduce(0) { 31 &* $0 &+ UInt64($1) }
    var chance = SeededGenerator(number)
    let seeds = try reader.seeds()
    let seconds = ProcessInfo.processInfo.environment["BITEXT_FUZZ_SECONDS"].flatMap(Int.init)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds ?? 0)
    var round = 0
    try withFolder { folder in
      while round < 200 || clock.now < end {
        let bytes = broken(seeds[round % seeds.count], &chance)
        let took = clock.measure {
          do { try reader.read(bytes, folder) } catch {
            #expect(error is ExchangeError || error is GlossaryError, "round \(round): \(error)")
          }
        }
        #expect(took < .seconds(20), "round \(round): \(bytes)")
        round += 1
      }
    }
    if seconds != nil { print("\(reader.name): \(round) files") }
  }
}

extension ReaderFuzzTests {
  /// Formats of units in one file.
  private static let units: [Reader] = [
    unitReader(.tsv, ReadingTests.tables[0].text, ReadingTests.tables[1].text),
    unitReader(.csv, ReadingTests.tables[3].text),
    unitReader(.jsonl, ReadingTests.tables[5].text),
    Reader(
      name: "po", seeds: { ReadingTests.messages.map { Array($0.text.utf8) } },
      read: {
        try readFile($0, $1, as: .po)
      }),
    unitReader(.xliff, ReadingTests.xliff[0].text),
    unitReader(.sdlxliff, ReadingTests.xliff[1].text),
    unitReader(.xliff2, ReadingTests.xliff[2].text),
    writtenReader(.html), writtenReader(.docx), writtenReader(.xlsx),
  ]

  private static func unitReader(_ format: Format, _ seeds: String...) -> Reader {
    Reader(
      name: format.rawValue, seeds: { seeds.map { Array($0.utf8) } },
      read: {
        try readFile($0, $1, as: format)
      })
  }

  /// A format whose sound file is one that we write.
  private static func writtenReader(_ format: Format) -> Reader {
    Reader(
      name: format.rawValue,
      seeds: {
        try withFolder { folder in
          let units = [Unit.of("a", "网络 & <法>。", "Network & <law>."), .of("b", "好。", "Good.")]
          try write(units, as: format, to: "\(folder)/a")
          return [Array(try Data(contentsOf: URL(filePath: "\(folder)/a")))]
        }
      }, read: { try readFile($0, $1, as: format) })
  }

  private static func readFile(_ bytes: [UInt8], _ folder: String, as format: Format) throws {
    try Data(bytes).write(to: URL(filePath: "\(folder)/a"))
    _ = try readUnits(["\(folder)/a"], as: format)
  }
}

extension ReaderFuzzTests {
  /// Links beside two texts, and two texts alone: the links are broken in one round, a text in another.
  private static let links =
    ReadingTests.links.map { file in
      Reader(
        name: "links of \(file.name)", seeds: { [Array(file.links.utf8), Array(file.zh.utf8)] },
        read: { bytes, folder in
          let isLinks = bytes.first == file.links.utf8.first
          try read(
            [
              isLinks ? bytes : Array(file.links.utf8), isLinks ? Array(file.zh.utf8) : bytes,
              Array(file.en.utf8),
            ],
            ["links", "a.zh", "a.en"], folder)
        })
    } + [
      Reader(
        name: "moses", seeds: { [Array("会议\n好。\n是。\n".utf8)] },
        read: { bytes, folder in
          try read([bytes, Array("Meeting\nGood.\nYes.\n".utf8)], ["a.zh", "a.en"], folder)
        }),
      Reader(
        name: "vertical", seeds: { [Array(vertical.utf8)] },
        read: { bytes, folder in
          try read([bytes, Array(vertical.utf8)], ["a.zh.vert", "a.en.vert"], folder)
        }),
    ]

  private static let vertical =
    "<doc id=\"a\">\n<align>\n<s>\n网络\n<g/>\n法 &amp;\n</s>\n</align>\n</doc>\n"

  private static func read(_ files: [[UInt8]], _ names: [String], _ folder: String) throws {
    let paths = names.map { "\(folder)/\($0)" }
    for (bytes, path) in zip(files, paths) { try Data(bytes).write(to: URL(filePath: path)) }
    _ = try readUnits(paths)
  }
}

extension ReaderFuzzTests {
  /// Tables as files, and what stands in their zip files: a broken zip file is seldom more than that.
  private static let tables: [Reader] =
    TableFormat.allCases.map { format in
      Reader(
        name: "table in \(format.rawValue)", seeds: { [try TableTests.file(format)] },
        read: {
          bytes, _ in
          _ = try TextTable(bytes, name: "t")
        })
    } + [
      Reader(
        name: "part of xlsx", seeds: { [Array(sheet.utf8)] },
        read: { bytes, _ in
          let text = String(decoding: bytes, as: UTF8.self)
          _ = try TextTable(try HostileTableTests.xlsx(text, strings: strings), name: "t")
        }),
      Reader(
        name: "strings of xlsx", seeds: { [Array(strings.utf8)] },
        read: { bytes, _ in
          let text = String(decoding: bytes, as: UTF8.self)
          _ = try TextTable(try HostileTableTests.xlsx(sheet, strings: text), name: "t")
        }),
      Reader(
        name: "part of docx", seeds: { [Array(document.utf8)] },
        read: { bytes, _ in
          let text = String(decoding: bytes, as: UTF8.self)
          _ = try TextTable(try HostileTableTests.docx(text), name: "t")
        }),
    ]

  private static let strings = """
    <sst><si><t>源</t></si><si><r><t>文</t></r><r><t>字</t></r><rPh><t>もじ</t></rPh></si></sst>
    """
  private static let sheet = """
    <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>en</t></is>
    </c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>12.5</v></c><c t="b"><v>1</v></c></row>
    </sheetData></worksheet>
    """
  private static let document = """
    <document><tbl><tr><tc><p><r><t>zh</t></r></p></tc><tc><p><r><t>en</t></r></p></tc></tr><tr><tc><tcPr>
    <gridSpan val="1"/><vMerge val="restart"/></tcPr><p><del><r><delText>o</delText></r></del><ins><r>
    <t>n</t><br/><tab/></r></ins></p></tc><tc><p><r><t>x</t></r></p></tc></tr></tbl></document>
    """
}

extension ReaderFuzzTests {
  private static let glossaries: [Reader] = GlossaryFormat.allCases.map { format in
    Reader(
      name: "glossary in \(format.rawValue)",
      seeds: {
        try withFolder { folder in
          let path = "\(folder)/g"
          _ = try GlossaryExport(format, tool: "bitext 0").write(fullGlossary, to: path, date: 0)
          return [Array(try Data(contentsOf: URL(filePath: path)))]
        }
      }, read: { bytes, _ in _ = try GlossaryReading(bytes, name: "g") })
  }

  /// What `validate` reads besides TMX.
  private static let rules: [Reader] = [
    ruleReader("xliff", ReadingTests.xliff[0].text, ReadingTests.xliff[2].text),
    ruleReader("tbx", tbx), ruleReader("srx", srx),
  ]

  private static func ruleReader(_ name: String, _ seeds: String...) -> Reader {
    Reader(
      name: "rules of \(name)", seeds: { seeds.map { Array($0.utf8) } },
      read: { bytes, folder in
        try Data(bytes).write(to: URL(filePath: "\(folder)/a"))
        _ = try Validator.validate("\(folder)/a")
      })
  }

  private static let tbx = """
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc>
    <sourceDesc><p>a</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="c1">
    <descrip type="subjectField">law</descrip><langSec xml:lang="zh-CN"><termSec><term>网络</term>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
    </conceptEntry></body></text></tbx>
    """
  private static let srx = """
    <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no">
    <formathandle type="start" include="no"/></header><body><languagerules><languagerule
    languagerulename="zh"><rule break="no"><beforebreak>\\bMr\\.</beforebreak><afterbreak>\\s</afterbreak>
    </rule></languagerule></languagerules><maprules><languagemap languagepattern="zh.*"
    languagerulename="zh"/></maprules></body></srx>
    """
}
