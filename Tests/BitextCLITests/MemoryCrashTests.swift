// A program that is ended at any moment of an import, of indexing or of a backup leaves a memory that
// is whole; and what a locked workspace allows is done, the rest refused.
import Foundation
import Testing

@Suite struct MemoryCrashTests {
  /// More pairs than may wait for the index, so that importing indexes them.
  private static let pairs = (0..<5_000).map {
    "这是第\($0)号文件的第\($0 % 7)段。\tThis is paragraph \($0 % 7) of document \($0).\n"
  }.joined()

  @Test(arguments: [0.05, 0.3, 0.8, 1.5, 2.5, 4.0])
  func endedAtAnyMoment(_ seconds: Double) throws {
    let desk = try Desk()
    try desk.write(Self.pairs, to: "pairs.tsv")
    let take = "bitext import tsv pairs.tsv --source-lang zh-Hans --target-lang en --as pairs"
    let running = try desk.start(take)
    usleep(UInt32(seconds * 1e6))
    running.kill()
    _ = running.wait()
    let after = try desk.run("if [ -s bitext.db ]; then \(Self.search); else exit 1; fi")
    #expect(after.status == 0 || after.status == 1, "\(after.errors)")
    let again = try desk.run("\(take) --replace")
    #expect(again.status == 0, "\(again.errors)")
    let found = try desk.run(Self.search, errorsInOutput: true).output
    #expect(found.hasPrefix("100\texact\t这是第4711号文件的第0段。\t"), "\(found)")
  }

  @Test func aBackupEndedAtAnyMomentIsWholeOrNotThere() throws {
    let desk = try stored()
    let list = "bitext list --json --workspace"
    for seconds in [0.01, 0.03, 0.06, 0.1, 0.2, 0.5] {
      let running = try desk.start("bitext backup copy.db --replace")
      usleep(UInt32(seconds * 1e6))
      running.kill()
      _ = running.wait()
      if FileManager.default.fileExists(atPath: desk.folder + "/copy.db") {
        #expect(try desk.run("\(list) copy.db").output == desk.run("\(list) bitext.db").output)
      }
    }
    let again = try desk.run("bitext backup copy.db --replace")
    #expect(again.status == 0 && again.output.contains("checked"), "\(again.errors)")
  }

  @Test func whileAnotherProcessWrites() throws {
    let desk = try stored()
    try desk.write("春天来了。\n", to: "zh.txt")
    try desk.write("Spring has come.\n", to: "en.txt")
    #expect(try desk.run("bitext find 第471号 --limit 1").status == 0)
    let holder = """
      import sqlite3, time
      db = sqlite3.connect("bitext.db", isolation_level=None)
      db.execute("BEGIN IMMEDIATE")
      open("held", "w").close()
      time.sleep(300)
      """
    try desk.write(holder, to: "hold.py")
    let held = try desk.run(
      """
      { python3 hold.py & holder=$!
      for i in $(seq 600); do [ -e held ] && break; sleep .1; done
      for command in "bitext match 这是第471号文件的第2段。 --limit 1 --tsv" "bitext find 第471号 --limit 1 --tsv" \
        "bitext backup copy.db" "bitext import tsv pairs.tsv --as more" \
        "bitext align zh.txt en.txt --as spring --encoder none"
      do $command > told 2> errors; echo $? $(cut -c 1-30 told) $(grep another errors); done
      kill $holder; }
      """
    ).output.split(separator: "\n")
    let locked = "4 bitext: bitext.db: another process is writing to this workspace"
    try #require(held.count == 5, "\(held)")
    #expect(held[0].hasPrefix("0 100") && held[1].hasPrefix("0 pairs"))
    #expect(held[2].hasPrefix("0 copy.db: 1 name"))
    #expect(held[3] == locked && held[4] == locked)
    #expect(try desk.run("bitext list --workspace copy.db").output.contains("500"))
    // What was stored but not copied and indexed before the workspace was locked is told.
    #expect(try desk.run("bitext align zh.txt en.txt --as spring --encoder none").status == 0)
    let behind = try desk.run(
      """
      { rm held; python3 hold.py & holder=$!
      for i in $(seq 600); do [ -e held ] && break; sleep .1; done
      bitext match 春天来了。 2>&1; echo $?; kill $holder; }
      """)
    #expect(behind.output.hasSuffix("then repeat the command\n4\n"), "\(behind.output)")
    #expect(try desk.run("bitext match 春天来了。 --tsv").output.hasPrefix("98\texact"))
  }

  private static let search = "bitext match 这是第4711号文件的第0段。 --limit 1 --tsv"

  private func stored() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.pairs, to: "pairs.tsv")
    let take = "head -n 500 pairs.tsv > few.tsv && bitext import tsv few.tsv --as pairs"
    #expect(try desk.run(take).status == 0)
    return desk
  }
}
