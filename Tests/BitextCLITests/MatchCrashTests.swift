// A program that is ended at any moment of an import or of indexing leaves a memory that is whole.
import Foundation
import Testing

@Suite struct MatchCrashTests {
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
    let search = "bitext match 这是第4711号文件的第0段。 --limit 1 --tsv"
    let after = try desk.run("if [ -s bitext.db ]; then \(search); else exit 1; fi")
    #expect(after.status == 0 || after.status == 1, "\(after.errors)")
    let again = try desk.run("for try in 1 2 3; do \(take) --replace && break; sleep 1; done")
    #expect(again.status == 0, "\(again.errors)")
    let found = try desk.run(search).output
    // 99: the file says nothing of a review.
    #expect(found.hasPrefix("99\texact\t这是第4711号文件的第0段。\t"), "\(found)")
  }
}
