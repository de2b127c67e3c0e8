// A new version of a text, at the console.
import Foundation
import Testing

@Suite struct UpdateTests {
  @Test func aNewVersionIsTaken() throws {
    let desk = try Desk()
    try desk.spring()
    for row in [1, 2, 4] { try desk.run("bitext edit spring:\(row) confirm") }
    try desk.write(
      "Spring has come.\nThe flowers are out.\nBirds are singing.\nWe go to the big park.\nWe go home.\n",
      to: "new.txt")
    try Session(
      """
      $ bitext update spring --target new.txt --segmented --dry-run 2>/dev/null | head -2 | cut -c 1-50
      spring: 4 rows kept, 1 changed; nothing is stored
         3 ? 1-1 0.99  changed: target: “big” is new
      $ bitext update spring --target new.txt --segmented 2>/dev/null | head -1
      spring: 4 rows kept, 1 changed
      $ bitext update spring --target new.txt --segmented
      spring: all 5 rows kept; the text is the same
      $ bitext log spring | tail -1 | cut -c 30-
      ann     spring  update target: 1 row changed
      $ bitext undo spring
      spring: took back 'update target: 1 row changed'
      """
    ).check(at: desk)
    #expect(try desk.picture() == "1-1 confirmed, 1-2 confirmed, 1-1, 1-0 omitted, 1-1")
  }

  @Test func decidedRowsAreReopened() throws {
    let desk = try Desk()
    try desk.spring()
    for row in 1...5 { try desk.run("bitext edit spring:\(row) confirm") }
    let old = try desk.read("zh.txt")
    try desk.write(old.replacing("花都开了", with: "花都谢了"), to: "new.txt")
    let result = try desk.run("cat new.txt | bitext update spring --source - --segmented")
    #expect(
      result.output.hasPrefix("spring: 4 rows kept, 1 changed; 1 of 5 decided ones reopened\n"))
    #expect(try desk.picture() == "1-1 confirmed, 1-2, 1-1 confirmed, 1-0 omitted, 1-1 confirmed")
  }

  @Test(arguments: [
    ("spring", 2, "arguments: Name the new text with --source, --target or both."),
    ("spring --source - --target -", 2, "arguments: Only one text can come from standard input."),
    ("spring --source no.txt", 3, "no.txt: no such file"),
    (
      "spring --source en.txt", 3,
      "en.txt: stated to be zh-Hans, but 0 % of its letters are Chinese"
    ),
    ("autumn --source zh.txt", 3, "autumn: there is no document pair of this name"),
  ])
  func wrongRequests(arguments: String, status: Int32, problem: String) throws {
    let desk = try Desk()
    try desk.spring()
    let before = try desk.run("bitext log --json").output
    let result = try desk.run("bitext update \(arguments)")
    #expect(result.status == status && result.output == "")
    #expect(result.errors.hasPrefix("bitext: \(problem)"), "\(result.errors)")
    #expect(try desk.run("bitext log --json").output == before)
  }
}
