// What an export leaves out and says so, and that the file at its path is whole at every moment.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct TMXExportTests {
  /// One unit of each status, and what cannot be written.
  static let mixed: [Unit] =
    [
      Status.unreviewed, .accepted, .confirmed, .edited, .omitted, .added, .nonText, .rejected,
    ].map { Unit.of($0.rawValue, "好。", "Good.", $0) } + [
      Unit.of("null", "好。", "", .unreviewed, shape: "1-0"),
      Unit.of("confirmed null", "", "Good.", shape: "0-1"),
      Unit.of("blank", "好。", " \n\u{0}", .edited),
    ]

  @Test(arguments: [
    (StatusFilter.all, 4, 2, [LeftOut.null: 4, .nonText: 1, .rejected: 1, .emptySide: 1]),
    (.accepted, 3, 1, [.status: 2, .null: 3, .nonText: 1, .rejected: 1, .emptySide: 1]),
    (.confirmed, 2, 0, [.status: 3, .null: 3, .nonText: 1, .rejected: 1, .emptySide: 1]),
  ])
  func receipt(filter: StatusFilter, units: Int, unseen: Int, leftOut: [LeftOut: Int]) throws {
    try withFolder { folder in
      let path = "\(folder)/mixed.tmx"
      let receipt = try export(Self.mixed, to: path, filter: filter)
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(receipt.units == units)
      #expect(receipt.unseen == unseen)
      #expect(receipt.leftOut == leftOut)
      #expect(receipt.bytes == bytes.count)
      #expect(receipt.sha256 == SHA256.hex(of: bytes))
      #expect(receipt.isReadBack)
    }
  }

  @Test func receiptInWords() throws {
    try withFolder { folder in
      let path = "\(folder)/mixed.tmx"
      let units = Self.mixed + [Unit.of("bell", "铃\u{7}", "Bell")]
      let lines = try export(units, to: path).description.split(separator: "\n")
      #expect(
        lines.dropLast() == [
          "wrote 5 units to \(path), read back and compared",
          "left out 7: 4 without a counterpart, 1 rejected, 1 not text to translate, "
            + "1 with an empty side",
          "seen by no person: 2 of 5",
          "characters dropped because XML forbids them: 1",
        ])
      #expect(try #require(lines.last).contains(/^\d+ bytes, sha256 [0-9a-f]{64}$/))
    }
  }

  @Test func sameUnitsSameBytes() throws {
    try withFolder { folder in
      let first = try export(Self.mixed, to: "\(folder)/a.tmx")
      let second = try export(Self.mixed, to: "\(folder)/b.tmx")
      #expect(first.sha256 == second.sha256)
    }
  }

  @Test func manyUnitsAcrossBuffers() throws {
    let units = (0..<5000).map { Unit.of("u\($0)", "第\($0)句 <&>", "Sentence \($0) ]]> \"&amp;\"") }
    try withFolder { folder in
      let receipt = try export(units, to: "\(folder)/many.tmx")
      #expect(receipt.units == 5000)
      #expect(receipt.bytes > 2 << 18)
    }
  }

  @Test(
    arguments: [
      ("100000", .units(100_000)), ("50MB", .bytes(50_000_000)), ("1 gb", .bytes(1_000_000_000)),
      ("0", nil), ("2KB", nil), ("5XB", nil), ("", nil), ("-1", nil),
      ("99999999999999GB", nil),
    ] as [(String, FileLimit?)])
  func limitsOfAFile(text: String, limit: FileLimit?) { #expect(FileLimit(text) == limit) }

  @Test(arguments: [FileLimit.units(5000), .bytes(1_000_000)])
  func aNewFileBeginsAfterSoMuch(limit: FileLimit) throws {
    let units = (0..<12_000).map { Unit.of("u\($0)", "第\($0)句", "Sentence \($0)") }
    try withFolder { folder in
      var options = ExportOptions(toolVersion: "0", date: 0)
      options.split = limit
      var export = try TMXExport(to: "\(folder)/a.tmx", options)
      for unit in units { try export.add(WritableUnit(unit)) }
      let files = try #require(try export.finish().files)
      #expect(files.map(\.units).reduce(0, +) == 12_000)
      #expect(files.map(\.path) == (1...files.count).map { "\(folder)/a-\($0).tmx" })
      switch limit {
      case .units(let most): #expect(files.map(\.units) == [most, most, 2000])
      case .bytes(let most):
        #expect(files.allSatisfy { $0.bytes <= most })
        #expect(files.dropLast().allSatisfy { $0.bytes > most * 9 / 10 })
      }
    }
  }

  @Test func newFileIsPrivateAndOldOneKeepsItsMode() throws {
    try withFolder { folder in
      let path = "\(folder)/press.tmx"
      func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      try export([.of("a", "好", "Good")], to: path)
      #expect(try mode() == 0o600)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      try export([.of("b", "好", "Well")], to: path)
      #expect(try mode() == 0o644)
      #expect(try read(path).contains("Well"))
      #expect(try names(in: folder) == ["press.tmx"])
    }
  }

  @Test func linkStaysALink() throws {
    try withFolder { folder in
      try export([.of("a", "好", "Good")], to: "\(folder)/real.tmx")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link.tmx", withDestinationPath: "real.tmx")
      try export([.of("b", "好", "Well")], to: "\(folder)/link.tmx")
      #expect(try read("\(folder)/real.tmx").contains("Well"))
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.tmx")
          == "real.tmx")
    }
  }

  /// A memory made of our own export leaves beside the rows it was made of.
  @Test func anIdentifierThatOthersHave() throws {
    func imported(_ id: String, _ source: String, _ document: String, _ tu: Int) -> Unit {
      var unit = Unit.of(id, source, "Good")
      (unit.document, unit.tu) = (document, tu)
      return unit
    }
    let units = [
      imported("a", "一", "again", 1), imported("a", "二", "again", 2),
      imported("b", "三", "again", 3),
      Unit.of("a", "四", "Good"), .of("c", "五", "Good"), imported("c", "六", "third", 1),
    ]
    try withFolder { folder in
      let receipt = try export(units, to: "\(folder)/a.tmx")
      #expect(receipt.units == 6 && receipt.lostIDs == 2)
      #expect(receipt.description.contains("without an identifier, which others have: 2 units"))
      let ids = try read("\(folder)/a.tmx").split(separator: "<tu").dropFirst()
        .compactMap { $0.firstMatch(of: /^ tuid="([^"]*)"/).map { String($0.1) } }
      // One file's own repetition is kept.
      #expect(ids == ["a", "a", "b", "c"])
    }
  }

  @Test func givenUpLeavesTheOldFileAndNothingElse() throws {
    try withFolder { folder in
      let path = "\(folder)/press.tmx"
      try Data("old".utf8).write(to: URL(filePath: path))
      do {
        var abandoned = try TMXExport(to: path, ExportOptions(toolVersion: "1", date: 0))
        try abandoned.add(WritableUnit(.of("a", "好", "Good")))
        // Where files can be without a name, even a program that is killed leaves none.
        if try OutputFile(path).temporary?.hasPrefix("/proc/") == true {
          #expect(try names(in: folder) == ["press.tmx"])
        }
      }
      #expect(try read(path) == "old")
      #expect(try names(in: folder) == ["press.tmx"])
    }
  }

  @Test(arguments: [
    (
      [Unit.of("a", "好", "Good"), .of("a", "好", "Well")],
      "unit a: two units have this identifier\n  fix: export each document once", FaultKind.refused
    ),
    (
      [Unit.of("a", "好", "Good"), .of("b", "Good", "好", from: .en, into: .zhHans)],
      """
      unit b: goes from en-US into zh-CN, the units before it from zh-CN into en-US
        fix: choose one pair of languages with --source-lang and --target-lang
      """, .refused
    ),
    (
      [Unit.of("a", "好", "Good", .rejected), .of("b", "好", "", shape: "1-0")],
      """
      PATH: no unit to export; left out 2: 1 without a counterpart, 1 rejected
        fix: review some rows, or ask for more of them with --status all
      """, .findings
    ),
  ])
  func refused(units: [Unit], words: String, kind: FaultKind) throws {
    try withFolder { folder in
      let path = "\(folder)/press.tmx"
      try Data("old".utf8).write(to: URL(filePath: path))
      let error = try #require(throws: ExchangeError.self) { try export(units, to: path) }
      #expect(error.description == words.replacing("PATH", with: path))
      #expect(error.kind == kind)
      #expect(try read(path) == "old")
      #expect(try names(in: folder) == ["press.tmx"])
    }
  }
}
