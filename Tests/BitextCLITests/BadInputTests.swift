// What a person can get wrong: each answer has the place, the problem and the remedy, and leaves
// the workspace as it was, byte for byte.
import Foundation
import GRDB
import Testing

/// A wrong command, and the answer it gets.
struct BadInput: Sendable {
  var command: String
  var status: Int32
  var answer: String

  init(_ command: String, _ status: Int32, _ answer: String) {
    self.command = command
    self.status = status
    self.answer = answer
  }
}

@Suite struct BadInputTests {
  /// A desk with a workspace in use, and the files that the wrong commands name.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.spring()
    try desk.run("bitext term add zh=春天 en=spring")
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/folder", withIntermediateDirectories: false)
    try desk.write("", to: "empty.txt")
    try desk.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "picture.png")
    try desk.write(Array("我们".utf8) + [0xFF, 0xFE, 0x80, 0x0A], to: "broken.txt")
    try desk.write("concept\ten\tzh\tstatus\nT1\tspring\t春天\n", to: "short.tsv")
    try desk.write("concept\ten\tstatus\nT1\tspring\tpreferred\n", to: "one.tsv")
    try desk.write("a file of another program", to: "notes.db")
    return desk
  }

  static let table = [
    BadInput(
      "bitext align nowhere.txt en.txt", 3,
      "nowhere.txt: no such file\n  fix: check the spelling and the folder"),
    BadInput(
      "bitext align folder en.txt", 3,
      "folder: this is a directory, not a file\n  fix: name one file in it"),
    BadInput(
      "bitext align empty.txt en.txt", 3,
      "empty.txt: the file holds no text\n  fix: name the file that holds the text"),
    BadInput("bitext align picture.png en.txt", 3, "picture.png: "),
    BadInput("bitext align broken.txt en.txt", 3, "broken.txt:1: "),
    BadInput(
      "bitext align en.txt zh.txt --source-lang zh --target-lang fr", 3,
      "en.txt: stated to be zh, but 0 % of its letters are Chinese\n  fix: swap SOURCE and TARGET, "
        + "or state the languages with --source-lang and --target-lang"),
    BadInput(
      "bitext align zh.txt zh.txt", 3,
      "zh.txt: SOURCE and TARGET are the same file\n  fix: name the original first and its "
        + "translation second"),
    BadInput(
      "bitext align zh.txt en.txt --as spring", 5,
      "spring: a document pair has this name already\n  fix: "),
    BadInput(
      "bitext term import short.tsv", 3,
      "short.tsv:2: the row has 3 columns, the header 4\n  fix: divide the columns by tabs, one for "
        + "each column of the header, empty or not"),
    BadInput(
      "bitext term import one.tsv", 3,
      "one.tsv:1: the header has no column 'zh'\n  fix: name the columns: a column for each "
        + "language (en, zh), or term and lang; concept, status, pos, domain, note and definition if "
        + "you have them"),
    BadInput(
      "bitext term import empty.txt", 3,
      "empty.txt: the glossary is empty\n  fix: give a header line and one row a pair of terms, "
        + "or a TBX file with entries"),
    BadInput(
      "bitext show autumn", 3,
      "autumn: there is no document pair of this name\n  fix: the workspace has spring"),
    BadInput(
      "bitext review autumn", 3,
      "autumn: there is no document pair of this name\n  fix: the workspace has spring"),
    BadInput(
      "bitext show spring:9", 2,
      "spring:9: no such row; there are 5\n  fix: give a row from 1 to 5"),
    BadInput(
      "bitext edit spring:9 confirm", 2,
      "spring:9: no such row; there are 5\n  fix: give a row from 1 to 5"),
    BadInput(
      "bitext edit spring confirm", 2,
      "spring: an action is done to one row, and none or many are named\n  fix: name one, as in "
        + "spring:42"),
    BadInput(
      "bitext edit spring:1 praise", 2, "praise: no such action\n  fix: use one of: confirm, "),
    BadInput(
      "bitext edit spring:4 added", 5,
      "spring:4: the row has no target text\n  fix: choose the other side, or another row"),
    BadInput(
      "bitext term add zh=春天 en=spring --concept T001", 5,
      "concept T001: 'spring' (en) is one of its terms already\n  fix: change that term with "
        + "`bitext term edit`"),
    BadInput(
      "bitext term add spring", 2,
      "'spring': not a language tag, = and a term\n  fix: write it as zh=互联网法院 or "
        + "en=\"internet court\""),
    BadInput(
      "bitext term edit T001 en=winter --note cold", 3,
      "concept T001: 'winter' (en) is none of its terms\n  fix: it has zh=\"春天\", en=\"spring\""),
    BadInput(
      "bitext term edit T001 --note warm", 2,
      "concept T001: text, status, part of speech and note belong to one term, and none is named\n"
        + "  fix: name one: zh=\"春天\", en=\"spring\""),
    BadInput(
      "bitext term remove T9", 3,
      "concept T9: there is no concept of this id\n  fix: `bitext term find TEXT` and "
        + "`bitext term list` show the ids"),
    BadInput(
      "bitext list --workspace notes.db", 3,
      "notes.db: not a database; it was left as it is\n  fix: name a workspace, or a file that does "
        + "not exist yet, with `--workspace FILE`"),
    BadInput(
      "bitext list --workspace none.db", 3,
      "none.db: there is no workspace here\n  fix: `bitext align SOURCE TARGET` creates one; "
        + "`--workspace FILE` names another"),
    BadInput(
      "bitext export tmx spring -o nowhere/spring.tmx", 6,
      "nowhere/spring.tmx: there is no folder 'nowhere'\n  fix: create it (mkdir -p 'nowhere') or "
        + "write elsewhere"),
    BadInput(
      "bitext align zh.txt", 2,
      "arguments: Missing expected argument '<target>'\n  fix: see 'bitext align --help'"),
    BadInput("bitext sing", 2, "arguments: "),
    BadInput("bitext show spring --loud", 2, "arguments: Unknown option '--loud'"),
    BadInput(
      "bitext term edit T001", 2,
      "arguments: Say what to change: --text, --status, --pos, --note, --domain or --definition."),
  ]

  @Test func theAnswersHelp() throws {
    let desk = try desk()
    let before = try (desk.bytes("bitext.db"), desk.bytes("notes.db"))
    for bad in Self.table {
      let result = try desk.run(bad.command)
      #expect(result.status == bad.status, "\(bad.command)")
      #expect(result.output == "", "\(bad.command)")
      #expect("\n\(result.errors)".contains("\nbitext: " + bad.answer), "\(bad.command)")
      #expect(result.errors.contains("\n  fix: "), "\(bad.command)")
      #expect(try desk.bytes("bitext.db") == before.0, "\(bad.command)")
      #expect(try desk.bytes("notes.db") == before.1, "\(bad.command)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/none.db"))
  }

  @Test func anotherProcessHoldsTheWorkspace() throws {
    let desk = try desk()
    let commands = [
      "bitext edit spring:1 confirm", "printf 'y\\n' | bitext review spring",
      "bitext term add zh=夏天 en=summer", "bitext align zh.txt en.txt --segmented --as autumn",
    ]
    try DatabaseQueue(path: desk.folder + "/bitext.db").inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      // Read by another process: a file closed by this one would lose this one's lock.
      let before = try desk.run("cksum bitext.db")
      for command in commands {
        let result = try desk.run(command)
        #expect(result.status == 4, "\(command)")
        #expect(
          result.errors.hasSuffix(
            """
            bitext: bitext.db: another process is writing to this workspace
              fix: let it finish or end it, then repeat the command

            """), "\(result.errors)")
      }
      #expect(try desk.run("cksum bitext.db") == before)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try desk.picture() == "1-1, 1-2, 1-1, 1-0, 1-1")
  }

  @Test func aNewerProgramWroteTheWorkspace() throws {
    let desk = try desk()
    try DatabaseQueue(path: desk.folder + "/bitext.db").inDatabase {
      try $0.execute(sql: "PRAGMA user_version = 1000")
    }
    let before = try desk.bytes("bitext.db")
    for command in ["bitext list", "bitext term add zh=夏天 en=summer"] {
      let result = try desk.run(command)
      #expect(result.status == 4)
      #expect(
        result.errors.hasPrefix(
          "bitext: bitext.db: written by a newer bitext (schema 1000; this one knows "))
    }
    #expect(try desk.bytes("bitext.db") == before)
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let desk = try desk()
    try DatabaseQueue(path: desk.folder + "/other.db").inDatabase {
      try $0.execute(sql: "CREATE TABLE note (text)")
    }
    let before = try desk.bytes("other.db")
    let result = try desk.run("bitext align zh.txt en.txt --workspace other.db")
    #expect(result.status == 3)
    #expect(result.errors.contains("other.db: a database of another program; it was left as it is"))
    #expect(try desk.bytes("other.db") == before)
  }
}
