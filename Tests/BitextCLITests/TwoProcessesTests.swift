// Two real processes on one workspace: no event is lost, each sees what the other did, and who comes
// late sees both versions.
import Foundation
import Testing

@Suite struct TwoProcessesTests {
  private struct Logged: Decodable {
    var action: String
    var author: String
  }

  @Test func noEventIsLost() throws {
    let desk = try Desk()
    try desk.spring()
    let before = try desk.json([Logged].self, "bitext log spring --json").count
    let count = 12
    let writers = try [("ann", 1), ("lin", 5)].map { author, row in
      try desk.start(
        """
        for number in $(seq \(count)); do
          bitext edit spring:\(row) comment "\(author) $number" --author \(author) || exit 1
        done
        """)
    }
    for writer in writers { #expect(writer.wait() == 0) }
    let events = try desk.json([Logged].self, "bitext log spring --json").dropFirst(before)
    for author in ["ann", "lin"] {
      #expect(events.count { $0.author == author } == count)
    }
    let shown = try desk.run("bitext show spring --json").output
    #expect(shown.contains("\"ann \(count)\"") && shown.contains("\"lin \(count)\""))
  }

  @Test func whatTheOtherDidIsSeen() throws {
    let desk = try Desk()
    try desk.spring()
    let review = try ScreenReview(at: desk)
    #expect(
      try desk.run("bitext edit spring:2 edit 'Flowers everywhere.' --author lin").status == 0)
    try review.wait { $0.text.contains("Flowers everywhere.") }
    #expect(review.screen.text.contains("others changed rows"))
    #expect(try review.quit().status == 0)
  }

  @Test func twoVersionsOnTheScreen() throws {
    let desk = try Desk()
    try desk.spring()
    let review = try ScreenReview(at: desk, columns: 100)
    // While words are typed the rows stay as they were seen.
    try review.press("e")
    try desk.run("bitext edit spring:1 edit 'Spring is here.' --author lin")
    try review.write("!")
    try review.press("ctrl-s")
    let screen = review.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(screen.contains("lin changed it meanwhile"))
    #expect(screen.contains("theirs 1 1-1 edited"))
    #expect(screen.contains("yours 1 1-1 edited"))
    #expect(screen.contains("Spring is here."))
    #expect(screen.contains("Spring has come.!"))
    #expect(
      try desk.json(Spring.self, "bitext show spring --json").rows[0].target == "Spring is here.")
    #expect(try review.quit().status == 0)
  }

  @Test func twoVersionsInLines() throws {
    let desk = try Desk()
    try desk.spring()
    let terminal = try PseudoTerminal()
    let review = try terminal.start("bitext review spring --plain", at: desk)
    _ = try terminal.screen(until: "q,?] ")
    try desk.run("bitext edit spring:1 reject --author lin")
    terminal.type("y")
    let said = try terminal.screen(until: "q,?] ")
    #expect(said.contains("spring:1: lin changed it meanwhile"))
    #expect(said.contains("theirs  1 1-1 rejected"))
    #expect(said.contains("yours   1 1-1 confirmed"))
    terminal.type("q")
    #expect(review.wait() == 0)
    #expect(try desk.picture() == "1-1 rejected, 1-2, 1-1, 1-0, 1-1")
  }
}
