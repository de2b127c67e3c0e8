// Files of other programs: converted, taken in, reviewed and written, as a person types it.
import TestData
import Testing

@Suite struct ConvertTests {
  private static let table = """
    $ printf '网络安全\\tnetwork security\\n好。\\tGood.\\n' > a.tsv
    """

  @Test func throughTheFormats() throws {
    let desk = try Desk()
    try Session(
      Self.table + """

        $ bitext convert a.tsv a.xlf | head -3
        wrote 2 units to a.xlf, read back and compared
        left out none
        seen by no person: 2 of 2
        $ l=xlf; for f in xlf2 po csv xlsx jsonl tmx; do bitext convert a.$l a.$f | grep -c 'read back'; l=$f; done
        1
        1
        1
        1
        1
        1
        $ l=tmx; for f in tmx.gz tmx.zip csv; do bitext convert a.$l a.$f | grep -c 'read back'; l=$f; done
        1
        1
        1
        $ bitext convert a.tmx a.moses | head -1
        wrote 2 units to a.moses, read back and compared
        $ paste a.zh a.en
        网络安全\tnetwork security
        好。\tGood.
        $ bitext convert a.zh a.en - --to tsv 2>&1 | cut -f 1-3 | head -6
        source\ttarget\tstatus
        网络安全\tnetwork security\tunreviewed
        好。\tGood.\tunreviewed
        wrote 2 units to standard output, not read back
        left out none
        seen by no person: 2 of 2
        """
    ).check(at: desk)
  }

  @Test func whatCannotBe() throws {
    try Session(
      Self.table + """

        $ bitext convert a.tsv
        bitext: arguments: Name the file to read and the file to write.
          fix: see 'bitext convert --help'
        [2]
        $ bitext convert a.tsv a.unknown 2>&1 | head -1
        bitext: a.unknown: the name does not say a format
        $ bitext convert nothing.po a.tsv
        bitext: nothing.po: no such file
          fix: check the spelling and the folder
        [3]
        $ printf '一\\n二\\n' > b.zh; printf 'one\\n' > b.en; bitext convert b.zh b.en b.tsv
        bitext: b.en: has 1 lines, and b.zh 2
          fix: name two files that answer to each other line by line
        [3]
        $ ls
        a.tsv
        b.en
        b.zh
        """
    ).check(at: try Desk())
  }

  @Test func aLadderIsReviewedAndLeavesAgain() throws {
    let press = TestData.repository("corpora/press-conference")
    try Session(
      """
      $ bitext import ladder \(press)/segments.gold \(press)/zh.txt \(press)/en.txt --as press 2>/dev/null | head -3
      press: zh-Hans → en, 43 rows
        27 of 1-1, 8 of 1-2, 4 of 2-1, 3 of 1-0, 1 of 0-1
        43 unreviewed
      $ bitext export ladder press -o out.beads | head -1
      wrote 43 units to out.beads, read back and compared
      $ sed 's/:[0-9.]*$//' out.beads | cmp - \(press)/segments.gold && echo the same
      the same
      $ bitext export omissions press | head -3
      press  zh-Hans → en
      omitted: 2 passages, 52 of 1308 characters (4.0 %)
      added: 1 passage, 25 of 5026 characters (0.5 %)
      $ bitext export omissions press -o out.html; head -1 out.html
      <!DOCTYPE html>
      $ bitext export ladder press --status confirmed -o x.beads
      bitext: arguments: ladder holds the whole text, so nothing can be left out.
        fix: see 'bitext export units --help'
      [2]
      $ bitext undo
      press: took back 'import 43 rows'
      """
    ).check(at: try Desk())
  }

  @Test func pairsAreReviewedByTheirProbability() throws {
    try Session(
      """
      $ printf 'source\\ttarget\\tstatus\\n1994年的法律。\\tThe law of 1994.\\tconfirmed\\n2003年的会议。\\tThe meeting of 1871.\\t\\n' > a.tsv
      $ bitext import tsv a.tsv --review --as pairs 2>/dev/null | sed -n 3p
        1 confirmed, 1 unreviewed
      $ bitext show pairs:2 2>/dev/null | grep -o 'number: 2003 only in source'
      number: 2003 only in source
      $ bitext import tsv a.tsv --as memory
      memory: 2 units
      $ bitext export jsonl memory -o - 2>/dev/null | grep -c '"source"'
      2
      """
    ).check(at: try Desk())
  }
}
