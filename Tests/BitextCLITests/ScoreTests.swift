// `bitext score` gives the figures of the published tables, says how sure they are, and reads bead
// files strictly.
import Foundation
import TestData
import Testing

@Suite struct ScoreTests {
  @Test func aMeasuredLadder() throws {
    let desk = try Desk()
    try desk.write("[0]:[0]\n[1, 2]:[1]\n[3]:[2, 3]\n[4]:[]\n", to: "a.gold")
    try desk.write(
      "[0]:[0]:0.950\n\n[1]:[1]:0.450\n[2]:[]:0.480\n[3]:[2,3]:.9\n[4]:[]\n", to: "a.beads")
    try Session(
      """
      $ bitext score a.gold a.beads
      BEADS        P       R      F1  TEST  GOLD
      strict  0.6000  0.7500  0.6667     5     4
      lax     1.0000  1.0000  1.0000     3     3
      1-0     0.5000  1.0000  0.6667     2     1
      1-1     0.5000  1.0000  0.6667     2     1
      1-2     1.0000  1.0000  1.0000     1     1
      2-1     0.0000  0.0000  0.0000     0     1

      strict F1 lies in 0.6667 to 0.6667 with 95 % confidence (blocks of 25 beads)
      $ bitext score a.gold a.beads --calibration
      bitext: a.beads:6: the bead has no probability from 0 to 1
        fix: score without --calibration, or write the probability third, as in [0]:[0]:0.982
      [3]
      $ printf '[4]:[]:1\\n' > b.beads; sed '$d' a.beads >> b.beads; bitext score a.gold b.beads --calibration | tail -n +11
      PROBABILITY  BEADS   GIVEN   RIGHT
      0.0 to 0.1       0
      0.1 to 0.2       0
      0.2 to 0.3       0
      0.3 to 0.4       0
      0.4 to 0.5       2  0.4650  0.0000
      0.5 to 0.6       0
      0.6 to 0.7       0
      0.7 to 0.8       0
      0.8 to 0.9       0
      0.9 to 1.0       3  0.9500  1.0000

      calibration error 0.2160; perfect probabilities stay under 0.3560 95 times in 100

      BEADS LOOKED AT  ERRORS FOUND
                  5 %           0 %
                 10 %          50 %
                 20 %          50 %
                 30 %         100 %
                 50 %         100 %
      """
    ).check(at: desk)
  }

  /// The gold has two sentences in one segment where the test has two, and the other way round.
  @Test func laddersAreComparedByText() throws {
    let desk = try Desk()
    try desk.write("甲来了。乙走了。\n\n丙在。\n丁不在。\n戊也在。\n", to: "a.zh")
    try desk.write("A came. B left.\nC is here.\nD is not. E is.\n", to: "a.en")
    try desk.write("[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[2]\n", to: "a.gold")
    try desk.write("甲来了。\n乙走了。\n丙在。\n丁不在。戊也在。\n", to: "b.zh")
    try desk.write("A came.\nB left.\n\nC is here.\nD is not.\nE is.\n", to: "b.en")
    try desk.write("[0, 1]:[0, 1]:0.9\n[2]:[2]:0.9\n[3]:[3, 4]:0.4\n", to: "b.beads")
    try Session(
      """
      $ bitext score --by-text a.gold b.beads
      BEADS        P       R      F1  TEST  GOLD
      strict  0.6667  0.5000  0.5714     3     4
      lax     1.0000  1.0000  1.0000     3     3

      strict F1 lies in 0.5714 to 0.5714 with 95 % confidence (blocks of 25 beads)
      $ bitext score --by-text a.gold a.gold | head -n 2
      BEADS        P       R      F1  TEST  GOLD
      strict  1.0000  1.0000  1.0000     4     4
      $ bitext score --by-text a.gold b.beads --calibration | grep error
      calibration error 0.2000; perfect probabilities stay under 0.4667 95 times in 100
      $ cp b.beads c.beads; cp b.en c.en; bitext score --by-text a.gold c.beads
      bitext: c.zh: no such file
        fix: check the spelling and the folder
      [3]
      $ sed 's/丙/辛/' b.zh > c.zh; bitext score --by-text a.gold c.beads
      bitext: c.zh: segment 2 has not the words of a.zh, segment 1
        fix: segment the very text of the gold; only white space may differ
      [3]
      $ echo '[9]:[0]:1' >> b.beads; bitext score --by-text a.gold b.beads
      bitext: b.beads:4: there is no source segment 9: the text has 4, from 0
        fix: give the texts that these beads were made for, one segment a line
      [3]
      """
    ).check(at: desk)
  }

  @Test(arguments: [
    ("[0]:[0]\n[1:[1]\n", ":2: not a bead"), ("[0]:[-1]\n", ":1: not a bead"),
    ("[]:[]\n", ":1: not a bead"), ("0-0\n", ":1: not a bead"), ("\n \n", ": holds no beads"),
  ])
  func beadFilesAreReadStrictly(text: String, fault: String) throws {
    let desk = try Desk()
    try desk.write("[0]:[0]\n", to: "a.gold")
    try desk.write(text, to: "a.beads")
    let result = try desk.run("bitext score a.gold a.beads")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("bitext: a.beads\(fault)\n  fix: "))
    #expect(result.output == "")
  }

  @Test func filesComeInPairs() throws {
    let result = try Desk().run("bitext score a.gold")
    #expect(result.status == 2)
    #expect(result.errors.contains("Give pairs of files: GOLD TEST"))
  }

  private static let scorer = try? TestData.gold.path("../tools/score_beads.py")

  /// Other documents' gold as the ladder under test: crossings, gaps, nulls, and little that is right.
  @Test(
    .needs(.gold),
    .enabled(
      if: scorer.map(FileManager.default.fileExists) ?? true, "BITEXT_GOLD has no scorer beside it"),
    arguments: [
      ["mac-dev/001", "mac-dev/001"], ["mac-dev/001", "mac-dev/002"], ["mag/003", "mac-dev/004"],
      ["champollion/890621f", "champollion/UN19930101_020"],
      ["docs-noisy/maint-guide", "docs-noisy/debian-reference"],
      ["mac-dev/005", "mac-dev/006", "champollion/198706005", "docs-noisy/maint-guide"],
    ])
  func figuresOfThePublishedTables(names: [String]) throws {
    let desk = try Desk()
    let files = try names.map { try TestData.gold.path($0 + ".gold") }.joined(separator: " ")
    let theirs = try desk.run("python3 \(#require(Self.scorer)) \(files)")
    try #require(theirs.status == 0, "\(theirs.errors)")
    let ours = try desk.run("bitext score \(files)").output.split(separator: "\n")
    let (strict, lax) = (ours[1].split(separator: " "), ours[2].split(separator: " "))
    #expect(
      theirs.output
        == "strict P \(strict[1]) R \(strict[2]) F1 \(strict[3])   "
        + "lax P \(lax[1]) R \(lax[2]) F1 \(lax[3])   beads \(strict[4]) gold \(strict[5])\n")
  }
}
