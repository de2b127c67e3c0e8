import Testing

@testable import Review

@Suite struct KeyMapTests {
  @Test(arguments: KeyMap.Preset.allCases)
  func everyCommandOfAPresetHasAKey(preset: KeyMap.Preset) {
    let map = KeyMap(preset)
    let mute = KeyCommand.allCases.filter { map.keys(for: $0).isEmpty }
    #expect(mute.isEmpty)
    for command in KeyCommand.allCases {
      for key in map.keys(for: command) { #expect(map[key] == command) }
    }
  }

  @Test func theTableNamesOnlyKeysThereAre() {
    let keys = KeyCommand.allCases.flatMap { KeyMap().keys(for: $0) }
    #expect(keys.count == 64)
    #expect(Set(keys).count == keys.count)
  }

  @Test func everyCommandHasAHelpThatFits() {
    #expect(KeyCommand.allCases.allSatisfy { !$0.help.isEmpty && $0.help.count <= 60 })
    #expect(KeyCommand.confirm.group == .decisions && KeyCommand.quit.group == .rest)
    #expect(KeyCommand.order.group == .going && KeyCommand.otherSide.group == .row)
  }

  @Test func aPresetTakesAKeyFromOurs() {
    let map = KeyMap(.intertext)
    #expect(map[.enter] == .shiftDown)
    #expect(map.keys(for: .confirm).map(\.name) == ["D"])
    #expect(map.keys(for: .undo).map(\.name) == ["ctrl-u", "z"])
  }

  @Test func aKeyIsBoundAnew() throws {
    var map = KeyMap()
    let key = try #require(Key(named: "ctrl-n"))
    map.bind(key, to: .nextDoubtful)
    map.bind(Key("n"), to: nil)
    #expect(map.keys(for: .nextDoubtful) == [key] && map[Key("n")] == nil)
  }

  @Test(arguments: [
    ("J", "J"), ("ctrl-r", "ctrl-r"), ("shift-ctrl-up", "ctrl-shift-up"), ("-", "-"),
    (" ", "space"), ("space", "space"), ("f5", "f5"), ("ctrl-z", nil), ("ctrl-m", nil),
    ("enterr", nil), ("", nil), ("hyper-x", nil), ("ctrl-ctrl-x", nil), ("确", "确"),
  ])
  func keysAreReadAndWritten(name: String, written: String?) {
    #expect(Key(named: name)?.name == written)
  }
}
