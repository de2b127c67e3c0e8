public import Bitext

/// A table of texts: what CSV files, spreadsheets, and tables in documents and pages hold alike.
/// Adding a format is one `TableWriter` and one reader.
public struct TextTable: Hashable, Sendable {
  /// What a column is called, and how it is shown.
  public struct Column: Hashable, Sendable {
    /// The header of the column; unique in a table that we write.
    public var title: String
    /// How wide it is beside the others; in spreadsheets, in characters.
    public var width: Int
    /// The language of its texts, for fonts and spelling.
    public var language: Language?
    /// The values that a person chooses from; any text where there are none.
    public var choices: [String]
    /// Whether the reader is asked to change it.
    public var isEditable: Bool
    /// Whether it is of no use to people: set small.
    public var isQuiet: Bool

    /// A column of texts.
    public init(
      _ title: String, width: Int = 12, language: Language? = nil, choices: [String] = [],
      isEditable: Bool = false, isQuiet: Bool = false
    ) {
      self.title = title
      self.width = width
      self.language = language
      self.choices = choices
      self.isEditable = isEditable
      self.isQuiet = isQuiet
    }
  }

  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, each with as many texts as there are columns; blank ones are left out in reading.
  public var rows: [[String]]
  /// Where each row stood in the file it was read from, counted from 1: its line in CSV, its row
  /// elsewhere. Empty for a table that was not read.
  public var lines: [Int] = []

  /// A table made of its rows.
  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Where the column of this title stands, whatever its case; `nil` when there is none.
  public func column(_ title: String) -> Int? {
    let wanted = title.lowercased()
    return columns.firstIndex { $0.title.lowercased() == wanted }
  }
}

/// What stands above a table and around it.
public struct TableHead: Sendable {
  /// The name of the sheet, the heading of the document or page.
  public var title: String
  /// A sentence or two under the heading: what the table is for. Spreadsheets and CSV have none.
  public var note: String
  /// The columns, from left to right.
  public var columns: [TextTable.Column]

  /// What stands above a table.
  public init(title: String, note: String = "", columns: [TextTable.Column]) {
    self.title = title
    self.note = note
    self.columns = columns
  }
}
