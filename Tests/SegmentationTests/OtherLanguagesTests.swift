internal import Testing

/// Where sentences end in languages other than Chinese and English: `|` is a break.
struct OtherLanguagesTests {
  static let german = [
    "Das ist gut. |Er kam heute.",
    "Am 14. März 2022 begann es. |Am 3. Mai war es aus.",
    "Vom 4. bis zum 29. April, Zimmer 212. |Danach nicht.",
    "Es waren 12. |Die anderen kamen später.",
    "Das 19. Jahrhundert war lang. |Im Jahr 1850 kam der Zug.",
    "Dr. Brehm und Prof. Lindner sprachen. |Wir hörten zu.",
    "Siehe Nr. 5 und Abs. 3. |Es gilt z. B. der Stempel.",
    "Es kostet 4,80 Euro (ca. 5 Mio. Stück). |Gut.",
    "„Gut.“ |„Nein.“ |Er ging.",
    "„Wir gehen. |Wir bleiben nicht.“ |Er ging.",
    "„Warum?“ fragte sie. |„Darum“, sagte er.",
    "Um 7.12 Uhr kam der Zug. |Es regnete.",
    "1. Öffnen Sie die Klappe. |2. Legen Sie den Akku ein.",
  ]

  static let french = [
    "C'est vrai ? |Oui. |« Bon. » |Elle part.",
    "M. Dupont et Mme Roux sont là. |Le Dr Petit aussi.",
    "« Pourquoi ? » demanda-t-il. |Elle ne dit rien.",
    "— Oui ? |— Non. |— Alors viens !",
    "Voir p. 12, art. 3 et fig. 2. |Le prix est de 4,50 €.",
    "J.-C. Martin est né en 50 av. J.-C. |Il vécut.",
    "Il a vu A. Camus. |Puis, etc. |La suite est connue.",
    "Il partit… |Elle resta… seule.",
  ]

  static let spanish = [
    "¿Qué hora es? |Son las 3.30. |¡Vámonos!",
    "El Sr. García y la Sra. López llegaron. |Vino también el Dr. Ruiz.",
    "—¿Vienes? —preguntó ella. |—No.",
    "Véase la pág. 12 y el art. 3. |El precio es de 4,50 €.",
    "Vive en EE.UU. |La casa es grande.",
    "«¿Por qué?» dijo él. |Nadie lo sabe.",
  ]

  static let russian = [
    "Он пришёл. |Она ушла.",
    "А. С. Пушкин родился в 1799 г. в Москве. |Он был поэтом.",
    "Это было в 1999 г. |Он уехал в г. Москва.",
    "См. рис. 3 и стр. 12. |Цена 4,50 руб. за штуку.",
    "— Да! — сказал он. |— Я пойду.",
    "«Почему?» — спросил он. |Никто не знал.",
    "Яблоки, груши и т. д. |Это всё.",
    "Книги, т.е. романы, и т.п. |Они здесь.",
  ]

  static let japanese = [
    "はい。|「そうです。」|行きましょう。",
    "「はい。」と彼は答えた。|雨が降っていた。",
    "「行くの？」って聞いた。|返事はない。",
    "長さ128メートル、幅7.5メートル。|工費は46億円だった。",
    "「やめて！」を三回言った。|「火事だ！」の声がした。",
    "Yahoo!ニュースを見た。",
    "誰が受けられますか。|40歳以上の方です！|はい。",
  ]

  static let korean = [
    "그는 갔다. |비가 왔다.",
    "\"가자.\"라고 말했다. |\"왜?\"하고 물었다.",
    "“가자.” |그는 일어섰다.",
    "값은 3.5달러다. |싸다!",
    "정말요? |네.",
  ]

  static let others = [
    ("hi", "यह अच्छा है। |वह गया।"),
    ("ar", "هل هذا صحيح؟ |نعم."),
    ("it", "Davvero? |Sì. |Andiamo."),
  ]

  static let tables =
    [
      ("de", german), ("fr", french), ("es", spanish), ("ru", russian), ("ja", japanese),
      ("ko", korean),
    ]
    .flatMap { tag, pictures in pictures.map { (tag, $0) } } + others

  @Test(arguments: tables)
  func breaks(_ tag: String, _ picture: String) throws { try expectBreaks(picture, tag) }
}
