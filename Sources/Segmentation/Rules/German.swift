extension SegmentationRules {
  /// German. A stop after a number of one or two digits makes it an ordinal (`am 14. März`), unless
  /// a word follows that begins sentences.
  static let german = SegmentationRules(
    locale: "de",
    titles: words(
      """
      Dr Prof Hr Fr Frl Dipl Ing St Hl bzw ca vgl ggf evtl sog d.h z.B u.a i.d.R o.g s.o s.u m.E
      inkl exkl zzgl einschl insb Bd Hrsg geb gest verh
      """),
    numbered: words("Nr Nrn Art Abs S Kap Abb Tab Bsp Ziff Bl Z Rn Tel Fax Str"),
    abbreviations: words("usw etc u.s.w Co Inc Ltd Jh Jhdt Mio Mrd Tsd Std Min Sek Jan Feb Aug"),
    starters: words(
      """
      Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man Dies Diese Dieser
      Dieses Diesen Und Aber Doch Denn Oder Wenn Als Da Dann Danach Dort Hier Heute Jetzt So Nach Bei
      Mit Von Vor Für Auf Aus Im In Am An Zu Zum Zur Seit Bis Trotz Wegen Auch Nur Noch Schon Wer Was
      Wie Wo Warum Weil Obwohl Damit Dabei Daher Deshalb Jedoch Alle Viele Einige Kein Keine Nicht
      """),
    lettered: words("vitamin hepatitis typ gruppe klasse teil plan anhang stufe faktor punkt"),
    ordinals: true,
    items: ["erstens", "zweitens", "drittens", "viertens", "fünftens"])
}
