import Bitext
import Testing

@testable import Review

@Suite struct WrittenFormTests {
  static let actions: [(String, ReviewAction)] = [
    ("confirm", .confirm), ("unconfirm", .unconfirm), ("accept", .accept),
    ("nudge-down target", .nudgeDown(.target)), ("nudge-up source", .nudgeUp(.source)),
    ("merge-down", .mergeDown()), ("merge-down target", .mergeDown(.target)),
    ("merge-up", .mergeUp()), ("merge-up source", .mergeUp(.source)),
    ("split 1 0+12", .split(source: Cut(1), target: Cut(0, bytes: 12))),
    ("omitted", .omitted), ("added", .added), ("edit", .edit("")),
    ("edit  two  spaces ", .edit(" two  spaces ")), ("reject", .reject), ("non-text", .nonText),
    ("shift-down source", .shiftDown(.source)), ("shift-up target", .shiftUp(.target)),
    ("join target 2", .join(.target, first: 1)), ("move source 40", .move(.source, to: 39)),
    ("pin 1 2 43", .pin(source: 0, target: 1, of: 42)), ("flag", .flag), ("unflag", .unflag),
    ("doubt", .doubt), ("comment", .comment("")), ("comment 见上文", .comment("见上文")),
  ]

  @Test(arguments: actions)
  func roundTrip(written: String, action: ReviewAction) throws {
    #expect(try ReviewAction(written) == action)
    #expect(action.description == written)
  }

  @Test(arguments: [
    "", "nudge-down", "nudge-down middle", "confirm target", "split", "split 1", "split -1 1",
    "join target", "join target 0", "move 40", "pin 1 2", "pin 0 1 1", "shift-down", "flag target",
    "split 1+0 1", "split a b", "merge-down source target", "Confirm",
  ])
  func nonsenseIsRefused(written: String) {
    #expect(throws: ReviewError.self) { try ReviewAction(written) }
  }

  @Test func everyActionIsInTheHelp() {
    let names = ReviewAction.forms.map { $0.prefix { $0 != " " } }
    #expect(Set(names.map(String.init)) == Set(Self.actions.map(\.1.name)))
  }
}
