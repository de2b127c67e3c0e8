// Sessions at the console, as the documentation would show them.
import Testing

@Suite struct SessionTests {
  @Test func editingRows() throws {
    let desk = try Desk()
    try desk.spring()
    try Session(
      #"""
      $ bitext edit spring:2 nudge-down target
         2 ? 1-1 -.--
            花都开了，鸟在唱歌。                │ The flowers are out.
         3 ? 1-2 -.--
            我们去公园。                        │ Birds are singing. We go to the
                                                │ park.
      $ bitext edit spring:3 nudge-up target
         2 ? 1-2 -.--
            花都开了，鸟在唱歌。                │ The flowers are out. Birds are
                                                │ singing.
         3 ? 1-1 -.--
            我们去公园。                        │ We go to the park.
      $ bitext edit spring:1 confirm
         1 ✓ 1-1 -.-- confirmed
            春天来了。                          │ Spring has come.
      $ bitext edit spring:1 confirm
         1 ✓ 1-1 -.-- confirmed
            春天来了。                          │ Spring has come.
      $ bitext edit spring:2 split 0+15 1
         2 ? 1-1 -.--
            花都开了，                          │ The flowers are out.
         3 ? 1-1 -.--
            鸟在唱歌。                          │ Birds are singing.
      $ bitext edit spring:3 merge-down target
         3 ? 1-2 -.--
            鸟在唱歌。                          │ Birds are singing. We go to the
                                                │ park.
         4 ? 1-0 -.--
            我们去公园。                        │ ∅
      $ bitext edit spring:3 edit "Birds sing; we go."
         3 ✓ 1-2 -.-- edited
            鸟在唱歌。                          │ Birds sing; we go.
            before: Birds are singing. We go to the park.
      $ bitext edit spring:3 nudge-down target
      bitext: spring:3: the corrected target text belongs to segments that would part
        fix: take the correction back with an empty edit, then edit again
      [5]
      $ bitext edit spring:4 comment "look again"
         4 ? 1-0 -.--
            我们去公园。                        │ ∅
            comment: look again
      $ bitext log spring | tail -2 | cut -c 30-
      ann     spring  edit row 3
      ann     spring  comment row 4
      $ bitext undo spring
      spring: took back 'comment row 4'
      $ bitext show spring:3-4
      spring  zh-Hans → en  6 rows
         3 ✓ 1-2 -.-- edited
            鸟在唱歌。                          │ Birds sing; we go.
            before: Birds are singing. We go to the park.
         4 ? 1-0 -.--
            我们去公园。                        │ ∅
      $ bitext edit spring:4 confirm --json
      {
        "name" : "spring",
        "rowCount" : 6,
        "rows" : [
          {
            "doubts" : [

            ],
            "isDoubtful" : false,
            "kind" : "text",
            "row" : 4,
            "shape" : "1-0",
            "source" : "我们去公园。",
            "status" : "omitted",
            "target" : ""
          }
        ],
        "sourceLanguage" : "zh-Hans",
        "targetLanguage" : "en"
      }
      """#
    ).check(at: desk)
  }

  @Test func theGlossary() throws {
    let desk = try Desk()
    try desk.spring()
    let rows = [
      "concept en zh pos domain status note", "T001 spring 春天 n weather preferred -",
      "T001 springtime 春天 n weather admitted poetic", "T002 park 公园 n - preferred -",
    ]
    let table = rows.map { $0.replacing(" ", with: "\t").replacing("-", with: "") }
    try desk.write(table.joined(separator: "\n"), to: "terms.tsv")
    try Session(
      #"""
      $ bitext term import terms.tsv
      2 concepts: 2 added, 0 updated, 0 unchanged
      $ bitext term import terms.tsv
      2 concepts: 0 added, 0 updated, 2 unchanged
      $ bitext term find 春
      T001 · weather
        zh  春天        preferred · n
        en  spring      preferred · n
        en  springtime  admitted · n · poetic
        used in 1: spring 1
        spring:1
          春天来了。
          Spring has come.
      $ bitext term find Parks --examples 1
      T002
        zh  公园  preferred · n
        en  park  preferred · n
        used in 1: 公园 1
        spring:3
          我们去公园。
          We go to the park.
      $ bitext term find "we go"
      'we go' is in no term
        spring:3
          我们去公园。
          We go to the park.
        spring:5
          我们回家。
          We go home.
      [1]
      $ bitext term find winter
      'winter' is in no term
      [1]
      $ bitext term add zh=公园 en=garden --concept T002 --status forbidden --note "花园 is a garden"
      T002
        zh  公园    preferred · n
        en  park    preferred · n
        en  garden  forbidden · 花园 is a garden
      $ bitext term add zh=鸟 en=bird
      T003
        zh  鸟    preferred
        en  bird  preferred
      $ bitext term edit T003 en=bird --text birds --pos n --status admitted
      T003
        zh  鸟     preferred
        en  birds  admitted · n
      $ bitext term edit T003 --domain animals --definition "what sings"
      T003 · animals
      what sings
        zh  鸟     preferred
        en  birds  admitted · n
      $ bitext term merge T001 T003
      T001 · weather
      what sings
        zh  春天        preferred · n
        en  spring      preferred · n
        en  springtime  admitted · n · poetic
        zh  鸟          preferred
        en  birds       admitted · n
      $ bitext term remove T002 en=garden
      T002
        zh  公园  preferred · n
        en  park  preferred · n
      $ bitext term remove T002
      T002 is removed
      $ bitext term list
      concept  domain   lang  term        status     note
      T001     weather  zh    春天        preferred
      T001     weather  en    spring      preferred
      T001     weather  en    springtime  admitted   poetic
      T001     weather  zh    鸟          preferred
      T001     weather  en    birds       admitted
      $ bitext term import terms.tsv
      2 concepts: 1 added, 1 updated, 0 unchanged
      $ bitext term export
      en	zh	pos	domain	note	status	concept
      spring	春天	n	weather		preferred	T001
      springtime	春天	n	weather	poetic	admitted	T001
      park	公园	n			preferred	T002
      $ bitext term export -o out.tsv && cat out.tsv | wc -l
      wrote 2 concepts with 5 terms to out.tsv, read back and compared
      nothing is lost
      157 bytes, sha256 07ea5d112069974d0e2eba446e8d81ee4aad6ceed4b96c2b6c4b9f441c297199
      4
      $ bitext undo --glossary
      glossary: took back 'term import terms.tsv'
      $ bitext term list --status admitted
      concept  domain   lang  term        status     note
      T001     weather  zh    春天        preferred
      T001     weather  en    spring      preferred
      T001     weather  en    springtime  admitted   poetic
      T001     weather  zh    鸟          preferred
      T001     weather  en    birds       admitted
      """#
    ).check(at: desk)
  }
}
