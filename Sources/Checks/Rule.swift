/// How grave a finding is.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// The translation says something else, or will not work.
  case error
  /// Most likely a mistake.
  case warning
  /// Worth a look.
  case note

  /// From the gravest to the lightest.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What is checked in pairs. The raw value is the id that people write.
public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
  case empty
  case untranslated
  case placeholder
  case tag
  case number
  case date
  case approximate
  case unit
  case name
  case term
  case forbiddenTerm = "forbidden-term"
  case inconsistentTerm = "inconsistent-term"
  case bracket
  case quote
  case width
  case script
  case question
  case doubledWord = "doubled-word"
  case length
  case sameSource = "same-source"
  case sameTarget = "same-target"

  /// What it looks for, on one line.
  public var words: String { facts.words }

  /// How grave its findings are unless settings say otherwise; `nil` when it must be asked for.
  public var severity: Severity? { facts.severity }

  /// An example of what it finds: a source text and a target text.
  public var example: (source: String, target: String) { facts.example }

  private typealias Facts = (
    severity: Severity?, words: String, example: (source: String, target: String)
  )

  // One line a rule, so that `--list` and docs/checks.md can be read off here.
  private var facts: Facts {
    switch self {
    case .empty: (.error, "one side has no text", ("保存", ""))
    case .untranslated:
      (.error, "the target, or a part of it, is still the source", ("打开文件", "打开文件"))
    case .placeholder:
      (
        .error, "a placeholder is on one side only: %s, %(name)s, {0}, {{x}}, &key;, $x",
        ("删除 %s？", "Delete?")
      )
    case .tag: (.error, "an XML or HTML tag is on one side only", ("<b>注意</b>", "<b>Note"))
    case .number:
      (.error, "a number has no counterpart of its value", ("共3.5亿人", "35 million people"))
    case .date:
      (.error, "a year, month, day, decade or century differs", ("20世纪60年代", "the 1970s"))
    case .approximate:
      (.warning, "about, more than or nearly on one side only", ("140余部法律", "nearly 140 laws"))
    case .unit:
      (.error, "the same number has another unit of the same kind", ("5公里", "5 miles"))
    case .name:
      (.warning, "a name in Latin letters, or a place, is another one", ("去法国", "to Germany"))
    case .term: (.warning, "a term of the glossary is not rendered", ("网络法治", "good order"))
    case .forbiddenTerm:
      (.error, "a rendering that the glossary advises against", ("法治", "rule by law"))
    case .inconsistentTerm:
      (nil, "a term has other renderings elsewhere in the text", ("法治", "law-based"))
    case .bracket: (.warning, "a bracket has no partner", ("（一）总则", "(1 General rules"))
    case .quote: (.warning, "a quotation mark has no partner", ("他说“好”", "He said “yes"))
    case .width:
      (.warning, "a half-width mark in Chinese, or a full-width one elsewhere", ("好,走", "Go。"))
    case .script:
      (.warning, "simplified and traditional characters are mixed", ("網络", "network"))
    case .question: (.note, "a question mark on one side only", ("好吗？", "Fine."))
    case .doubledWord: (.warning, "a word stands twice", ("在这里", "in the the house"))
    case .length: (.note, "much longer or shorter than its partner calls for", ("好", "…"))
    case .sameSource: (.note, "the same source has another target elsewhere", ("编辑", "Edit"))
    case .sameTarget: (.note, "the same target has another source elsewhere", ("修改", "Edit"))
    }
  }
}
