// The full-screen review in a real terminal: keys typed, and what a person sees then.
import Foundation
import Testing

@Suite struct FullScreenTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.spring()
  }

  private static let begun = """
     spring · row 2 of 5 · 0 % · 5 doubtful · 0.0 errors in 0, 5 unknown
    ──── source zh-Hans ─────────┬›target en ────────────────────────┬──────────────
       1 春天来了。              │ Spring has come.                  │ ? 1-1
    ▸  2 花都开了，鸟在唱歌。    │›The flowers are out.              │ ? 1-2
                                 │ ┆ Birds are singing.              │
       3 我们去公园。            │ We go to the park.                │ ? 1-1
       4 下雨了。                │ ∅                                 │ ? 1-0
       5 我们回家。              │ We go home.                       │ ? 1-1


    ─────────────────────────────┴───────────────────────────────────┴──────────────
      why  new borders, of unknown confidence

     enter confirm  ? keys  z undo  n doubtful  J/K nudge  m merge  s split  e edit
    """

  private static let worked = """
     spring · row 5 of 6 · 50 % · 3 doubtful · 0.0 errors in 0, 3 unknown
    ──── source zh-Hans ─────────┬›target en ────────────────────────┬──────────────
       1 春天来了。              │ Spring has come.                  │ ? 1-1
       2 花都开了，鸟在唱歌。    │ The flowers are out.              │ ✓ 1-1
       3 我们去公园。            │ ∅                                 │ - 1-0
       4 ∅                       │ Birds are singing.                │ # 0-2 ⚑ "
                                 │ ┆ We go to the park.              │
    ▸  5 下雨了。                │›∅                                 │ ? 1-0
       6 我们回家。              │ We go home.                       │ ? 1-1

    ─────────────────────────────┴───────────────────────────────────┴──────────────
      why  new borders, of unknown confidence

     row 4 is non-text
    """

  @Test func bothTextsStandSideBySideAndGapsAreSeen() throws {
    let review = try ScreenReview(at: desk, rows: 14)
    try review.press("j")
    #expect(review.screen.text == Self.begun)
    try review.press("J y o f c")
    try review.write("还要看看")
    try review.press("enter X")
    #expect(review.screen.text == Self.worked)
    let end = try review.quit()
    #expect(end.status == 0 && review.isCooked)
    #expect(
      end.words == """
        spring: 1 comment, 1 confirm, 1 flag, 1 non-text, 1 nudge-down, 1 omitted
        3 of 6 rows decided; 3 rows want a look; 0.0 errors expected in undecided rows; 3 rows of unknown confidence

        """)
  }

  @Test func aNarrowScreenShowsThemBelowEachOther() throws {
    let review = try ScreenReview(at: desk, columns: 60, rows: 20)
    try review.press("j tab")
    #expect(
      review.screen.text == """
         spring · 2/5 · 5 doubtful · 0.0 errors in 0, 5 unknown
        ›source zh-Hans  → target en
           1 ? 1-1
        zh  春天来了。
        en  Spring has come.
        ▸  2 ? 1-2
        zh ›花都开了，鸟在唱歌。
        en  The flowers are out.
            ┆ Birds are singing.
           3 ? 1-1
        zh  我们去公园。
        en  We go to the park.
           4 ? 1-0
        zh  下雨了。
        en  ∅
           5 ? 1-1
        ────────────────────────────────────────────────────────────
          why  new borders, of unknown confidence

         enter confirm  ? keys  z undo  n doubtful  J/K nudge
        """)
  }

  /// Keys, the ladder after them, and the last line of the screen.
  @Test(arguments: [
    ("j m s enter", "1-1, 1-2, 1-1, 1-0, 1-1", " enter confirm  ? keys"),
    ("j s tab ; enter", "1-1, 0-1, 1-1, 1-1, 1-0, 1-1", " enter confirm  ? keys"),
    ("j s esc", "1-1, 1-2, 1-1, 1-0, 1-1", " not split"),
    ("2 y 2 z", "1-1, 1-2, 1-1, 1-0, 1-1", " undone"),
    ("2 y z Z", "1-1 confirmed, 1-2 confirmed, 1-1, 1-0, 1-1", " done again"),
    ("4 G y z Z z", "1-1, 1-2, 1-1, 1-0, 1-1", " undone"),
    ("3 G C", "1-1 confirmed, 1-2 confirmed, 1-1 confirmed, 1-0, 1-1", " confirmed 3 rows"),
    ("4 G i", "1-1, 1-2, 1-1, 1-0, 1-1", " enter confirm"),
    ("D X", "1-1 rejected, 1-2 non-text, 1-1, 1-0, 1-1", " row 2 is non-text"),
    ("j 2 m", "1-1, 3-3, 1-1", " enter confirm"), ("j m .", "1-1, 3-3, 1-1", " enter confirm"),
    (
      "j x j j x", "1-1, 0-2 confirmed, 1-0, 1-1, 1-0 confirmed, 1-1",
      " row 2 and row 5 face each other"
    ),
    ("j x esc x", "1-1, 1-2, 1-1, 1-0, 1-1", " picked up the target text of row 2"),
    ("j > z", "1-1, 1-2, 1-1, 1-0, 1-1", " undone"),
    ("j >", "1-1, 1-0, 1-2, 1-1, 1-1", " enter confirm"),
    ("/ p a r k enter y", "1-1, 1-2, 1-1 confirmed, 1-0, 1-1", " enter confirm"),
    ("g 4 enter y g g y", "1-1 confirmed, 1-2, 1-1, 1-0 omitted, 1-1", " enter confirm"),
    (": m e r g e - d o w n enter", "2-3, 1-1, 1-0, 1-1", " enter confirm"),
    ("Y enter esc", "1-1, 1-2, 1-1, 1-0, 1-1", " nothing accepted"),
    ("~", "1-1, 1-2, 1-1, 1-0, 1-1", " '~' is no key here; ? shows the keys"),
    ("r f F f", "1-1, 1-2, 1-1, 1-0, 1-1", " shown: flagged"),
    (
      "enter enter enter enter enter",
      "1-1 confirmed, 1-2 confirmed, 1-1 confirmed, 1-0 omitted, 1-1 confirmed",
      " no doubtful row is left"
    ),
  ])
  func whatKeysDo(keys: String, picture: String, lastLine: String) throws {
    let review = try ScreenReview(at: desk)
    let screen = try review.press(keys)
    #expect(screen.lines[23].hasPrefix(lastLine), "\(screen.lines[23])")
    try review.press("esc")
    #expect(try review.quit().status == 0)
    #expect(try desk.picture() == picture)
  }

  @Test func chineseIsTypedAndPastedAndNoKeyActsMeanwhile() throws {
    let review = try ScreenReview(at: desk)
    try review.press("e ctrl-u")
    try review.write("春天 qzj？")
    try review.type("\u{1B}[200~到了\r\nSpring!\u{1B}[201~")
    try review.press("home 是 enter")
    #expect(Array(review.screen.lines[19...21]) == [" 春天 qzj？到了", " 是", " Spring!"])
    #expect(review.screen.showsCursor && review.screen.cursor == (21, 1))
    try review.press("ctrl-s")
    #expect(!review.screen.showsCursor)
    #expect(review.screen.text.contains("│›春天 qzj？到了 是 Spring!"))
    #expect(try review.quit().status == 0)
    let row = try desk.json(Spring.self, "bitext show spring:1 --json").rows[0]
    #expect(row.target == "春天 qzj？到了\n是\nSpring!" && row.status == "edited")
    #expect(
      try desk.run("bitext undo spring && bitext show spring:1").output.contains("Spring has come.")
    )
  }

  @Test func keysOfAChineseInputMethodAreKeys() throws {
    let review = try ScreenReview(at: desk)
    #expect(try review.press("？").text.hasPrefix(" keys"))
    try review.press("esc")
    #expect(try review.press("ｊ").lines[0].contains("row 2 of 5"))
    #expect(try review.press("、").lines[23] == " find:")
  }

  @Test func whatIsPastedOnTheRowsIsNoKey() throws {
    let review = try ScreenReview(at: desk)
    try review.type("\u{1B}[200~yyy\u{1B}[201~")
    #expect(review.screen.lines[23] == " what is pasted is no key")
    #expect(try review.quit().words.hasPrefix("spring: nothing done"))
  }

  @Test func theHelpIsTheTableOfKeys() throws {
    let review = try ScreenReview(at: desk, columns: 160, rows: 50)
    let help = try review.press("?").text
    for line in [
      "  y  confirm the row, go to the next unreviewed one", "J  nudge the last segment", "Words",
    ] {
      #expect(help.contains(line))
    }
    #expect(help.hasSuffix(" any key goes back"))
    #expect(
      try review.press("x").text.hasPrefix(" spring"), "any key goes back and does nothing else")
    #expect(try review.quit().words.hasPrefix("spring: nothing done"))
  }

  @Test func aFaultIsToldWithItsRemedy() throws {
    let review = try ScreenReview(at: desk)
    let screen = try review.press("K")
    #expect(screen.lines[20].hasPrefix(" ! spring:1: there is no row above"))
    #expect(screen.lines[21].hasPrefix(" fix: act on a row below the first"))
    #expect(try !review.press("j").text.contains("fix:"))
  }

  @Test func wideCharactersAndMarksKeepTheColumns() throws {
    try desk.write("日本語 ﾃｷｽﾄ，“引号”……\n表情👍🏽和👨‍👩‍👧、旗🇨🇳\n扩展𠮷字\n", to: "a.zh")
    try desk.write(
      "Cafe\u{301} naïve — “quoted”…\n한국어 text\u{200B} and ❤\u{FE0F}\nplain\n", to: "a.en")
    #expect(
      try desk.run("bitext align a.zh a.en --segmented --source-lang zh --target-lang en --as wide")
        .status == 0)
    let review = try ScreenReview("wide", at: desk, columns: 100, rows: 20)
    let bars = review.screen.cells[1].indices.filter { review.screen.cells[1][$0].text == "┬" }
    #expect(bars.count == 2)
    for line in review.screen.cells[2..<14] where line.contains(where: { $0.text != " " }) {
      #expect(
        bars.allSatisfy { line[$0].text == "│" || line[$0].text == "┴" },
        "\(line.map(\.text).joined())")
    }
    #expect(review.screen.text.contains("│›Cafe\u{301} naïve — “quoted”…"))
  }

  @Test func numbersAndTermsThatAnswerEachOtherAreHighlighted() throws {
    try desk.write("制定140余部法律，1994年开始依法治网。\n好。\n", to: "a.zh")
    try desk.write("More than 140 laws for law-based governance.\nGood.\n", to: "a.en")
    try desk.run("bitext term add zh=依法治网 en='law-based governance'")
    try desk.run("bitext align a.zh a.en --segmented --as laws")
    let review = try ScreenReview("laws", at: desk, columns: 120)
    try review.press("g g")
    let screen = review.screen
    #expect(screen.words { $0.isUnderlined && !$0.isBold } == ["140", "140"])
    #expect(screen.words { $0.isReversed }.contains("1994"))
    #expect(screen.words { $0.isBold }.contains("依法治网"))
    #expect(screen.text.contains("terms  依法治网 → law-based governance ✓"))
    #expect(!screen.cells.joined().contains { $0.hasColour }, "NO_COLOR is set")
    let coloured = try ScreenReview("laws", at: desk, columns: 120, ["NO_COLOR": ""])
    #expect(coloured.screen.cells.joined().contains { $0.hasColour })
    // The first frame may come before the terms do.
    let plain = try ScreenReview("laws", at: desk, columns: 120)
    for review in [coloured, plain] { try review.press("g g") }
    #expect(coloured.screen.text == plain.screen.text)
  }

  @Test func aTermIsAddedFromTheRow() throws {
    let review = try ScreenReview(at: desk)
    try review.press("t")
    #expect(review.screen.words { $0.isReversed }.suffix(2) == ["春", "Spring"])
    try review.press("tab down enter")
    #expect(review.screen.lines[21] == " source term: 春天")
    try review.press("tab ctrl-u")
    try review.write("spring")
    try review.press("enter")
    #expect(review.screen.lines[23] == " T001: 春天 → spring")
    #expect(review.screen.text.contains("terms  春天 → spring ✓"))
    #expect(try desk.run("bitext term find 春天").status == 0)
  }

  @Test func realigningIsSeenBeforeItIsTaken() throws {
    let review = try ScreenReview(at: desk)
    try review.press("j m R")
    #expect(review.screen.lines[23].contains("Enter takes  Tab before or after  Esc leaves"))
    #expect(review.screen.text.contains("\n*  "))
    try review.press("esc")
    #expect(review.screen.lines[23] == " left as it was")
    try review.press("R enter")
    #expect(review.screen.lines[23].hasPrefix(" realigned: "))
    try review.press("z")
    _ = try review.quit()
    #expect(try desk.picture() == "1-1, 2-3, 1-0, 1-1")
  }

  @Test func theNextReviewGoesOnAndUndoesWhatTheLastDid() throws {
    let first = try ScreenReview(at: desk)
    try first.press("j m y")
    _ = try first.quit()
    let second = try ScreenReview(at: desk)
    try second.press("z z")
    _ = try second.quit()
    #expect(try desk.picture() == "1-1, 1-2, 1-1, 1-0, 1-1")
    let third = try ScreenReview(at: desk)
    try third.press("Z Z")
    _ = try third.quit()
    #expect(try desk.picture() == "1-1, 2-3 confirmed, 1-0, 1-1")
  }
}
