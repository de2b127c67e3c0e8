public import Bitext

/// A table of terms whose columns have been found by their titles. Two kinds of rows are known: a pair
/// of terms a row, a column for each language (`PairTable`), and a term a row (`TermTable`).
struct GlossaryTable {
  let name: String
  let table: TextTable
  let concept: Int?
  let status: Int?
  /// The columns of terms, in the header's order, and their language.
  let terms: [(column: Int, language: Language)]
  /// Where each row has one term and says its language: the two columns.
  let single: (term: Int, language: Int)?
  /// The titles of columns that are not kept.
  let unkept: [String]
  private let fields: [(column: Int, field: GlossaryColumn)]

  /// - Parameter languages: of columns that are called `source` and `target`; what is not given is told
  ///   by the script.
  init(
    _ table: TextTable, name: String, languages: GlossaryLanguages
  ) throws(GlossaryError) {
    self.name = name
    self.table = table
    var named: [(Int, Language)] = []
    var fields: [(Int, GlossaryColumn)] = []
    var unkept: [String] = []
    var places: [String: Int] = [:]
    for (index, column) in table.columns.enumerated() {
      let title = column.title
      switch GlossaryColumn.means(title) {
      // Weblate has a column for ids, and mostly nothing in it.
      case .concept where title.lowercased() == "id" && table.isBlank(index): break
      case .concept: places["concept"] = index
      case .status: places["status"] = index
      case .term: places["term"] = index
      case .language: places["lang"] = index
      case .source: named.append((index, languages.source ?? table.language(of: index)))
      case .target: named.append((index, languages.target ?? table.language(of: index)))
      case .terms(let language): named.append((index, language))
      case .unkept: unkept.append(title)
      case .field(let field): fields.append((index, field))
      case nil: throw GlossaryError(file: name, line: 1, .unknownColumn(title))
      }
    }
    (concept, status) = (places["concept"], places["status"])
    (terms, self.fields, self.unkept) = (named, fields, unkept)
    single = places["term"].flatMap { term in places["lang"].map { (term, $0) } }
    if let reason = headerFault { throw GlossaryError(file: name, line: 1, reason) }
    if table.rows.isEmpty { throw GlossaryError(file: name, .empty) }
  }

  private var headerFault: GlossaryError.Reason? {
    let titles = table.columns.map { $0.title.lowercased() }
    for (index, title) in titles.enumerated() where titles[..<index].contains(title) {
      return .repeatedColumn(table.columns[index].title)
    }
    if single != nil || terms.count > 1 { return nil }
    if titles.contains("term") { return .missingColumn("lang") }
    return .missingColumn(terms.first?.language.code == "en" ? "zh" : "en")
  }

  /// Where a row stands in its file.
  func line(_ row: Int) -> Int { table.lines.isEmpty ? row + 2 : table.lines[row] }

  func fault(_ row: Int, _ reason: GlossaryError.Reason) -> GlossaryError {
    GlossaryError(file: name, line: line(row), reason)
  }

  /// A field without surrounding spaces; `nil` for an empty one.
  func text(_ row: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    let text = table.rows[row][column].trimmingSpaces
    return text.isEmpty ? nil : text
  }

  /// The concept's id in a row; `nil` where the table numbers none.
  func id(_ row: Int) throws(GlossaryError) -> Concept.ID? {
    guard let concept else { return nil }
    guard let id = text(row, concept) else {
      throw fault(row, .emptyField(table.columns[concept].title))
    }
    return id
  }

  func status(_ row: Int) throws(GlossaryError) -> TermStatus {
    guard let status else { return .preferred }
    guard let word = text(row, status) else {
      throw fault(row, .unknownStatus(""))
    }
    guard let known = TermStatus(rawValue: word.lowercased()) else {
      throw fault(row, .unknownStatus(word))
    }
    return known
  }

  /// Gives a term what the row's columns say of it.
  func describe(_ term: inout Term, _ row: Int) {
    for case (let column, let field) in fields {
      if case .term(let path) = field.field { term[keyPath: path] = text(row, column) }
    }
  }

  /// Gives a concept what the row's columns say of it; returns what cannot be kept.
  func describe(_ concept: inout Concept, _ row: Int) -> [String] {
    var remarks: [String] = []
    for case (let column, let field) in fields {
      guard case .concept(let path) = field.field, let new = text(row, column) else { continue }
      if let kept = concept[keyPath: path], kept != new {
        remarks.append("the \(field.title) '\(new)' is not kept: the concept has '\(kept)'")
      } else {
        concept[keyPath: path] = new
      }
    }
    return remarks
  }
}

/// The languages of columns that only say `source` and `target`.
public struct GlossaryLanguages: Hashable, Sendable {
  /// Of the first.
  public var source: Language?
  /// Of the second.
  public var target: Language?

  /// By default each is told by the script.
  public init(source: Language? = nil, target: Language? = nil) {
    self.source = source
    self.target = target
  }
}

extension TextTable {
  /// The language of a column, by the script of its first texts: Chinese, Japanese and Korean show
  /// themselves, anything else is taken for English.
  func language(of column: Int) -> Language {
    let texts = rows.prefix(200).map { $0[column] }
    return Language(scriptOf: texts.joined()) ?? .en
  }
}

extension Language {
  /// The language that the characters of a text show; `nil` when they do not.
  init?(scriptOf text: String) {
    var (han, kana, hangul, letters) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3040...0x30FF: kana += 1
      case 0xAC00...0xD7AF: hangul += 1
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: han += 1
      default: letters += scalar.properties.isAlphabetic ? 1 : 0
      }
    }
    let tag = kana * 5 > han && kana > 0 ? "ja" : hangul > han ? "ko" : "zh"
    guard 2 * (han + kana + hangul) > letters, han + kana + hangul > 0 else { return nil }
    self.init(tag)
  }
}

extension TextTable {
  /// Whether a column holds nothing but its title.
  fileprivate func isBlank(_ column: Int) -> Bool {
    rows.allSatisfy { $0[column].trimmingSpaces.isEmpty }
  }
}
