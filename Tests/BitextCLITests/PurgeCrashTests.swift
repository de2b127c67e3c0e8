// A purge that is ended at any moment has done nothing, or the next command finishes it.
import Foundation
import Testing

@Suite struct PurgeCrashTests {
  private static func pairs(_ word: String) -> String {
    (0..<3_000).map { "\(word)第\($0)号文件的第\($0 % 7)段。\t\(word) \($0), part \($0 % 7).\n" }.joined()
  }

  @Test func endedAtAnyMoment() throws {
    let desk = try Desk()
    try desk.write(Self.pairs("secretword"), to: "secret.tsv")
    try desk.write(Self.pairs("openword"), to: "open.tsv")
    for name in ["secret", "open"] {
      let take = "bitext import tsv \(name).tsv --source-lang zh-Hans --target-lang en --as \(name)"
      try #require(desk.run(take).status == 0)
    }
    try desk.run("mkdir full; cp bitext.db* full/; rm -f bitext.db-wal bitext.db-shm")
    let start = Date()
    try #require(desk.run("bitext purge --document secret --yes").status == 0)
    let whole = Date().timeIntervalSince(start)
    var ends = Set<Bool>()
    for share in [0.05, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
      try desk.run("rm -f bitext.db*; cp full/bitext.db* .")
      let running = try desk.start("exec bitext purge --document secret --yes")
      usleep(UInt32(share * whole * 1e6))
      running.kill()
      _ = running.wait()
      ends.insert(try isGoneOrWhole(desk))
    }
    // Some of these moments lie before the purge is done, if the machine is not far quicker by now.
    #expect(ends.contains(false))
  }

  /// Whether the memory is gone, with every byte; otherwise it must be whole.
  private func isGoneOrWhole(_ desk: Desk) throws -> Bool {
    let list = try desk.run("bitext list")
    try #require(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("open"))
    let isGone = !list.output.contains("secret")
    let traces = try desk.run("cat bitext.db* | grep -a -c secretword").output
    #expect(isGone == (traces == "0\n"), "\(traces)")
    for word in isGone ? ["openword"] : ["openword", "secretword"] {
      let found = try desk.run("bitext find '\(word) 2999' --tsv")
      #expect(found.status == 0 && found.output.contains("part 3"), "\(found.errors)")
    }
    return isGone
  }
}
