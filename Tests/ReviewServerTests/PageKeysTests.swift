// The page in a real browser: keys pressed there, and what the workspace holds then.
import Foundation
import TestData
import Testing
import Workbench

@Suite(.serialized, .needsChromium, .timeLimit(.minutes(10))) struct PageKeysTests {
  /// Opens the page of `press`, presses keys, and closes it again; the page must not complain.
  private func review(
    _ pair: TestPair? = nil, settings: ReviewSettings = ReviewSettings(),
    _ body: @escaping @Sendable (BrowserPage, Served) async throws -> Void
  ) async throws {
    let pair = try pair ?? .press()
    try await Served.with([pair], settings: settings) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        try await body(page, served)
        #expect(try await page.complaints() == [])
      }
    }
  }

  @Test(arguments: [
    ("enter", "ucuuuuu", 3), ("y", "ucuuuuu", 2), ("enter enter", "ucucuuu", 6),
    ("g g C", "cuuuuuu", 1), ("n enter z", "uuuuuuu", 3), ("enter z Z", "ucuuuuu", 1),
    ("3 y", "ucccuuu", 4), ("X D", "uxruuuu", 3), ("j j down k", "uuuuuuu", 3), ("G", "uuuuuuu", 6),
    ("4 G y", "uuucuuu", 4), ("y k H enter", "uuuuuuu", 1), ("y k H esc", "ucuuuuu", 1),
    ("w n", "uuuuuuu", 6), ("p", "uuuuuuu", 6), ("end up", "uuuuuuu", 5),
  ]) func decisionsAndWhereTheCursorGoes(keys: String, statuses: String, cursor: Int) async throws {
    try await review { page, served in
      try await page.press(keys)
      let shown = try served.bench().show(RowSelection("press"))
      #expect(shown.rows.map(\.letter).joined() == statuses)
      let here = try await page.value("Number(document.querySelector('.row.cursor').ariaRowIndex)")
      #expect(here.number == Double(cursor + 1))
    }
  }

  @Test(arguments: [
    ("J", "1-1 1-0 1-2 1-1 1-1 1-1 1-1"), ("h J", "1-1 0-1 2-1 1-1 1-1 1-1 1-1"),
    ("K", "1-2 1-0 1-1 1-1 1-1 1-1 1-1"), ("m", "1-1 2-2 1-1 1-1 1-1 1-1"),
    ("2 m", "1-1 3-3 1-1 1-1 1-1"), ("m S", "1-1 1-1 1-1 1-1 1-1 1-1 1-1"),
    (">", "1-1 1-0 1-1 1-1 1-1 1-1 1-1 0-1"), ("m .", "1-1 3-3 1-1 1-1 1-1"),
    ("o", "1-1 1-0 0-1 1-1 1-1 1-1 1-1 1-1"), ("m right A", "1-1 2-1 1-1 1-1 1-1 1-1"),
    ("m m z", "1-1 2-2 1-1 1-1 1-1 1-1"), ("x j j x", "1-1 0-1 1-0 1-1 1-0 0-1 1-1 1-1 1-1"),
    ("m s enter", "1-1 1-1 1-1 1-1 1-1 1-1 1-1"), ("m s esc", "1-1 2-2 1-1 1-1 1-1 1-1"),
  ]) func whatBecomesOfTheLadder(keys: String, shapes: String) async throws {
    try await review { page, served in
      try await page.press(keys)
      let stored = try served.bench().show(RowSelection("press")).rows
      #expect(stored.map(\.shape).joined(separator: " ") == shapes)
      try await page.expectSame(as: stored)
    }
  }

  @Test func correctingInAField() async throws {
    try await review { page, served in
      try await page.press("e")
      #expect(try await page.text("document.activeElement.lang") == "en")
      #expect(
        try await page.text("document.activeElement.value") == "Two is summer, with much rain.")
      // Keys are letters here.
      _ = try await page.value("document.activeElement.select()")
      try await page.type("夏 j n enter 二")
      try await page.press(key: "ctrl-s")
      try await page.settle()
      let row = try served.bench().show(RowSelection("press:2")).rows[0]
      #expect(row.target == "夏 j n enter 二")
      #expect(row.original == "Two is summer, with much rain.")
      #expect(row.status.rawValue == "edited")
      try await page.press("e")
      try await page.type("more")
      try await page.press("esc")
      #expect(try served.bench().show(RowSelection("press:2")).rows[0].target == "夏 j n enter 二")
      #expect(
        try await page.value("document.activeElement === document.getElementById('rows')") == true)
    }
  }

  @Test func keysOfAnInputMethodAreItsOwn() async throws {
    try await review { page, served in
      try await page.press("e")
      for key in ["Enter", "Escape", "s"] {
        _ = try await page.value(
          """
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
            {key: "\(key)", ctrlKey: \(key == "s"), isComposing: true, bubbles: true}))
          """)
      }
      #expect(try await page.value("document.activeElement.tagName").text == "TEXTAREA")
      try await page.press("esc")
      _ = try await page.value(
        """
        document.getElementById("rows").dispatchEvent(new KeyboardEvent("keydown",
          {key: "Process", keyCode: 229, bubbles: true}))
        """)
      try await page.settle()
      #expect(try served.bench().show(RowSelection("press")).rows.allSatisfy { $0.letter == "u" })
    }
  }

  @Test func fieldsForWords() async throws {
    try await review { page, served in
      try await page.press("c")
      try await page.type("看一下 <b>bold</b>")
      try await page.press(key: "ctrl-s")
      try await page.settle()
      #expect(try served.bench().show(RowSelection("press:2")).rows[0].comment == "看一下 <b>bold</b>")
      try await page.press("/")
      try await page.type("MOON")
      try await page.press("enter")
      #expect(try await page.cursor == 6)
      try await page.press("g")
      try await page.type("3")
      try await page.press("enter")
      #expect(try await page.cursor == 3)
      try await page.press(":")
      try await page.type("merge-down")
      try await page.press("enter")
      #expect(try served.bench().show(RowSelection("press")).rowCount == 6)
    }
  }

  @Test func filterShowsOnlySomeRows() async throws {
    try await review { page, _ in
      try await page.press("F d")
      #expect(try await page.value("document.querySelectorAll('.row').length") == 3)
      #expect(
        try await page.text("document.getElementById('modes').textContent") == "only doubtful")
      try await page.press("enter")
      #expect(try await page.value("document.querySelectorAll('.row').length") == 2)
      try await page.press("F a")
      #expect(try await page.value("document.querySelectorAll('.row').length") == 7)
    }
  }

  @Test func acceptingTheRestSaysTheRiskFirst() async throws {
    try await review { page, served in
      try await page.press("Y")
      let risk = try await page.text("document.querySelector('.risk').textContent")
      #expect(
        risk == "Accept 4 rows unseen, of .90 and more? 0.2 errors expected among them; "
          + "3 rows left unreviewed.")
      try await page.press("enter")
      let shown = try served.bench().show(RowSelection("press")).rows
      #expect(shown.map(\.letter).joined() == "auauaau")
      let log = try served.bench().log(.document("press")).last
      #expect(log?.subject == "4 rows of 0.9 and more, 0.2 errors expected")
    }
  }

  @Test func realigningIsShownFirst() async throws {
    try await review { page, served in
      try await page.press("2 J")
      try await page.press("R")
      #expect(try await page.text("document.getElementById('dock').className") == "realignment")
      let before = try served.bench().show(RowSelection("press")).rows.map(\.shape)
      try await page.press("esc")
      #expect(try served.bench().show(RowSelection("press")).rows.map(\.shape) == before)
      try await page.press("R enter")
      #expect(try served.bench().log(.document("press")).last?.action == "realign")
      try await page.press("z")
      #expect(try served.bench().show(RowSelection("press")).rows.map(\.shape) == before)
    }
  }

  @Test func keysActOnlyWhileTheRowsHaveFocusAndCanBeSwitchedOff() async throws {
    try await review { page, served in
      _ = try await page.value("document.getElementById('print').focus()")
      try await page.press("y m")
      #expect(try served.bench().show(RowSelection("press")).rows.allSatisfy { $0.letter == "u" })
      _ = try await page.value("document.getElementById('rows').focus()")
      try await page.click("#keys-switch")
      _ = try await page.value("document.getElementById('rows').focus()")
      try await page.press("y m down")
      #expect(try served.bench().show(RowSelection("press")).rows.allSatisfy { $0.letter == "u" })
      #expect(try await page.cursor == 3)
      try await page.click("[data-command=confirm]")
      #expect(try served.bench().show(RowSelection("press:3")).rows[0].letter == "c")
      try await page.click("#keys-switch")
    }
  }

  @Test func otherKeysByASetting() async throws {
    var settings = ReviewSettings()
    settings.keys = KeyMap(.omegat)
    try await review(settings: settings) { page, served in
      try await page.press("A D")
      let rows = try served.bench().show(RowSelection("press")).rows
      #expect(rows.map(\.shape).joined(separator: " ") == "1-1 1-1 1-0 1-2 1-1 1-1 1-1")
      try await page.press("?")
      let help = try await page.text("document.getElementById('help').innerText")
      for words in ["confirm the row, go to the next unreviewed one", "undo, as far back"] {
        #expect(help.contains(words))
      }
      try await page.press("esc")
    }
  }

  @Test func aSegmentDraggedAcrossTheBorder() async throws {
    try await review { page, served in
      try await page.press("m")
      let handle = ".cursor .target [data-segment='1'] .handle"
      let below = ".cursor + .row .target"
      for (step, selector) in [
        ("mouseMoved", handle), ("mousePressed", handle), ("mouseMoved", below),
        ("mouseReleased", below),
      ] {
        try await page.mouse(step, page.place(selector))
      }
      try await page.settle()
      let rows = try served.bench().show(RowSelection("press")).rows
      #expect(rows.map(\.shape).joined(separator: " ") == "1-1 2-1 1-2 1-1 1-1 1-1")
    }
  }

  @Test func aTermFromTheRow() async throws {
    try await review { page, served in
      try await page.press("t enter")
      _ = try await page.value("document.activeElement.select()")
      try await page.type("夏天")
      _ = try await page.value(
        "document.getElementById('term-target').select(); document.getElementById('term-target').focus()"
      )
      try await page.type("summer")
      try await page.press("enter")
      try await page.wait(until: "document.querySelector('.terms')?.textContent.includes('summer')")
      try await page.wait(until: "document.querySelector('.cursor mark.term')")
      _ = served
    }
  }
}

extension RowView {
  /// `c` for confirmed, `x` for non-text.
  var letter: String { status.rawValue == "non-text" ? "x" : String(status.rawValue.prefix(1)) }
}

extension BrowserPage {
  /// The number of the cursor's row.
  var cursor: Int {
    get async throws {
      Int(try await value("Number(document.querySelector('.row.cursor').ariaRowIndex)").number ?? 0)
    }
  }

  /// Expects the rows in sight to be those of `bitext show --json`.
  func expectSame(
    as rows: [RowView], _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let shown = try await value(
      """
      [...document.querySelectorAll(".row")].map((row) => ["source", "target"].map((side) =>
        [...row.querySelectorAll(`.${side} .words`)].map((words) => words.textContent).join("|"))
        .concat(row.querySelector(".shape").textContent))
      """)
    let stored = rows.map { row in
      JSON.array([row.source, row.target, row.shape].map { .string($0) })
    }
    let joined = shown.items.map { row in
      JSON.array([
        .string(row.items[0].text.replacing("|", with: "")),
        .string(row.items[1].text.replacing("|", with: " ")), row.items[2],
      ])
    }
    #expect(joined == stored, sourceLocation: location)
  }
}
