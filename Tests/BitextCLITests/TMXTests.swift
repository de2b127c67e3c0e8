// TMX by the command: in, out, checked, put right; and what happens when something is wrong.
import Foundation
import Testing

@Suite struct TMXTests {
  private static let memory = """
    <?xml version="1.0"?>
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
    o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
    <tu tuid="1"><tuv xml:lang="zh-CN"><seg>你<ph x="1">{0}</ph>好</seg></tuv>\
    <tuv xml:lang="en-US"><seg>Hel<ph x="1">{0}</ph>lo</seg></tuv></tu>
    <tu><tuv xml:lang="zh-CN"><seg>再见</seg></tuv><tuv xml:lang="en-US"><seg/></tuv></tu>
    <tu><tuv xml:lang="zh-CN"><seg>早</seg></tuv><tuv xml:lang="en-US"><seg>Morning</seg></tuv></tu>
    </body></tmx>

    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.memory, to: "acme.tmx")
    return desk
  }

  @Test func inAndOut() throws {
    try Session(
      """
      $ bitext import tmx acme.tmx --client ACME
      acme: took 2 units of 3 entries, UTF-8
      not taken: 1 with an empty side (line 4)
      $ bitext import tmx acme.tmx
      bitext: acme: a memory has this name already
        fix: choose another with `--as NAME`, or `--replace` the one that is there
      [5]
      $ bitext import tmx acme.tmx --on-conflict keep
      acme: took 0 units of 3 entries, UTF-8
      not taken: 1 with an empty side (line 4), 2 there already
      $ bitext import tmx acme.tmx --as other --dry-run
      other: would take 2 units of 3 entries, UTF-8
      not taken: 1 with an empty side (line 4)
      $ bitext export tmx acme -o - --no-doctype 2>/dev/null | grep '<seg>'
            <tuv xml:lang="zh-CN"><seg>你<ph x="1">{0}</ph>好</seg></tuv>
            <tuv xml:lang="en-US"><seg>Hel<ph x="1">{0}</ph>lo</seg></tuv>
            <tuv xml:lang="zh-CN"><seg>早</seg></tuv>
            <tuv xml:lang="en-US"><seg>Morning</seg></tuv>
      $ bitext export tmx acme -o out.tmx --status confirmed --list-skipped
      bitext: out.tmx: no unit to export; left out 2: 2 not of the status asked for
        fix: review some rows, or ask for more of them with --status all
      [1]
      $ bitext undo
      acme: took back 'import acme.tmx, 2 units'
      """
    ).check(at: try desk())
  }

  @Test func checkedAndPutRight() throws {
    try Session(
      """
      $ bitext validate acme.tmx
      acme.tmx:4: empty-segment: the segment is empty
      TMX 1.4, UTF-8, 3 units: 1 finding
      [1]
      $ sed 's/zh-CN/zh_cn/g; s/tuid/usagecount="x" tuid/' acme.tmx > odd.tmx
      $ bitext validate odd.tmx --fix -o good.tmx 2>&1 >/dev/null
      wrote 3 units to good.tmx, read back and compared
      [1]
      $ bitext validate good.tmx
      good.tmx:12: empty-segment: the segment is empty
      TMX 1.4, UTF-8, 3 units: 1 finding
      [1]
      $ bitext validate acme.tmx --profile trados | tail -n 1
      TMX 1.4, UTF-8, 3 units: 2 findings
      $ bitext validate missing.tmx
      bitext: missing.tmx: no such file
        fix: check the spelling and the folder
      [3]
      """
    ).check(at: try desk())
  }

  /// The old file stays whole, and nothing else is left behind.
  @Test func whatCannotBeWritten() throws {
    let desk = try desk()
    try Session(
      """
      $ bitext import tmx acme.tmx 2>&1 | head -n 1
      acme: took 2 units of 3 entries, UTF-8
      $ bitext export tmx acme -o /dev/full
      bitext: /dev/full: the disk is full
        fix: free some space, or write to another disk
      [6]
      $ bitext export tmx acme -o no/out.tmx.gz
      bitext: no/out.tmx.gz: there is no folder 'no'
        fix: create it (mkdir -p 'no') or write elsewhere
      [6]
      """
    ).check(at: desk)
  }

  /// A process that dies in the middle leaves the old file whole. The limit kills it as `kill -9` would,
  /// at the same byte each time.
  @Test func killedWhileItWrites() throws {
    let desk = try desk()
    let units = (0..<20_000).map {
      "<tu><tuv xml:lang=\"zh-CN\"><seg>第\($0)句</seg></tuv>"
        + "<tuv xml:lang=\"en\"><seg>Sentence \($0)</seg></tuv></tu>"
    }
    let memory = Self.memory.replacing("</body>", with: units.joined() + "</body>")
    try desk.write(memory, to: "large.tmx")
    try desk.write("old\n", to: "out.tmx")
    try Session(
      """
      $ bitext import tmx large.tmx --no-index 2>&1 | head -n 1
      large: took 20002 units of 20003 entries, UTF-8
      $ sh -c 'ulimit -f 1000; bitext export tmx large -o out.tmx; echo $?' 2>/dev/null
      153
      $ cat out.tmx
      old
      $ bitext export tmx large -o out.tmx | head -n 1
      wrote 20002 units to out.tmx, read back and compared
      """
    ).check(at: desk)
  }

  @Test func fromStandardInput() throws {
    try Session(
      """
      $ bitext convert - - --to tsv < acme.tmx 2>/dev/null | cut -f 1-2
      source\ttarget
      你好\tHello
      早\tMorning
      $ bitext export tmx --split 5KB -o x.tmx 2>&1 | head -n 1
      bitext: arguments: The value '5KB' is invalid for '--split <units|size>'
      """
    ).check(at: try desk())
  }
}
