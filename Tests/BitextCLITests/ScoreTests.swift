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
