// What a person can set of the full-screen review, and when there is none.
import Foundation
import Testing

@Suite struct ScreenSettingsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.spring()
  }

  @Test func presetsHaveTheKeysOfOtherPrograms() throws {
    let omegat = try ScreenReview(at: desk, options: "--keys omegat")
    try omegat.press("j D")
    #expect(try omegat.quit().words.hasPrefix("spring: 1 nudge-down"))
    let intertext = try ScreenReview(at: desk, options: "--keys intertext")
    try intertext.press("j ctrl-up ctrl-u")
    #expect(try intertext.quit().words.hasPrefix("spring: 1 nudge-up, 1 undo"))
  }

  @Test func keysAreChangedInAFile() throws {
    try desk.run("mkdir -p .config/bitext")
    try desk.write(
      """
      key ctrl-r = merge-down   # no comment here: it is part of the value
      """, to: ".config/bitext/review.conf")
    let fault = try desk.run("script -qec 'bitext review spring' /dev/null < /dev/null")
    #expect(fault.output.contains("review.conf:1: 'key ctrl-r = merge-down   # no comment here"))
    try desk.write("key ctrl-r = merge-down\nkey m = nothing\n", to: ".config/bitext/review.conf")
    let review = try ScreenReview(at: desk, rows: 80)
    try review.press("ctrl-r")
    #expect(try review.press("m").lines[79] == " 'm' is no key here; ? shows the keys")
    #expect(try review.press("?").text.contains("ctrl-r  merge with the row below"))
    try review.press("x")
    _ = try review.quit()
    #expect(try desk.picture() == "2-3, 1-1, 1-0, 1-1")
  }

  @Test func aTerminalMayShowAmbiguousCharactersWide() throws {
    try desk.write("ambiguous-width = 2\n", to: "review.conf")
    let review = try ScreenReview(at: desk, options: "--settings review.conf")
    #expect(review.screen.lines[2].contains("春天来了。              |›Spring has come."))
    #expect(!review.screen.text.contains("│") && !review.screen.text.contains("─"))
  }

  @Test func onlyDoubtfulRowsAndTheWorstFirst() throws {
    try desk.run("bitext edit spring:2 confirm")
    let review = try ScreenReview(at: desk, options: "--doubtful --worst-first")
    #expect(!review.screen.text.contains("花都开了"))
    #expect(review.screen.lines[0].contains("only doubtful"))
  }

  @Test(arguments: ["--plain", ""]) func whereThereIsNoScreenThePromptIsUsed(option: String) throws
  {
    let terminal = try PseudoTerminal()
    let running = try terminal.start(
      "bitext review spring \(option)", at: desk, ["TERM": option.isEmpty ? "dumb" : "xterm"])
    #expect(try terminal.screen(until: "q,?] ").hasPrefix("\nspring:1 of 5 · 1-1"))
    terminal.type("q")
    #expect(running.wait() == 0)
    #expect(try desk.run("echo q | bitext review spring").output.contains("spring:1 of 5"))
  }

  @Test func anUnknownSettingOrPairIsAFault() throws {
    #expect(try desk.run("bitext review spring --settings nowhere.conf").status == 3)
    #expect(try desk.run("bitext review spring --keys vim").status == 2)
    #expect(try desk.run("bitext review summer").status == 3)
  }
}
