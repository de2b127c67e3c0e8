import Review
import Testing

@testable import Workbench

@Suite struct ReviewSettingsTests {
  @Test func everythingCanBeSet() throws {
    let settings = try ReviewSettings(
      """
      # how I review
      key ctrl-n = next-doubtful
      key x = nothing
      key = = undo
      preset = intertext
      order = worst-first
      lock-source = no
      realign-after-edit = yes
      accept-above = 0.95
      ambiguous-width = 2
      """, from: "review.conf")
    #expect(settings.keys[.enter] == .shiftDown, "the preset")
    #expect(settings.keys[Key("n").with(["ctrl"])] == .nextDoubtful, "keys change the preset")
    #expect(settings.keys[Key("x")] == nil && settings.keys[Key("=")] == .undo)
    #expect(settings.order == .worstFirst && !settings.locksSource)
    #expect(settings.realignsAfterEdit && settings.acceptAbove == 0.95)
    #expect(settings.hasWideAmbiguous)
  }

  @Test(arguments: [
    (
      "preset = vim",
      "f:1: 'preset = vim' sets nothing\n  fix: write one of: bitext, intertext, omegat"
    ),
    ("\nlock-source = 1", "f:2: 'lock-source = 1' sets nothing\n  fix: write yes or no"),
    (
      "accept-above = 95",
      "f:1: 'accept-above = 95' sets nothing\n  fix: write a probability, as 0.95"
    ),
    ("hello", "f:1: 'hello' sets nothing\n  fix: write NAME = VALUE"),
    (
      "key ctrl-z = undo",
      """
      f:1: 'key ctrl-z = undo' sets nothing
        fix: write a character or a name as enter, space, ctrl-r, alt-up; \
      ctrl-c, ctrl-z, ctrl-i, ctrl-j and ctrl-m are the terminal's
      """
    ),
  ])
  func aLineThatSetsNothingIsAFault(text: String, words: String) {
    let fault = #expect(throws: WorkbenchError.self) { try ReviewSettings(text, from: "f") }
    #expect(fault?.description == words)
  }

  @Test func anUnknownNameIsAnsweredWithTheKnown() throws {
    let fault = try #require(throws: WorkbenchError.self) {
      try ReviewSettings("key j = jump", from: "f")
    }
    #expect(fault.fix.hasPrefix("write nothing, or one of: confirm, confirm-and-step, "))
    let other = try #require(throws: WorkbenchError.self) {
      try ReviewSettings("sort = a", from: "f")
    }
    #expect(other.fix.hasPrefix("the settings are: preset, key KEY, order, "))
  }

  @Test func aMissingFileIsAFaultOnlyWhenItWasNamed() throws {
    #expect(try ReviewSettings(file: "/nowhere/review.conf", mustExist: false) == ReviewSettings())
    #expect(throws: WorkbenchError.self) {
      try ReviewSettings(file: "/nowhere/review.conf", mustExist: true)
    }
  }

  @Test func whereTheFileIs() {
    #expect(
      ReviewSettings.path(environment: ["HOME": "/home/li"])
        == "/home/li/.config/bitext/review.conf")
    #expect(
      ReviewSettings.path(environment: ["HOME": "/home/li", "XDG_CONFIG_HOME": "/c"])
        == "/c/bitext/review.conf")
  }
}
