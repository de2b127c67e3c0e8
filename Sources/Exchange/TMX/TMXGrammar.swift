/// The DTD of TMX 1.4 as a table: what may stand in what, and with which attributes.
typealias TMXGrammar = ElementGrammar<TMXElement>

extension ElementGrammar<TMXElement> {
  private static let codes: Set<TMXElement> = [.bpt, .ept, .ph, .it, .hi, .ut]
  private static let language = ["xml:lang", "lang", "o-encoding"]
  private static let history = [
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
    "creationtoolversion", "creationdate", "creationid", "changedate", "o-tmf", "changeid",
  ]

  static func of(_ element: TMXElement) -> TMXGrammar { table[element]! }

  private static let table = Dictionary(
    uniqueKeysWithValues: TMXElement.allCases.map { ($0, stated(of: $0)) })

  private static func stated(of element: TMXElement) -> TMXGrammar {
    switch element {
    case .tmx: TMXGrammar(children: [.header, .body], required: ["version"])
    case .header:
      TMXGrammar(
        children: [.note, .prop, .ude],
        required: [
          "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
          "datatype",
        ], optional: ["o-encoding", "creationdate", "creationid", "changedate", "changeid"])
    case .body: TMXGrammar(children: [.tu])
    case .note: TMXGrammar(hasText: true, optional: language)
    case .prop: TMXGrammar(hasText: true, required: ["type"], optional: language)
    case .ude: TMXGrammar(children: [.map], required: ["name"], optional: ["base"])
    case .map: TMXGrammar(required: ["unicode"], optional: ["code", "ent", "subst"])
    case .tu:
      TMXGrammar(
        children: [.note, .prop, .tuv], optional: history + ["tuid", "segtype", "srclang"])
    case .tuv:
      TMXGrammar(
        children: [.note, .prop, .seg], required: ["xml:lang"], optional: history + ["lang"])
    case .seg: TMXGrammar(children: codes, hasText: true)
    case .bpt:
      TMXGrammar(children: [.sub], hasText: true, required: ["i"], optional: ["x", "type"])
    case .ept: TMXGrammar(children: [.sub], hasText: true, required: ["i"])
    case .it:
      TMXGrammar(children: [.sub], hasText: true, required: ["pos"], optional: ["x", "type"])
    case .ph: TMXGrammar(children: [.sub], hasText: true, optional: ["x", "assoc", "type"])
    case .ut: TMXGrammar(children: [.sub], hasText: true, optional: ["x"])
    case .hi: TMXGrammar(children: codes, hasText: true, optional: ["x", "type"])
    case .sub: TMXGrammar(children: codes, hasText: true, optional: ["datatype", "type"])
    }
  }

  /// The values an attribute may have, where they are few.
  static func values(_ attribute: String) -> Set<String>? {
    switch attribute {
    case "segtype": ["block", "paragraph", "sentence", "phrase"]
    case "pos": ["begin", "end"]
    case "assoc": ["p", "f", "b"]
    default: nil
    }
  }

  static let dates = ["creationdate", "changedate", "lastusagedate"]
  static let languages = ["xml:lang", "lang", "srclang", "adminlang"]
  static let numbers = ["i", "x", "usagecount"]
}
