internal import Bitext

/// A glossary file taken apart into rows: columns found by name, every field checked.
struct TSVTable {
  let name: String
  private(set) var rows: [TSVRow] = []
  /// The language columns, in the header's order: where they stand, and their language.
  private let languages: [(column: Int, language: Language)]
  /// Which of the languages the status speaks of.
  let judged: Int
  private let columns: [String]

  init(_ bytes: [UInt8], name: String) throws(TerminologyError) {
    self.name = name
    var lines = try Self.lines(of: bytes, name: name)[...]
    guard let header = lines.popFirst(), !lines.isEmpty else {
      throw TerminologyError(file: name, line: 1, .empty)
    }
    columns = header.fields
    languages = columns.enumerated().compactMap { column, title in
      Self.language(title).map { (column, $0) }
    }
    judged = languages.firstIndex { $0.language.code == "en" } ?? 0
    if let reason = headerFault { throw TerminologyError(file: name, line: header.number, reason) }
    for line in lines { rows.append(try row(line)) }
  }

  private static let known = ["concept", "status", "pos", "domain", "note", "definition"]

  /// The language a column is named by. Tags of two letters, so that a title such as `ref` is not
  /// taken for one; Cantonese is the exception.
  private static func language(_ title: String) -> Language? {
    guard !known.contains(title), let language = Language(title) else { return nil }
    return language.code.count == 2 || language.code == "yue" ? language : nil
  }

  private var headerFault: TerminologyError.Reason? {
    for (index, title) in columns.enumerated() where columns[..<index].contains(title) {
      return .repeatedColumn(title)
    }
    for (column, title) in columns.enumerated()
    where !Self.known.contains(title) && !languages.contains(where: { $0.column == column }) {
      return .unknownColumn(title)
    }
    for title in ["concept", "status"] where !columns.contains(title) {
      return .missingColumn(title)
    }
    guard languages.count < 2 else { return nil }
    return .missingColumn(languages.first?.language.code == "en" ? "zh" : "en")
  }

  private func row(_ line: TSVLine) throws(TerminologyError) -> TSVRow {
    func fault(_ reason: TerminologyError.Reason) -> TerminologyError {
      TerminologyError(file: name, line: line.number, reason)
    }
    guard line.fields.count == columns.count else {
      throw fault(.fieldCount(line.fields.count, expected: columns.count))
    }
    let fields = Dictionary(
      zip(columns, line.fields).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
    guard let concept = fields["concept"] else { throw fault(.emptyField("concept")) }
    guard let status = TermStatus(rawValue: fields["status"] ?? "") else {
      throw fault(.unknownStatus(fields["status"] ?? ""))
    }
    let terms = languages.enumerated().map { index, place -> Term? in
      guard !line.fields[place.column].isEmpty else { return nil }
      return Term(
        language: place.language, text: line.fields[place.column],
        status: index == judged ? status : min(max(status, .preferred), .admitted),
        partOfSpeech: fields["pos"], note: index == judged ? fields["note"] : nil)
    }
    if let empty = emptyColumn(terms) { throw fault(.emptyField(empty)) }
    return TSVRow(
      line: line.number, concept: concept, domain: fields["domain"],
      definition: fields["definition"], terms: terms)
  }

  /// A row needs its rendering and one term more; further languages may be left out.
  private func emptyColumn(_ terms: [Term?]) -> String? {
    if terms[judged] == nil { return columns[languages[judged].column] }
    guard terms.count(where: { $0 != nil }) < 2 else { return nil }
    return languages.indices.first { $0 != judged }.map { columns[languages[$0].column] }
  }
}

/// One row of a glossary file: a term or none for each language column.
struct TSVRow {
  let line: Int
  let concept: String
  let domain: String?
  let definition: String?
  let terms: [Term?]

  /// The terms that the row's rendering renders.
  func heads(judged: Int) -> [Term] {
    terms.indices.filter { $0 != judged }.compactMap { terms[$0] }
  }
}

/// A line's number, from 1, and its fields without surrounding spaces.
struct TSVLine {
  let number: Int
  let fields: [String]
}

extension TSVTable {
  /// The lines that are not blank. A line end is LF or CRLF.
  private static func lines(of bytes: [UInt8], name: String) throws(TerminologyError) -> [TSVLine] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    var lines: [TSVLine] = []
    for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw TerminologyError(file: name, line: index + 1, .notUTF8)
      }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmed }
      guard fields.contains(where: { !$0.isEmpty }) else { continue }
      lines.append(TSVLine(number: index + 1, fields: fields))
    }
    return lines
  }
}

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
