extension SegmentationRules {
  /// French. `!` and `?` have a space before them, quotations `« »` inside, and a dash begins a turn of
  /// speech.
  static let french = SegmentationRules(
    locale: "fr",
    extraTerminators: SegmentationRules.dialogueTerminators,
    titles: words(
      """
      M MM Mme Mmes Mlle Mlles Mgr Me Dr Drs Pr Prof St Ste Sts Cie Cdt Cap Col Gal Lt
      cf c.-à-d p.ex ex env av apr éd dir coll trad
      """),
    numbered: words(
      """
      n no nos p pp art al chap fig tab vol t liv sect par ch éq ill réf tél
      janv févr avr juil sept oct nov déc
      """),
    abbreviations: words("etc Inc Ltd S.A J.-C A.N.P.E min sec hab"),
    starters: words(
      """
      Le La Les Un Une Des Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Tu Mais Et Ou Or Donc Car
      Si Dans En Sur Sous Par Pour Avec Sans Chez Depuis Pendant Après Avant Quand Lorsque Comme Alors
      Puis Ainsi Cependant Toutefois Pourtant Enfin Aujourd Son Sa Ses Leur Leurs Mon Ma Mes Notre Nos
      Votre Vos Qui Que Quoi Où Comment Pourquoi Au Aux Du De Selon Malgré Tout Tous Toute Toutes
      Plusieurs Certains Chaque Aucun Ni Non Oui Ne Y Ici Là
      """),
    lettered: words("vitamine hépatite type groupe classe partie plan annexe point facteur"),
    dialogueDash: true,
    items: [
      "premièrement,", "deuxièmement,", "troisièmement,", "d'abord,", "d’abord,", "ensuite,",
      "enfin,",
    ])
}
