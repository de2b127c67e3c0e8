extension SegmentationRules {
  /// Spanish. `¿` and `¡` begin sentences, and a dash begins a turn of speech.
  static let spanish = SegmentationRules(
    locale: "es",
    extraTerminators: SegmentationRules.dialogueTerminators,
    titles: words(
      """
      Sr Sra Srta Sres Sras D Dª Dña Dr Dra Dres Prof Profa Lic Ing Arq Gral Cnel Cap Tte Mons Fr Sto Sta
      Excmo Excma Ilmo Ilma Ud Uds Vd Vds p.ej ej cf aprox vs coord trad
      """),
    numbered: words(
      """
      n nº núm núms p pp pág págs art arts cap caps fig figs vol vols t inc párr sec tel av
      ene feb mar abr may jun jul ago sep sept oct nov dic
      """),
    abbreviations: words("etc Cía Inc Ltda S.A EE.UU JJ.OO a.C d.C a.m p.m a.m p.m hab"),
    starters: words(
      """
      El La Los Las Un Una Unos Unas Este Esta Estos Estas Ese Esa Eso Esto Aquel Aquella Él Ella Ellos
      Ellas Yo Tú Nosotros Usted Ustedes Y O Pero Mas Sin Si Cuando Mientras Donde Como Porque Pues
      Entonces Luego Después Antes Ahora Hoy Ayer Aquí Allí En De Del Al A Por Para Con Desde Hasta
      Entre Sobre Según Durante Tras Su Sus Mi Mis Nuestro Nuestra Lo Le Les Se Me No Sí Ni También
      Además Así Todo Todos Toda Todas Cada Algunos Algunas Muchos Muchas Qué Quién Cómo Aunque
      """),
    lettered: words("vitamina hepatitis tipo grupo clase parte plan anexo punto factor"),
    dialogueDash: true,
    items: [
      "primero,", "segundo,", "tercero,", "en primer lugar,", "en segundo lugar,",
      "en tercer lugar,", "por último,", "finalmente,",
    ])
}
