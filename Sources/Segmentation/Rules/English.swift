extension SegmentationRules {
  /// English. The plain locale, not `en@ss=standard`: every stop is weighed here, and ICU's list of
  /// suppressions holds words such as `Go.`, `In.` and `All.` besides `Dr.`. Units of measure (`km.`)
  /// and `etc.` are no abbreviations here: before a capital they end a sentence.
  static let english = SegmentationRules(
    locale: "en",
    titles: words(
      """
      Mr Mrs Ms Messrs Mmes Dr Drs Prof Profs Rev Fr Hon Gen Col Maj Capt Cmdr Lt Sgt Cpl Pvt Adm Brig
      Gov Sen Rep Reps Sens Pres St Ste Mt Ft Supt Det Insp Atty
      e.g i.e eg ie cf viz vs v ca approx resp ed eds trans
      """),
    numbered: words(
      """
      No Nos no nos p pp P Pp Vol Vols vol vols Fig Figs fig figs Art Arts art arts Sec Secs sec Ch ch
      Chap chap Eq Eqs eq eqs Ref Refs ref refs para paras Para Paras Pt pt Tab tab Ex ex n nn col l ll
      Cap cap Op op Suppl suppl Lot Bk bk
      Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
      """),
    abbreviations: words(
      """
      al Inc Ltd Co Corp Cos Bros LLC Plc Jr Sr Esq Ph.D M.D B.A M.A Dept Univ Assn Ave Blvd Rd
      a.m p.m A.M P.M U.S U.K U.N E.U D.C U.S.A U.S.S.R B.C A.D Mon Tue Tues Wed Thu Thurs Fri
      Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
      Ala Ariz Ark Calif Colo Conn Fla Ga Ill Kan Ky Mass Md Mich Minn Mont Neb Nev Okla Tenn Tex Va
      Vt Wis Wyo
      """),
    starters: words(
      """
      The This That These Those There Then Thus Therefore They He She It We You I His Her Its Our My
      Their Your But And Or So If In On At By For From With When While Where What Who Why How As After
      Before Although However Now Here Some Many Most All Both Each Yet Not No Yes Since Because To A
      An Once Until Even Only One Two Also Still Perhaps Maybe During Under Meanwhile Moreover
      Furthermore Finally Further Hence Nevertheless Among Between Despite Given Such Several Every
      Other Another Whether Thereafter Is Are Was Were Do Does Did Has Have Had Can Could Would Should
      """),
    lettered: words(
      """
      vitamin hepatitis influenza type group class grade plan part section appendix annex option
      column row level phase stage team protein factor figure table point line room block category
      arm cohort schedule exhibit chapter version model sample treatment condition set series case
      item question answer scenario side site zone region company drive war chromosome
      """),
    speechVerbs: words(
      """
      said says asked asks cried cries replied answered shouted exclaimed whispered demanded inquired
      enquired called yelled muttered murmured snapped wondered screamed
      """),
    items: [
      "first,", "second,", "third,", "fourth,", "fifth,", "firstly,", "secondly,", "thirdly,",
      "fourthly,", "fifthly,", "lastly,", "finally,",
    ])
}
