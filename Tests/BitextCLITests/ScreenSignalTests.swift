// Whatever happens to a full-screen review, the terminal is left as it was found.
import Foundation
import Testing

@Suite struct ScreenSignalTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.spring()
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGTRAP])
  func aSignalOrACrashLeavesTheTerminalAsItWas(signal: Int32) throws {
    let review = try ScreenReview(at: desk)
    try review.press("y")
    #expect(!review.isCooked && review.screen.isAlternate && !review.screen.showsCursor)
    kill(review.running.pid, signal)
    let end = try review.end()
    #expect(end.status == -signal)
    #expect(review.isCooked && !review.screen.isAlternate && review.screen.showsCursor)
    #expect(try desk.picture().hasPrefix("1-1 confirmed, "))
  }

  @Test func controlCEndsIt() throws {
    let review = try ScreenReview(at: desk)
    try review.press("e")
    review.send("\u{03}")
    #expect(try review.end().status == -SIGINT)
    #expect(review.isCooked && !review.screen.isAlternate)
  }

  @Test func aStoppedReviewGoesOn() throws {
    let review = try ScreenReview(at: desk)
    try review.press("j e")
    try review.write("Oh: ")
    review.send("\u{1A}")
    #expect(review.running.waitForStop())
    try review.wait { !$0.isAlternate }
    #expect(review.isCooked && review.screen.showsCursor)
    let before = review.screen.frames
    kill(review.running.pid, SIGCONT)
    try review.wait { $0.frames > before }
    #expect(!review.isCooked && review.screen.isAlternate)
    #expect(review.screen.text.contains("Birds are singing.Oh:"))
    try review.press("ctrl-s")
    #expect(try review.quit().status == 0)
    #expect(try desk.picture() == "1-1, 1-2 edited, 1-1, 1-0, 1-1")
  }

  @Test func anotherSizeIsDrawnAnew() throws {
    let review = try ScreenReview(at: desk)
    try review.press("j")
    try review.resize(columns: 60, rows: 20)
    #expect(review.screen.lines[5].hasPrefix("▸  2 ? 1-2"))
    try review.resize(columns: 120, rows: 40)
    #expect(review.screen.lines[1].contains("┬›target en"))
    try review.resize(columns: 20, rows: 5)
    #expect(review.screen.text.hasPrefix("the window is too"))
    try review.resize(columns: 80, rows: 24)
    #expect(try review.press("y").lines[0].contains("row 3 of 5"))
    #expect(try review.quit().status == 0)
  }
}
