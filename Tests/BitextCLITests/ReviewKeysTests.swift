// The review at a real terminal: every key of the prompt, and the screen after it.
import Foundation
import Testing

@Suite struct ReviewKeysTests {
  /// What is typed, and how the screen then ends.
  private static let keys: [(typed: String, end: String)] = [
    ("?", "q,?] "), ("y", "q,?] "), ("J", "q,?] "), ("z", "q,?] "), ("K", "q,?] "), ("z", "q,?] "),
    ("m", "q,?] "), ("s", "nowhere] "), ("1\n", "nowhere] "), ("2\n", "q,?] "), ("n", "q,?] "),
    ("e", "leave it): "), ("Rain, 然后我们回家。\n", "q,?] "), ("o", "q,?] "), ("i", "q,?] "),
    ("z", "q,?] "), ("x", "q,?] "), ("\n", "q,?] "), ("\u{1B}[A", "q,?] "), ("s", "nowhere] "),
    ("\n", "q,?] "),
  ]

  @Test func eachKeyDoesWhatItSays() throws {
    let desk = try Desk()
    try desk.spring()
    let terminal = try PseudoTerminal()
    let review = try terminal.start("bitext review spring --plain", at: desk)
    var screens = try terminal.screen(until: "q,?] ")
    for (typed, end) in Self.keys {
      terminal.type(typed)
      screens += try terminal.screen(until: end)
    }
    terminal.type("q")
    #expect(review.wait() == 0)
    screens += terminal.rest()
    #expect(screens == Self.screens)
    #expect(try desk.picture() == "1-1 confirmed, 1-2, 1-1 edited, 1-0 omitted, 1-1")
    #expect(terminal.isCooked)
  }

  @Test func aKeyPipedIsAKeyPressed() throws {
    let (typed, piped) = (try Desk(), try Desk())
    for desk in [typed, piped] { try desk.spring() }
    let terminal = try PseudoTerminal()
    let review = try terminal.start("bitext review spring --plain", at: typed)
    var screens = try terminal.screen(until: "q,?] ")
    for key in ["y", "J", "z", "o", "q"] {
      terminal.type(key)
      if key != "q" { screens += try terminal.screen(until: "q,?] ") }
    }
    #expect(review.wait() == 0)
    screens += terminal.rest()
    let lines = try piped.run("printf 'y\\nJ\\nz\\no\\nq\\n' | bitext review spring")
    #expect(lines.output == screens)
  }

  @Test func theEndOfTheInputEndsTheReview() throws {
    let desk = try Desk()
    try desk.spring()
    let result = try desk.run("printf 'y\\ny\\n' | bitext review spring")
    #expect(result.status == 0)
    #expect(result.output.contains("\ndone: 2 confirm\n2 of 5 rows decided; 3 rows want a look"))
    #expect(try desk.picture() == "1-1 confirmed, 1-2 confirmed, 1-1, 1-0, 1-1")
  }

  @Test func theEditorGetsTheTextAndGivesItBack() throws {
    let desk = try Desk()
    try desk.spring()
    let terminal = try PseudoTerminal()
    let editor = ["EDITOR": "sed -i 's/Spring/Frühling/'"]
    let review = try terminal.start("bitext review spring --plain", at: desk, editor)
    _ = try terminal.screen(until: "q,?] ")
    terminal.type("e")
    #expect(try terminal.screen(until: "q,?] ").contains("│ Frühling has come."))
    terminal.type("q")
    #expect(review.wait() == 0)
    let edited = try desk.json(Spring.self, "bitext show spring:1 --json").rows[0]
    #expect(edited.target == "Frühling has come." && edited.status == "edited")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesTheTerminalAsItWas(signal: Int32) throws {
    let desk = try Desk()
    try desk.spring()
    let terminal = try PseudoTerminal()
    let review = try terminal.start("bitext review spring --plain", at: desk)
    _ = try terminal.screen(until: "q,?] ")
    #expect(!terminal.isCooked)
    kill(review.pid, signal)
    #expect(review.wait() == -signal)
    #expect(terminal.isCooked)
  }

  @Test func aStoppedReviewGoesOn() throws {
    let desk = try Desk()
    try desk.spring()
    let terminal = try PseudoTerminal()
    let review = try terminal.start("bitext review spring --plain", at: desk)
    _ = try terminal.screen(until: "q,?] ")
    try review.waitUntilItWaits()
    kill(review.pid, SIGTSTP)
    #expect(review.waitForStop())
    #expect(terminal.isCooked)
    kill(review.pid, SIGCONT)
    #expect(try terminal.screen(until: "q,?] ").contains("[1/5, 5 doubtful left]"))
    #expect(!terminal.isCooked)
    terminal.type("yq")
    #expect(review.wait() == 0)
    #expect(try desk.picture().hasPrefix("1-1 confirmed, "))
  }

  private static let screens = """

    spring:1 of 5 · 1-1 · no confidence · unreviewed
    zh-Hans  春天来了。
    en       Spring has come.
    below    花都开了，鸟在唱歌。               │ The flowers are out. Birds are si…
    [1/5, 5 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] ?
      y  confirm this row, go to the next
      n  leave this row as it is, go to the next
      J  move the last target segment to the row below
      K  move the first target segment to the row above
      m  merge this row with the one below
      s  split this row
      o  omitted: the source has no counterpart
      i  added: the target has no counterpart
      e  edit the target text; the original is kept
      R  realign this row and the undecided ones around it
      z  undo the last change
      q  quit; everything is stored already
      ?  show these keys
    [1/5, 5 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] y

    spring:2 of 5 · 1-2 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
    en       The flowers are out.
           ┆ Birds are singing.
    below    我们去公园。                       │ We go to the park.
    [2/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] J

    spring:2 of 5 · 1-1 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
    en       The flowers are out.
    below    我们去公园。                       │ Birds are singing. We go to the p…
    [2/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] z

    spring:2 of 5 · 1-2 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
    en       The flowers are out.
           ┆ Birds are singing.
    below    我们去公园。                       │ We go to the park.
    [2/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] K

    spring:2 of 5 · 1-1 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come. The flowers are …
    zh-Hans  花都开了，鸟在唱歌。
    en       Birds are singing.
    below    我们去公园。                       │ We go to the park.
    [2/5, 5 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] z

    spring:2 of 5 · 1-2 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
    en       The flowers are out.
           ┆ Birds are singing.
    below    我们去公园。                       │ We go to the park.
    [2/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] m

    spring:2 of 4 · 2-3 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
           ┆ 我们去公园。
    en       The flowers are out.
           ┆ Birds are singing.
           ┆ We go to the park.
    below    下雨了。                           │ ∅
    [2/4, 3 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] s
       1  花都开了，鸟在唱歌。 │ 我们去公园。
       2  花都开了， │ 鸟在唱歌。我们去公园。
       3  花都开了，鸟在唱歌。我们去公园。 │ ∅
       4  ∅ │ 花都开了，鸟在唱歌。我们去公园。
    cut the source text where? [1-4, Enter: nowhere] 1
       1  The flowers are out. │ Birds are singing. We go to the pa…
       2  …lowers are out. Birds are singing. │ We go to the park.
       3  …ds are singing. We go to the park. │ ∅
       4  ∅ │ The flowers are out. Birds are sin…
    cut the target text where? [1-4, Enter: nowhere] 2

    spring:2 of 5 · 1-2 · no confidence · unreviewed
    above    春天来了。                         │ Spring has come.
    zh-Hans  花都开了，鸟在唱歌。
    en       The flowers are out.
           ┆ Birds are singing.
    below    我们去公园。                       │ We go to the park.
    [2/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] n

    spring:3 of 5 · 1-1 · no confidence · unreviewed
    above    花都开了，鸟在唱歌。               │ The flowers are out. Birds are si…
    zh-Hans  我们去公园。
    en       We go to the park.
    below    下雨了。                           │ ∅
    [3/5, 4 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] e
    new target text (Enter: leave it): Rain, 然后我们回家。

    spring:4 of 5 · 1-0 · no confidence · unreviewed
    above    我们去公园。                       │ Rain, 然后我们回家。
    zh-Hans  下雨了。
    en       ∅
    below    我们回家。                         │ We go home.
    [4/5, 3 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] o

    spring:5 of 5 · 1-1 · no confidence · unreviewed
    above    下雨了。                           │ ∅
    zh-Hans  我们回家。
    en       We go home.
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] i

    spring:6 of 6 · 1-0 · no confidence · unreviewed
    above    ∅                                  │ We go home.
    zh-Hans  我们回家。
    en       ∅
    [6/6, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] z

    spring:5 of 5 · 1-1 · no confidence · unreviewed
    above    下雨了。                           │ ∅
    zh-Hans  我们回家。
    en       We go home.
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] x
    'x' is no key here; ? shows the keys
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] 

    spring:5 of 5 · 1-1 · no confidence · unreviewed
    above    下雨了。                           │ ∅
    zh-Hans  我们回家。
    en       We go home.
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] Esc
    'Esc' is no key here; ? shows the keys
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] s
       1  我们回家。 │ ∅
       2  ∅ │ 我们回家。
    cut the source text where? [1-2, Enter: nowhere] 
    not split
    [5/5, 2 doubtful left] [y,n,J,K,m,s,o,i,e,R,z,q,?] q

    done: 1 added, 1 confirm, 1 edit, 1 merge-down, 1 nudge-down, 1 nudge-up, 1 omitted, 1 skip, 1 split, 3 undo
    3 of 5 rows decided; 2 rows want a look; 0.0 errors expected in undecided rows; 2 rows of unknown confidence

    """
}
