extension SegmentationRules {
  /// English. The plain locale, not `en@ss=standard`: every stop is weighed here, and ICU's list of
  /// suppressions holds words such as `Go.`, `In.` and `All.` besides `Dr.`.
  static let english = SegmentationRules(
    locale: "en",
    titles: words(
      """
      Mr Mrs Ms Messrs Mmes Dr Drs Prof Rev Fr Hon Gen Col Maj Capt Cmdr Lt Sgt Cpl Pvt Adm Brig Gov
      Sen Rep Reps Sens Pres St Ste Mt Ft Supt Det Insp Atty e.g i.e cf viz vs v al ca approx resp
      """),
    numbered: words(
      """
      No Nos no nos p pp P Pp Vol Vols vol vols Fig Figs fig figs Art Arts art arts Sec Secs sec Ch ch
      Chap chap Eq Eqs eq Ref Refs para paras Para Paras Pt pt Tab tab Ex ex n nn col l ll
      Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
      """),
    abbreviations: words(
      """
      Inc Ltd Co Corp Cos Bros LLC Plc Jr Sr Esq Ph.D M.D B.A M.A etc Dept Univ Assn Ave Blvd Rd
      a.m p.m A.M P.M am pm U.S U.K U.N E.U D.C U.S.A U.S.S.R B.C A.D Mon Tue Tues Wed Thu Thurs Fri
      Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ft in oz lb lbs mi km cm mm kg
      """),
    starters: words(
      """
      The This That These Those There Then Thus Therefore They He She It We You I His Her Its Our My
      Their Your But And Or So If In On At By For From With When While Where What Who Why How As After
      Before Although However Now Here Some Many Most All Both Each Yet Not No Yes Since Because To A
      An Once Until Even Only One Two Also Still Perhaps Maybe During Under Meanwhile Moreover
      """),
    speechVerbs: words(
      """
      said says asked asks cried cries replied answered shouted exclaimed whispered demanded inquired
      enquired called yelled muttered murmured snapped wondered screamed
      """))

  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
