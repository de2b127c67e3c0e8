/// The rules of TBX: those of the core structure of ISO 30042:2008 and 2019 that break readers, and those
/// of the data categories of TBX-Basic (2019).
enum TBXRule: String, CaseIterable {
  case version = "tbx-version"
  case unknownElement = "tbx-unknown"
  case elementPlace = "tbx-place"
  case elementOrder = "tbx-order"
  case elementMissing = "tbx-missing"
  case elementRepeated = "tbx-repeated"
  case textPlace = "tbx-text"
  case attributeMissing = "tbx-attribute"
  case languageCode = "tbx-language"
  case repeatedID = "tbx-id"
  case target = "tbx-target"
  case date = "tbx-date"
  case emptyTerm = "tbx-empty"
  case repeatedTerm = "tbx-term-repeated"
  case category = "tbx-category"
  case categoryPlace = "tbx-category-place"
  case categoryValue = "tbx-category-value"

  var words: String {
    switch self {
    case .version: "the root is martif, or tbx with the style dca or dct"
    case .unknownElement: "no element but those of the edition"
    case .elementPlace: "every element stands where the core structure allows it"
    case .elementOrder:
      "the term stands first; what is said of an entry stands before its languages"
    case .elementMissing:
      "a header with its source; in an entry a language, in a language a term"
    case .elementRepeated: "an entry has a language once, a section of a term one term"
    case .textPlace: "no text but where the core structure allows it"
    case .attributeMissing: "languages state their tag, statements their type"
    case .languageCode: "languages are tags of BCP 47, such as zh-CN"
    case .repeatedID: "an id names one thing"
    case .target: "a target is an id of the file, or an address that begins with http"
    case .date: "dates are written YYYY-MM-DD"
    case .emptyTerm: "a term has text"
    case .repeatedTerm: "an entry has a term once in a language"
    case .category: "of TBX-Basic: no data category but its own, in the element of its kind"
    case .categoryPlace:
      "of TBX-Basic: a data category stands where it may, subjectField at the entry"
    case .categoryValue: "of TBX-Basic: a data category with a list of values has one of them"
    }
  }
}

/// The core structure of TBX as a table (ISO 30042), the two editions apart.
enum TBXGrammar {
  static func of(_ element: String, isOld: Bool) -> ElementGrammar<String>? {
    (isOld ? old : new)[element] ?? common[element]
  }

  /// Sections of a language, and of a term.
  static let languages: Set<String> = ["langSet", "langSec"]
  static let terms: Set<String> = ["tig", "ntig", "termSec"]
  static let entries: Set<String> = ["termEntry", "conceptEntry"]

  /// What may be said of an entry, a language or a term.
  static let statements: Set<String> = [
    "descrip", "descripGrp", "admin", "adminGrp", "transac", "transacGrp", "note", "ref", "xref",
  ]
  private static let ofTerms: Set<String> = statements.union(["termNote", "termNoteGrp"])
  private static let inline: Set<String> = [
    "hi", "foreign", "sc", "ec", "ph", "bpt", "ept", "it", "ut",
  ]

  private static let new: [String: ElementGrammar<String>] = [
    "tbx": .init(children: ["tbxHeader", "text"], required: ["type", "style", "xml:lang"]),
    "tbxHeader": .init(children: ["fileDesc", "encodingDesc", "revisionDesc"]),
    "text": .init(children: ["body", "back"]),
    "body": .init(children: ["conceptEntry"]),
    "conceptEntry": .init(children: statements.union(["langSec"])),
    "langSec": .init(children: statements.union(["termSec"]), required: ["xml:lang"]),
    "termSec": .init(children: ofTerms.union(["term"])),
  ]

  private static let old: [String: ElementGrammar<String>] = [
    "martif": .init(children: ["martifHeader", "text"], required: ["type", "xml:lang"]),
    "martifHeader": .init(children: ["fileDesc", "encodingDesc", "revisionDesc"]),
    "text": .init(children: ["front", "body", "back"]),
    "body": .init(children: ["termEntry"]),
    "termEntry": .init(children: statements.union(["langSet"])),
    "langSet": .init(children: statements.union(["tig", "ntig"]), required: ["xml:lang"]),
    "tig": .init(children: ofTerms.union(["term"])),
    "ntig": .init(children: statements.union(["termGrp"])),
    "termGrp": .init(children: ["term", "termNote", "termNoteGrp", "termCompList"]),
  ]

  private static let common: [String: ElementGrammar<String>] = [
    "fileDesc": .init(children: ["titleStmt", "publicationStmt", "sourceDesc"]),
    "titleStmt": .init(children: ["title", "note"]), "title": .init(hasText: true),
    "publicationStmt": .init(children: ["p"]), "sourceDesc": .init(children: ["p"]),
    "encodingDesc": .init(children: ["p", "ude"]), "revisionDesc": .init(children: ["change"]),
    "change": .init(children: ["p"]), "p": .init(children: inline, hasText: true),
    "term": .init(children: inline, hasText: true), "note": .init(children: inline, hasText: true),
    "date": .init(hasText: true),
    "descrip": statement, "admin": statement, "termNote": statement, "transac": statement,
    "ref": statement, "xref": statement, "descripNote": statement, "adminNote": statement,
    "transacNote": statement,
    "descripGrp": .init(
      children: [
        "descrip", "descripNote", "admin", "adminGrp", "note", "ref", "transacGrp", "xref",
      ]),
    "adminGrp": .init(children: ["admin", "adminNote", "note", "ref", "xref"]),
    "transacGrp": .init(children: ["transac", "transacNote", "date", "note", "ref", "xref"]),
    "termNoteGrp": .init(
      children: ["termNote", "admin", "adminGrp", "note", "ref", "transacGrp", "xref"]),
  ]
  private static let statement = ElementGrammar<String>(
    children: inline, hasText: true, required: ["type"])

  /// What is not looked into: lists behind the entries, and codes within texts.
  static let apart: Set<String> = inline.union(["front", "back", "ude", "termCompList"])
}
