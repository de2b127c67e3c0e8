// `bitext undo press:42`: listed, asked, taken back as one, done again as one.
import Testing

@Suite struct RowUndoCommandTests {
  private func worked() throws -> Desk {
    let desk = try Desk()
    try desk.spring()
    for action in ["2 confirm", "5 confirm", "2 merge-down", "2 reject"] {
      #expect(try desk.run("bitext edit spring:\(action)").status == 0)
    }
    #expect(try desk.picture() == "1-1, 2-3 rejected, 1-0, 1-1 confirmed")
    return desk
  }

  @Test func wherePeopleCannotBeAsked() throws {
    let desk = try worked()
    try desk.run("bitext edit spring:2 comment 'see 3'")
    let asked = try desk.run("bitext undo spring:2")
    #expect(asked.status == 5)
    #expect(
      asked.errors == """
        bitext: spring:2: nothing was taken back
          fix: answer with y at a terminal, or say --yes

        """)
    #expect(asked.output.hasPrefix("spring:2: 1 change to take back, the last first\n"))
    #expect(try desk.picture() == "1-1, 2-3 rejected, 1-0, 1-1 confirmed")
  }

  @Test func oneByOne() throws {
    let desk = try worked()
    for picture in [
      "1-1, 2-3, 1-0, 1-1 confirmed", "1-1, 1-2 confirmed, 1-1, 1-0, 1-1 confirmed",
      "1-1, 1-2, 1-1, 1-0, 1-1 confirmed",
    ] {
      #expect(try desk.run("bitext undo spring:2 --yes").status == 0)
      #expect(try desk.picture() == picture)
    }
    for _ in 1...3 { #expect(try desk.run("bitext redo spring").status == 0) }
    #expect(try desk.picture() == "1-1, 2-3 rejected, 1-0, 1-1 confirmed")
  }

  @Test func whatBuildsOnItGoesToo() throws {
    let desk = try Desk()
    try desk.spring()
    for action in ["2 nudge-down target", "3 confirm", "5 confirm"] {
      #expect(try desk.run("bitext edit spring:\(action)").status == 0)
    }
    let before = try desk.picture()
    let undone = try desk.run("bitext undo spring:2 --yes")
    #expect(undone.output.contains("spring:2: 2 changes to take back, the last first"))
    #expect(undone.output.hasSuffix("spring:2: took back 2 changes\n"))
    #expect(try desk.picture() == "1-1, 1-2, 1-1, 1-0, 1-1 confirmed")
    #expect(try desk.run("bitext redo spring").status == 0)
    #expect(try desk.picture() == before)
  }

  @Test func wrongRows() throws {
    let desk = try Desk()
    try desk.spring()
    for (row, status, words) in [
      ("spring:9", 2, "no such row"), ("spring:x", 2, "not a document pair"),
      ("spring:1-2", 2, "an action is done to one row"), ("none:1", 3, "no document pair"),
    ] {
      let result = try desk.run("bitext undo \(row) --yes")
      #expect(result.status == Int32(status), "\(row)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func onTheScreen() throws {
    let desk = try worked()
    let review = try ScreenReview(at: desk)
    try review.press("2 G H")
    #expect(review.screen.text.contains("spring:2: take back 1 change, the last first?"))
    try review.press("esc")
    #expect(try desk.picture() == "1-1, 2-3 rejected, 1-0, 1-1 confirmed")
    try review.press("H enter")
    #expect(review.screen.text.contains("took back 1 change"))
    #expect(try desk.picture() == "1-1, 2-3, 1-0, 1-1 confirmed")
    try review.press("Z")
    #expect(try desk.picture() == "1-1, 2-3 rejected, 1-0, 1-1 confirmed")
    #expect(try review.quit().status == 0)
  }

  @Test func historyOfARow() throws {
    let desk = try worked()
    let log = try desk.run("bitext log spring:2").output
    #expect(
      log.split(separator: "\n").suffix(3).map { $0.suffix(16) }.joined().contains("reject row 2"))
    #expect(!log.contains("row 5"))
  }
}
