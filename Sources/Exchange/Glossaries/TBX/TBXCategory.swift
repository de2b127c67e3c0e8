internal import Bitext

/// The data categories of TBX-Basic (ISO 30042:2019 and its published rules): where each may stand and
/// what it may say. Whatever is not among them leaves as a note.
struct TBXCategory {
  /// The part of an entry that a statement is about.
  enum Level: String { case concept, language, term }

  let name: String
  let kind: TermFact.Kind
  let levels: Set<Level>
  /// The words it may say; any text where there are none.
  var values: [String] = []
  /// The namespace of its element in DCT.
  var module = "basic"

  static let all: [TBXCategory] = [
    .init(
      name: "customerSubset", kind: .administration, levels: [.concept, .term], module: "min"),
    .init(name: "projectSubset", kind: .administration, levels: [.concept, .term]),
    .init(name: "source", kind: .administration, levels: [.concept, .language, .term]),
    .init(name: "subjectField", kind: .description, levels: [.concept], module: "min"),
    .init(name: "definition", kind: .description, levels: [.concept, .language]),
    .init(name: "context", kind: .description, levels: [.term]),
    .init(
      name: "administrativeStatus", kind: .property, levels: [.term],
      values: [
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
      ], module: "min"),
    .init(
      name: "partOfSpeech", kind: .property, levels: [.term],
      values: ["noun", "verb", "adjective", "adverb", "other"], module: "min"),
    .init(name: "geographicalUsage", kind: .property, levels: [.term]),
    .init(
      name: "grammaticalGender", kind: .property, levels: [.term],
      values: ["masculine", "feminine", "neuter", "other"]),
    .init(
      name: "termLocation", kind: .property, levels: [.term],
      values: [
        "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
        "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider",
        "spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType",
      ]),
    .init(
      name: "termType", kind: .property, levels: [.term],
      values: ["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"]),
    .init(
      name: "transactionType", kind: .transaction, levels: [.concept, .language, .term],
      values: ["origination", "modification"]),
    .init(name: "crossReference", kind: .reference, levels: [.concept, .term]),
    .init(
      name: "externalCrossReference", kind: .link, levels: [.concept, .language, .term],
      module: "min"),
    .init(name: "xGraphic", kind: .link, levels: [.concept, .language]),
  ]

  /// The category of this name.
  static func named(_ name: String) -> TBXCategory? { all.first { $0.name == name } }
}

/// Our words and those of TBX for the same.
enum TBXWords {
  /// A status as TBX-Basic says it. There is no word for a forbidden term: it is deprecated, and a note
  /// says more.
  static func status(_ status: TermStatus) -> String {
    switch status {
    case .preferred: "preferredTerm-admn-sts"
    case .admitted: "admittedTerm-admn-sts"
    case .deprecated, .forbidden: "deprecatedTerm-admn-sts"
    case .superseded: "supersededTerm-admn-sts"
    }
  }

  /// What a file means by a status, in the words of TBX, of older versions and of term banks.
  static func status(_ word: String) -> TermStatus? {
    let plain = word.lowercased().replacing("term-admn-sts", with: "").replacing("term", with: "")
    return switch plain {
    case "preferred", "standardized", "approved", "legal", "regulated": .preferred
    case "admitted", "allowed", "acceptable": .admitted
    case "deprecated", "obsolete", "notrecommended", "not recommended": .deprecated
    case "superseded": .superseded
    case "forbidden", "prohibited", "do not use": .forbidden
    default: nil
    }
  }

  /// A part of speech as TBX-Basic says it.
  static func partOfSpeech(_ word: String) -> String {
    switch word.lowercased() {
    case "noun", "n", "np", "name", "title", "proper noun", "propernoun", "名词": "noun"
    case "verb", "v", "vp", "动词": "verb"
    case "adjective", "adj", "ap", "形容词": "adjective"
    case "adverb", "adv", "副词": "adverb"
    default: "other"
    }
  }
}
