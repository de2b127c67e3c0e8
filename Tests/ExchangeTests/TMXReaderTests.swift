// TMX as people and programs write it: languages, texts, codes, dates, what is put right and what is
// not.
import Bitext
import Foundation
import Testing

@testable import Exchange

/// A TMX file around these units.
func tmx(
  _ units: String, srclang: String = "en", version: String = #" version="1.4""#,
  declaration: String = #"<?xml version="1.0" encoding="UTF-8"?>"#
) -> String {
  """
  \(declaration)
  <tmx\(version)>
    <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" \
  srclang="\(srclang)" datatype="plaintext"/>
    <body>
  \(units)
    </body>
  </tmx>
  """
}

func tu(_ variants: (String, String)..., attributes: String = "", inside: String = "") -> String {
  let texts = variants.map { #"<tuv xml:lang="\#($0)"><seg>\#($1)</seg></tuv>"# }
  return "<tu\(attributes)>\(inside)\(texts.joined())</tu>"
}

/// Reads a file with these bytes.
func take(
  _ bytes: some Sequence<UInt8>, _ choice: LanguageChoice = LanguageChoice(),
  isPartial: Bool = false, name: String = "in.tmx"
) throws -> (units: [Unit], account: ImportAccount) {
  try withFolder { folder in
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    let file = try TMXImport(path, memory: "m", choice: choice, isPartial: isPartial)
    var units: [Unit] = []
    while let portion = try file.next() { units += portion }
    try expectSameRows(path, units, choice, isPartial)
    return (units, file.account)
  }
}

/// A file's units packed as they are read are those packed afterwards.
func expectSameRows(
  _ path: String, _ units: [Unit], _ choice: LanguageChoice = LanguageChoice(),
  _ isPartial: Bool = false
) throws {
  let file = try TMXImport(path, memory: "m", choice: choice, isPartial: isPartial)
  let rows = try file.nextRows(.max) ?? UnitRows()
  let packed = UnitRows(units)
  #expect(rows.bytes == packed.bytes && rows.ends == packed.ends)
  #expect(rows.numbers.map(\.tu) == packed.numbers.map(\.tu))
  #expect(rows.numbers.map(\.created) == packed.numbers.map(\.created))
  #expect(rows.numbers.map(\.changed) == packed.numbers.map(\.changed))
  #expect(rows.numbers.map(\.confidence) == packed.numbers.map(\.confidence))
}

@Suite struct TMXReaderTests {
  @Test(arguments: [
    // spelling, language
    ("EN-US", "en-US"), ("en_us", "en-US"), ("eN-uS", "en-US"), ("English", "en"), ("ENG", "en"),
    ("Chinese (Simplified)", "zh-Hans"), ("zh-CHT", "zh-Hant"), ("zh_CN", "zh-CN"), ("chi", "zh"),
    ("zh-hans-cn", "zh-Hans-CN"), ("iw", "he"), ("es-419", "es-419"), ("fre-CA", "fr-CA"),
  ])
  func spellingsOfLanguages(code: String, tag: String) throws {
    let units = try take(tmx(tu(("de", "Hallo"), (code, "Hi")), srclang: "de").utf8).units
    #expect(units.map(\.targetLanguage.tag) == [tag])
  }

  @Test(
    arguments: [
      // srclang, languages of the unit, source asked for, target asked for, pairs
      ("en", "en fr de", nil, nil, "en>fr en>de"), ("*all*", "fr en", nil, nil, "fr>en"),
      ("EN-us", "fr en_US", nil, nil, "en-US>fr"),
      ("en", "en-GB en-US fr", nil, nil, "en-GB>en-US en-GB>fr"),
      ("en-US", "en-GB fr", nil, nil, "en-GB>fr"), ("en", "en fr de", "de", nil, "de>en de>fr"),
      ("en", "en fr de", nil, "de", "en>de"), ("en", "en fr de", "fr", "en", "fr>en"),
      ("en", "en zh-TW zh-CN", nil, "zh-Hans", "en>zh-CN"), ("en", "en fr", nil, "zh", ""),
      ("en", "en", nil, nil, ""), ("en", "en Klingonian fr", nil, nil, "en>fr"),
    ] as [(String, String, String?, String?, String)])
  func pairsOfLanguages(
    srclang: String, languages: String, source: String?, target: String?, pairs: String
  ) throws {
    let texts = languages.split(separator: " ").map {
      #"<tuv xml:lang="\#($0)"><seg>\#($0)</seg></tuv>"#
    }
    let file = tmx(
      tu(("en", "a"), ("fr", "b"), ("de", "c"), ("zh-CN", "d")) + "<tu>\(texts.joined())</tu>",
      srclang: srclang)
    let choice = LanguageChoice(
      source: source.flatMap { Language($0) }, target: target.flatMap { Language($0) })
    let units = try take(file.utf8, choice).units.filter { $0.tu == 2 }
    let found = units.map { "\($0.sourceLanguage)>\($0.targetLanguage)" }
    #expect(found.joined(separator: " ") == pairs)
  }

  @Test(
    arguments: [
      // segment, text, markup
      ("plain &amp; <![CDATA[<b>]]>", "plain & <b>", nil),
      (
        "a<bpt i=\"1\">&lt;b&gt;</bpt>b<ept i='1'/>c", "abc",
        "a<bpt i=\"1\">&lt;b&gt;</bpt>b<ept i=\"1\"/>c"
      ),
      ("x<ph x=\"1\">[<sub>sub</sub>]</ph>y", "xy", "x<ph x=\"1\">[<sub>sub</sub>]</ph>y"),
      ("<hi type=\"b\">hi <hi>in</hi></hi>", "hi in", "<hi type=\"b\">hi <hi>in</hi></hi>"),
      ("<ut>\\b </ut>old<!-- c -->", "old", "<ut>\\b </ut>old"),
      ("<g id=\"1\">foreign</g>", "foreign", "<g id=\"1\">foreign</g>"),
      ("  two\n lines\t", "  two\n lines\t", nil), ("nb&nbsp;sp", "nb\u{A0}sp", nil),
      ("ref&#8;er&#x1F;ence", "reference", nil), ("&#x1F600;&#20320;", "😀你", nil),
    ] as [(String, String, String?)])
  func segments(segment: String, text: String, markup: String?) throws {
    let unit = try #require(try take(tmx(tu(("en", segment), ("fr", "x"))).utf8).units.first)
    #expect(unit.source == text)
    #expect(unit.carried?.source.markup == markup)
  }

  @Test func fields() throws {
    let unit = try #require(
      try take(
        tmx(
          tu(
            ("en", "Hi"), ("fr", "Salut"),
            attributes: """
               tuid="7" creationdate="20260131T120000Z" changedate="20260201T000000Z" \
              creationid="WU" changeid="LI" usagecount="3"
              """,
            inside: """
              <note>see</note><note xml:lang="en">again</note><prop type="x-status">confirmed</prop>\
              <prop type="x-score">0.875</prop><prop type="x-speaker">Wu</prop>\
              <prop type="file">a.txt</prop>
              """)
        ).utf8
      ).units.first)
    #expect(unit.id == "7" && unit.tu == 1 && unit.document == "m")
    #expect(unit.created == 1_769_860_800 && unit.changed == 1_769_904_000 && unit.author == "LI")
    #expect(unit.comment == "see" && unit.status == .confirmed && unit.confidence == 0.875)
    #expect(unit.speaker == "Wu")
    #expect(
      unit.carried
        == Carried(
          unit: .init(
            attributes: ["usagecount": "3", "creationid": "WU"],
            remarks: [
              .init(.note, "again", attributes: ["xml:lang": "en"]),
              .init(.property, "a.txt", attributes: ["type": "file"]),
            ])))
  }

  @Test(arguments: [
    ("UTF-16LE", "UTF-16LE", true), ("UTF-16BE", "UTF-16BE", true), ("UTF-32LE", "UTF-32LE", true),
    ("UTF-32BE", "UTF-32BE", true), ("UTF-16LE", "UTF-16LE", false), ("UTF-8", "UTF-8", true),
    ("UTF-32BE", "UTF-32BE", false),
  ])
  func unicodeEncodings(name: String, found: String, hasMark: Bool) throws {
    let encodings: [String: String.Encoding] = [
      "UTF-8": .utf8, "UTF-16LE": .utf16LittleEndian, "UTF-16BE": .utf16BigEndian,
      "UTF-32LE": .utf32LittleEndian, "UTF-32BE": .utf32BigEndian,
    ]
    let encoding = try #require(encodings[name])
    // Longer than a piece, so that characters are cut between two.
    let units = (0..<4000).map { tu(("en", "Good \($0)"), ("zh", "好😀\($0)")) }
    let text =
      (hasMark ? "\u{FEFF}" : "")
      + tmx(units.joined(separator: "\n"), declaration: "")
      .trimmingCharacters(in: .newlines)
    let (taken, account) = try take(try #require(text.data(using: encoding)))
    #expect(account.encoding == found)
    #expect(taken.count == 4000 && taken.last?.target == "好😀3999")
  }

  @Test(
    arguments: [
      ("iso-8859-1", [0xE9], "é"), ("windows-1252", [0x93, 0xE9], "“é"),
      ("gb2312", [0xC4, 0xE3], "你"),
      ("Big5", [0xA7, 0x41], "你"), ("Shift_JIS", [0x93, 0xFA], "日"), ("UTF-16", [0xC3, 0xA9], "é"),
      ("koi8-r", [0xC1], "а"),
    ] as [(String, [UInt8], String)])
  func declaredEncodings(name: String, bytes: [UInt8], text: String) throws {
    let file = tmx(
      tu(("en", "@"), ("fr", "x")), declaration: #"<?xml version="1.0" encoding="\#(name)"?>"#)
    let parts = file.split(separator: "@")
    let unit = try take(Array(parts[0].utf8) + bytes + Array(parts[1].utf8)).units.first
    #expect(unit?.source == text)
  }

  @Test(arguments: [
    ("UTF-8", [0xE9] as [UInt8], "the file is broken here: "),
    ("Shift_JIS", [0xFF, 0xFF], "is not Shift_JIS as it says"),
    ("x-nothing", [0x41], "states an encoding that there is not: 'x-nothing'"),
  ])
  func wrongEncodings(name: String, bytes: [UInt8], problem: String) throws {
    let file = tmx(
      tu(("en", "@"), ("fr", "x")), declaration: #"<?xml version="1.0" encoding="\#(name)"?>"#)
    let parts = file.split(separator: "@")
    let error = try #require(throws: ExchangeError.self) {
      try take(Array(parts[0].utf8) + bytes + Array(parts[1].utf8))
    }
    #expect(error.problem.contains(problem), "\(error)")
  }

  @Test(arguments: [
    // what is wrong, what is noted
    (tmx(tu(("en", "a"), ("fr", "b")), version: ""), "the version is not stated; read as 1.4"),
    (
      tmx(tu(("en", "a"), ("fr", "b")), version: #" version="2""#),
      "the version '2' is not known; read as 1.4"
    ),
    (
      tmx(tu(("en", "a\u{8}\u{1}"), ("fr", "b"))), "control characters taken out, which XML forbids"
    ),
    (tmx(tu(("en", "a&nbsp;"), ("fr", "b"))), "references of HTML read, as &nbsp;"),
    (
      tmx(tu(("en", "a"), ("fr", "b"), attributes: #" creationdate="2026-01-31""#)),
      "dates of another form than 20260131T120000Z"
    ),
    (
      tmx(tu(("en", "a"), ("fr", "b"), inside: "<x/>")), "elements <x> that TMX does not have there"
    ),
    (tmx(tu(("en", "a"), ("", "c"), ("fr", "b"))), "variants without a language"),
  ])
  func whatIsPutRightIsNoted(file: String, note: String) throws {
    let (units, account) = try take(file.utf8)
    #expect(units.map(\.source) == ["a"] || units.map(\.source) == ["a\u{A0}"])
    #expect(account.notes.notes.map(\.what) == [note])
  }

  @Test func anOddDateIsUnderstood() throws {
    let file = tmx(
      tu(("en", "a"), ("fr", "b"), attributes: #" creationdate="2026-01-31T12:00:00Z""#))
    #expect(try take(file.utf8).units.first?.created == 1_769_860_800)
  }

  @Test(arguments: [true, false])
  func aBrokenFileIsRefusedOrTakenToTheBreak(isPartial: Bool) throws {
    let file = tmx(tu(("en", "a"), ("fr", "b")) + "\n<tu><tuv xml:lang='en'><seg>c</tuv></tu>")
    guard isPartial else {
      let error = try #require(throws: ExchangeError.self) { try take(file.utf8) }
      #expect(error.place.hasSuffix("in.tmx:6"))
      #expect(error.problem.hasPrefix("the file is broken here: Opening and ending tag mismatch"))
      return
    }
    let (units, account) = try take(file.utf8, isPartial: true)
    #expect(units.map(\.source) == ["a"] && account.broken?.line == 6)
  }

  @Test(arguments: ["c", "c</seg", "c</seg></tuv><tuv xml:la", "<![CDATA[c", "c<!-- c", "c&am"])
  func aFileThatIsCutOff(end: String) throws {
    let whole = tmx(tu(("en", "a"), ("fr", "b")) + "\n<tu><tuv xml:lang='en'><seg>|</tu>")
    let file = try #require(whole.split(separator: "|").first) + end
    let error = try #require(throws: ExchangeError.self) { try take(file.utf8) }
    #expect(error.place.hasSuffix("in.tmx:6"))
    #expect(
      error.problem.hasPrefix("the file is broken here: it is cut off inside <"), "\(error)")
  }

  @Test(arguments: [
    ("", "is empty"), ("PK\u{3}\u{4}", "cannot be unpacked: "), ("hello", "is no TMX: "),
    ("<html/>", "is no TMX: the root is <html>"), ("\u{0}\u{0}", "is no TMX: "),
    ("<tmx version='1.4'/>", "holds no unit to take"),
  ])
  func refused(text: String, problem: String) throws {
    let error = try #require(throws: ExchangeError.self) { try take(text.utf8) }
    #expect(error.problem.hasPrefix(problem), "\(error)")
    #expect(error.kind == .badInput)
  }

  @Test func aMissingFile() throws {
    let error = try #require(throws: ExchangeError.self) {
      try TMXImport("/no/such.tmx", memory: "m")
    }
    #expect(
      error.description
        == "/no/such.tmx: no such file\n  fix: check the spelling and the folder")
  }
}
