internal import Bitext

/// What a column of a table holds that says something of a concept or of a row's term.
struct GlossaryColumn: Sendable {
  /// Where its text goes.
  enum Field: Sendable {
    case concept(any WritableKeyPath<Concept, String?> & Sendable)
    case term(any WritableKeyPath<Term, String?> & Sendable)
  }

  let title: String
  let field: Field

  /// All columns but the terms themselves, `concept` and `status`, in the order we write them: first those that every
  /// table of pairs has.
  static let all: [GlossaryColumn] = [
    .init(title: "pos", field: .term(\.partOfSpeech)),
    .init(title: "domain", field: .term(\.domain)),
    .init(title: "note", field: .term(\.note)),
    .init(title: "definition", field: .concept(\.definition)),
    .init(title: "definition origin", field: .concept(\.definitionSource)),
    .init(title: "client", field: .concept(\.client)),
    .init(title: "origin", field: .term(\.source)),
    .init(title: "context", field: .term(\.context)),
    .init(title: "register", field: .term(\.register)),
    .init(title: "region", field: .term(\.region)),
    .init(title: "type", field: .term(\.type)),
    .init(title: "term client", field: .term(\.client)),
    .init(title: "created", field: .term(\.created.date)),
    .init(title: "created by", field: .term(\.created.author)),
    .init(title: "changed", field: .term(\.changed.date)),
    .init(title: "changed by", field: .term(\.changed.author)),
    .init(title: "concept note", field: .concept(\.note)),
    .init(title: "concept origin", field: .concept(\.source)),
    .init(title: "concept created", field: .concept(\.created.date)),
    .init(title: "concept created by", field: .concept(\.created.author)),
    .init(title: "concept changed", field: .concept(\.changed.date)),
    .init(title: "concept changed by", field: .concept(\.changed.author)),
  ]

  /// The meaning of a title.
  enum Meaning {
    case concept, status, term, language, source, target
    /// What only the program that wrote the table can use.
    case unkept
    case field(GlossaryColumn)
    case terms(Language)
  }

  /// What a column is called elsewhere, and in Chinese.
  private static let aliases: [String: String] = [
    "id": "concept", "concept id": "concept", "entry": "concept", "language": "lang",
    "part of speech": "pos", "subject": "domain", "subject field": "domain", "comment": "note",
    "notes": "note", "remark": "note", "customer": "client", "example": "context",
    "translator_comments": "note", "developer_comments": "definition", "explanation": "definition",
    "english": "en", "chinese": "zh", "中文": "zh", "汉语": "zh", "英文": "en", "英语": "en",
    "术语": "term", "词性": "pos", "领域": "domain", "备注": "note", "定义": "definition",
    "客户": "client", "来源": "origin", "状态": "status", "语言": "lang", "例句": "context",
  ]

  /// What a title means, whatever its case; `nil` when nothing.
  static func means(_ title: String) -> Meaning? {
    let lower = title.lowercased()
    switch aliases[lower] ?? lower {
    case "concept": return .concept
    case "status": return .status
    case "term": return .term
    case "lang": return .language
    case "source": return .source
    case "target": return .target
    case "location", "fuzzy": return .unkept  // Weblate's
    case let name:
      if let column = all.first(where: { $0.title == name }) { return .field(column) }
      return language(aliases[lower] ?? title).map(Meaning.terms)
    }
  }

  /// The language a column is named by. Tags of two letters, so that a title such as `ref` is not
  /// taken for one; Cantonese is the exception.
  private static func language(_ title: String) -> Language? {
    guard let language = Language(title) else { return nil }
    return language.code.count == 2 || language.code == "yue" ? language : nil
  }
}
