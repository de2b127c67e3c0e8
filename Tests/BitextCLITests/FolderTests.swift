// `bitext align` with two folders: texts paired by name, faults that stop nothing else, and a batch
// that goes on where it was interrupted.
import Foundation
import TestData
import Testing

@Suite struct FolderTests {
  /// `zh` and `en` with the founding text under these names.
  private static func desk(_ names: [String]) throws -> Desk {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    try desk.run("mkdir zh en")
    for name in names {
      try desk.run("cp \(press)/zh.paragraphs.txt zh/\(name).zh.txt")
      try desk.run("cp \(press)/en.paragraphs.txt en/\(name).en.txt")
    }
    return desk
  }

  @Test func aBatchAndItsFaults() throws {
    let desk = try Self.desk(["a", "b", "c"])
    try desk.run(
      "cp zh/a.zh.txt en/c.en.txt; cp zh/a.zh.txt zh/lone.txt; mkdir zh/inner; touch en/b.beads")
    // Neither the notes on lexicon and encoder nor what a better aligner would change.
    let plain =
      "2>&1 | grep -v -E '(no|bitext) (lexicon|encoder)' | sed -E 's/[0-9]+ (rows|want)/N \\1/g'"
    try Session(
      """
      $ { bitext align zh en --date 2023-03-16; echo "[$?]"; } \(plain)
      bitext: c: en/c.en.txt: holds the same bytes as zh/c.zh.txt
        fix: name the original first and its translation second
      aligned 2 pairs, N rows; N want a look
      failed 1: c
      without a partner: zh/lone.txt
      [3]
      $ cp en/a.en.txt en/c.en.txt; echo 'One more.' >> en/a.en.txt; bitext align zh en --pair-by stem \(plain)
      bitext: a: a document pair has this name already
        fix: choose another with `--as NAME`, or `--replace` the one that is there
      aligned 1 pair, N rows; N want a look
      skipped 1, there already with the same files
      failed 1: a
      without a partner: zh/lone.txt
      $ bitext align zh en --replace --jobs 1 \(plain)
      aligned 1 pair, N rows; N want a look
      skipped 2, there already with the same files
      without a partner: zh/lone.txt
      """
    ).check(at: desk)
  }

  @Test func theSameBytesForAnyNumberOfThreads() throws {
    let sums = try [1, 2, 5].map { jobs in
      let desk = try Self.desk(["a", "b", "c", "d", "e"])
      try desk.run("head -n 9 zh/a.zh.txt > zh/x; mv zh/x zh/a.zh.txt")
      try desk.run("cp zh/a.zh.txt old.zh.txt; cp en/a.en.txt old.en.txt")
      try desk.run("bitext align old.zh.txt old.en.txt; yes y | head -99 | bitext review old")
      let aligned = try desk.run("bitext align zh en --jobs \(jobs)")
      #expect(aligned.output.contains(/\nlearned from [0-9]+ confirmed pairs/))
      return try desk.run("cat bitext.db | cksum; bitext list; bitext log").output
    }
    #expect(sums[0].count > 200)
    #expect(sums.allSatisfy { $0 == sums[0] })
  }

  @Test func aKilledBatchGoesOn() throws {
    let desk = try Self.desk((1...6).map { "press\($0)" })
    let began = Date()
    #expect(try desk.run("bitext align zh en --jobs 2 --workspace whole.db").status == 0)
    let whole = Date().timeIntervalSince(began)
    var stored: [Int] = []
    for part in [0.4, 0.6, 0.8] {
      let running = try desk.start("bitext align zh en --jobs 2")
      usleep(UInt32(whole * part * 1_000_000))
      running.kill()
      _ = running.wait()
      stored.append(
        try desk.run("bitext list --json 2>/dev/null").output.ranges(of: "\"name\"").count)
    }
    #expect(stored == stored.sorted())
    #expect(try desk.run("bitext align zh en").status == 0)
    for name in (1...6).map({ "press\($0)" }) {
      let (rows, others) = try (
        desk.run("bitext show \(name) --json"),
        desk.run("bitext show \(name) --json --workspace whole.db")
      )
      #expect(rows == others)
    }
    #expect(try desk.run("bitext log").output.ranges(of: " align ").count == 6)
  }

  @Test func beadsWithoutAWorkspace() throws {
    let desk = try Self.desk(["a", "b"])
    #expect(
      try desk.run("bitext align zh en --segmented --format beads -o beads").output
        .hasPrefix("aligned 2 pairs, "))
    try desk.run("bitext align zh/a.zh.txt en/a.en.txt --segmented --format beads -o one.beads")
    #expect(try desk.bytes("beads/a.beads") == desk.bytes("one.beads"))
    #expect(try desk.bytes("beads/b.beads") == desk.bytes("one.beads"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/bitext.db"))
  }

  @Test(arguments: [
    ("bitext align zh zh", "zh: no file has a partner"),
    ("bitext align zh en --as x", "--as names one document pair"),
    ("bitext align zh en --jobs 0", "--jobs is 1 or more"),
    ("bitext align zh en --segmented --format beads", "For folders --format beads takes --output"),
    ("bitext align zh/a.zh.txt en/a.en.txt --jobs 2", "--pair-by and --jobs go with two folders"),
    ("bitext align zh en/a.en.txt", "zh: this is a directory, not a file"),
    ("bitext align zh en --weights none.json", "none.json: no such file"),
  ])
  func faults(command: String, words: String) throws {
    let desk = try Self.desk(["a"])
    let result = try desk.run(command)
    #expect([2, 3].contains(result.status))
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/bitext.db"))
  }
}
