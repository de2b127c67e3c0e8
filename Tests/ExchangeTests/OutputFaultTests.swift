// Outputs that cannot be written, and files that do not read back: place, problem and fix.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct OutputFaultTests {
  @Test(arguments: [
    (
      "no/such/press.tmx", "there is no folder 'FOLDER/no/such'",
      "create it (mkdir -p 'FOLDER/no/such') or write elsewhere"
    ),
    ("sub", "is a folder, not a file", "name a file in it: FOLDER/sub/memory.tmx"),
    ("sub/", "is a folder, not a file", "name a file in it: FOLDER/sub/memory.tmx"),
    (
      "file/press.tmx", "cannot be written: Not a directory",
      "change the permissions, or write elsewhere"
    ),
    ("locked/press.tmx", "cannot be written: ", "change the permissions, or write elsewhere"),
  ])
  func pathThatCannotBe(name: String, problem: String, fix: String) throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/sub", withIntermediateDirectories: false)
      try Data("old".utf8).write(to: URL(filePath: "\(folder)/file"))
      // Nobody, the superuser included, may make a file there.
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/locked", withDestinationPath: "/proc/self")
      let path = "\(folder)/\(name)"
      let error = try #require(throws: ExchangeError.self) {
        try export([.of("a", "好", "Good")], to: path)
      }
      #expect(error.kind == .output)
      #expect(error.place == path)
      #expect(error.problem.hasPrefix(problem.replacing("FOLDER", with: folder)))
      #expect(error.fix == fix.replacing("FOLDER", with: folder))
      #expect(try names(in: folder) == ["file", "locked", "sub"])
    }
  }

  @Test func fullDisk() throws {
    let error = try #require(throws: ExchangeError.self) {
      try export([.of("a", "好", "Good")], to: "/dev/full")
    }
    #expect(
      error.description
        == "/dev/full: the disk is full\n  fix: free some space, or write to another disk")
    #expect(error.kind == .output)
  }

  @Test(arguments: [
    (ENOSPC, ExchangeError.diskFull(path: "p")), (EDQUOT, .diskFull(path: "p")),
    (EISDIR, .isFolder(path: "p")),
    (EROFS, .notWritable(path: "p", reason: "Read-only file system")),
    (EACCES, .notWritable(path: "p", reason: "Permission denied")),
  ])
  func systemErrors(number: Int32, expected: ExchangeError) {
    #expect(ExchangeError(number, path: "p") == expected)
  }

  @Test func streamIsNotReadBack() throws {
    let receipt = try export([.of("a", "好", "Good")], to: "/dev/null")
    #expect(!receipt.isReadBack)
    #expect(receipt.description.hasPrefix("wrote 1 units to /dev/null, not read back\n"))
  }

  @Test(arguments: [
    ("", "is empty"), ("<tmx><tu></tmx>", "line 1: Opening and ending tag mismatch"),
    ("<tmx><tu/>", "line 1: it is cut off inside <tmx>"),
    ("<tmx><seg>\u{7}</seg></tmx>", "characters that XML forbids"),
  ])
  func readBackOfABrokenFile(text: String, reason: String) throws {
    try withFolder { folder in
      let path = "\(folder)/broken"
      try Data(text.utf8).write(to: URL(filePath: path))
      let error = try #require(throws: ExchangeError.self) {
        try TMXReadBack(path, name: "press.tmx")
      }
      #expect(error.place == "press.tmx")
      #expect(error.problem.contains(reason), "\(error.problem)")
    }
  }

  @Test func readBackOpensNothingElse() throws {
    try withFolder { folder in
      let path = "\(folder)/entity.tmx"
      try Data("secret".utf8).write(to: URL(filePath: "\(folder)/secret"))
      try Data(
        """
        <!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd" [<!ENTITY e SYSTEM "secret"> <!ENTITY f "g">]>
        <tmx><tu><seg>a&e;&f;b</seg></tu></tmx>
        """.utf8
      ).write(to: URL(filePath: path))
      let error = try #require(throws: ExchangeError.self) { try TMXReadBack(path, name: "x") }
      #expect(error.problem.contains("declares entities of its own"))
    }
  }

  @Test func otherTextsDoNotAgree() {
    let texts: [[String]] = [["ab", "c"], ["a", "bc"], ["c", "ab"], ["ab"], ["ab", "c", ""]]
    let prints = texts.map { texts in
      var print = Fingerprint()
      for text in texts { print.add(text) }
      return print
    }
    for (i, a) in prints.enumerated() {
      for (j, b) in prints.enumerated() { #expect(a.agrees(with: b) == (i == j)) }
    }
  }
}
