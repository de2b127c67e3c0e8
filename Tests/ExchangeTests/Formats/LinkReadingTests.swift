// What links and ladders beside two texts are read as: the files, and their units.
import Bitext
import Foundation
import Testing

@testable import Exchange

extension ReadingTests {
  struct Linked: CustomTestStringConvertible {
    var name: String
    var links: String
    var zh: String
    var en: String
    var units: String
    var testDescription: String { name }
  }

  static let lines = (
    zh: "会议\n\n一是立法。\n二是执法。\n好。\n", en: "Meeting\n\nLaws are made and kept.\nGood.\nBye.\n"
  )

  static let links: [Linked] = [
    Linked(
      name: "press.beads", links: "[0]:[0]:0.912\n[1, 2]:[1]:0.5\n[3]:[2]\n[]:[3]:0.1\n",
      zh: lines.zh, en: lines.en,
      units: """
        zh → en  会议 | Meeting  unreviewed
        zh → en  一是立法。二是执法。 | Laws are made and kept.  unreviewed
        zh → en  好。 | Good.  unreviewed
        zh → en   | Bye.  unreviewed
        """),
    // Vecalign counts blank lines, here line 1 of both.
    Linked(
      name: "vecalign.txt",
      links: "[0]:[0]:0.1\n[1]:[1]:0\n[2, 3]:[2]:0.2\n[4]:[3]:0.1\n[]:[4]:0.3\n",
      zh: lines.zh, en: lines.en,
      units: """
        zh → en  会议 | Meeting  unreviewed
        zh → en  一是立法。二是执法。 | Laws are made and kept.  unreviewed
        zh → en  好。 | Good.  unreviewed
        zh → en   | Bye.  unreviewed
        """),
    Linked(
      name: "hunalign.txt", links: "0\t0\t0.3\n1\t1\t1.2\n3\t2\t-0.3\n4\t3\t0\n4\t4\t0\n",
      zh: lines.zh, en: lines.en,
      units: """
        zh → en  会议 | Meeting  unreviewed
        zh → en  一是立法。二是执法。 | Laws are made and kept.  unreviewed
        zh → en  好。 | Good.  unreviewed
        zh → en   | Bye.  unreviewed
        """),
    Linked(
      name: "intertext.xml",
      links: """
        <?xml version='1.0' encoding='utf-8'?>
        <linkGrp toDoc='x.en.xml' fromDoc='x.zh.xml'>
        <link type='1-2' xtargets='1:1;1:1 2:1' status='man'/><link type='1-0' xtargets='1:2;'/>
        </linkGrp>
        """,
      zh:
        "<text lang='zh'><p id='1'><s id='1:1'>立法。</s></p><p id='2'><s id='2:1'>执\n法。</s></p></text>",
      en: "<text lang='en'><p id='1'><s id='1:1'>Laws.</s> <s id='1:2'>Bye.</s></p></text>",
      units: """
        zh → en  立法。执 法。 | Laws.  unreviewed
        zh → en   | Bye.  unreviewed
        """),
    Linked(
      name: "opus.xml",
      links: """
        <?xml version="1.0"?><!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
        <cesAlign version="1.0"><linkGrp targType="s" fromDoc="zh/1.xml.gz" toDoc="en/1.xml.gz">
        <link xtargets="s1 s2;s1" id="SL1"/><link xtargets=";s2"/></linkGrp></cesAlign>
        """,
      zh:
        "<document xml:lang='zh'><s id='s1'><w id='1.1'>立</w> <w id='1.2'>法</w></s><s id='s2'>执法</s></document>",
      en:
        "<document xml:lang='en'><s id='s1'><time id='T1' value='0'/><w>Laws</w> <w>.</w></s><s id='s2'>Bye.</s></document>",
      units: """
        zh → en  立法执法 | Laws .  unreviewed
        zh → en   | Bye.  unreviewed
        """),
    Linked(
      name: "tei.xml",
      links: """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><linkGrp>
        <link target="zh.xml#a zh.xml#b en.xml#c"/></linkGrp></standOff></TEI>
        """,
      zh: "<TEI xml:lang='zh'><ab><seg xml:id='a'>立法</seg><seg xml:id='b'>执法</seg></ab></TEI>",
      en: "<TEI xml:lang='en'><ab><seg xml:id='c'>Laws.</seg></ab></TEI>",
      units: "zh → en  立法执法 | Laws.  unreviewed"),
  ]

  @Test(arguments: links)
  func linksAndTheirTexts(file: Linked) throws {
    let units = try read([(file.name, file.links), ("x.zh", file.zh), ("x.en", file.en)])
    #expect(picture(units) == file.units)
  }

  /// Many documents linked in one file, as OPUS has them.
  @Test func severalPairsOfDocuments() throws {
    try withFolder { folder in
      for name in ["zh", "en"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
        for number in 1...2 {
          try Data("<d xml:lang='\(name)'><s id='1'>\(name) \(number)</s></d>".utf8)
            .write(to: URL(filePath: "\(folder)/\(name)/\(number).xml"))
        }
      }
      let groups = (1...2).map {
        "<linkGrp fromDoc='zh/\($0).xml' toDoc='en/\($0).xml'><link xtargets='1;1'/></linkGrp>"
      }
      try Data("<cesAlign>\(groups.joined())</cesAlign>".utf8)
        .write(to: URL(filePath: "\(folder)/links.xml"))
      let units = try readUnits(["\(folder)/links.xml"])
      #expect(units.map(\.source) == ["zh 1", "zh 2"] && units.map(\.target) == ["en 1", "en 2"])
      #expect(units.map(\.id) == ["press-1", "press-2"])
    }
  }
}
