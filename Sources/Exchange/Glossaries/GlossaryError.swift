public import Bitext

/// A glossary file that cannot be used, and why.
public struct GlossaryError: Fault, Hashable {
  /// Why not.
  public enum Reason: Hashable, Sendable {
    /// There is no term in the file, or no byte.
    case empty
    /// It is nothing that a glossary is kept in.
    case unknownFormat(String)
    /// A line is not UTF-8.
    case notUTF8
    /// The file is not well-formed, or means harm.
    case damaged(String)
    /// The header lacks a column.
    case missingColumn(String)
    /// The header names a column that is neither known nor a language tag.
    case unknownColumn(String)
    /// The header names a column twice.
    case repeatedColumn(String)
    /// A row has more or fewer fields than the header.
    case fieldCount(Int, expected: Int)
    /// A row has no term, or no concept, where one is needed.
    case emptyField(String)
    /// A row has a status that is none.
    case unknownStatus(String)
    /// A row names a language by something that is no tag.
    case unknownLanguage(String)
    /// A row stands in the file already.
    case repeatedRow(firstLine: Int)
  }

  /// The file's name.
  public let file: String
  /// The line, counted from 1; 0 where the file as a whole is meant.
  public let line: Int
  /// Why not.
  public let reason: Reason

  /// A glossary refused at a line of a file.
  public init(file: String, line: Int = 0, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var kind: FaultKind { .badInput }

  public var place: String {
    let name = file == "-" ? "standard input" : file
    return line == 0 ? name : "\(name):\(line)"
  }

  public var problem: String {
    switch reason {
    case .empty: "the glossary is empty"
    case .unknownFormat(let what): "\(what) is no glossary that can be read"
    case .notUTF8: "the line is not UTF-8"
    case .damaged(let why): why
    case .missingColumn(let name): "the header has no column '\(name)'"
    case .unknownColumn(let name): "the header has an unknown column '\(name)'"
    case .repeatedColumn(let name): "the header has the column '\(name)' twice"
    case .fieldCount(let count, let expected):
      "the row has \(count) \(count == 1 ? "column" : "columns"), the header \(expected)"
    case .emptyField(let column): "the column '\(column)' is empty"
    case .unknownStatus(let status): "there is no status '\(status)'"
    case .unknownLanguage(let tag): "'\(tag)' is no language tag"
    case .repeatedRow(let line): "the row stands in line \(line) already"
    }
  }

  public var fix: String {
    switch reason {
    case .empty: "give a header line and one row a pair of terms, or a TBX file with entries"
    case .unknownFormat: "export it as TBX, CSV, TSV, XLSX or an OmegaT glossary"
    case .notUTF8: "save the file as UTF-8"
    case .damaged: "export the file again where it was made, or mend it at that line"
    case .missingColumn:
      "name the columns: a column for each language (en, zh), or term and lang; "
        + "concept, status, pos, domain, note and definition if you have them"
    case .unknownColumn:
      "call it concept, status, \(GlossaryColumn.all.map(\.title).joined(separator: ", ")), "
        + "or by a language tag such as en; or delete it"
    case .repeatedColumn: "rename or delete one of the two"
    case .fieldCount: "divide the columns by tabs, one for each column of the header, empty or not"
    case .emptyField(let column): "fill in '\(column)', or delete the row"
    case .unknownStatus:
      "use one of: " + TermStatus.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownLanguage: "use a tag of BCP 47, such as zh, zh-Hant or en-GB"
    case .repeatedRow: "delete one of the two"
    }
  }
}
