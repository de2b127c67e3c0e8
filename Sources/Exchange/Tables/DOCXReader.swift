internal import Markup

/// Reads the tables of a document as texts. Tracked changes are taken as accepted; the header may
/// come again. A table inside a cell is text of that cell.
final class DOCXReader: MarkupHandler {
  private(set) var refusal: String?
  private let take: ([String], Int) -> String?
  private var header: [String] = []
  private var row = 0
  private var tables = 0
  private var fields: [String] = []
  private var span = 1
  private var cell: [UInt8] = []
  private var isAfterParagraph = false
  private var isInText = false
  private var isInProperties = false
  private var skipped = 0

  private init(_ take: @escaping ([String], Int) -> String?) { self.take = take }

  /// Hands on the rows, counted from 1, until `take` gives a reason to stop.
  static func read(
    _ zip: ZipArchive<ExchangeError>, _ take: @escaping ([String], Int) -> String?
  ) throws(ExchangeError) {
    let part = "word/document.xml"
    guard zip.has(part) else { throw .damaged(zip.name, "its part '\(part)' is missing") }
    try zip.readXML(part, to: DOCXReader(take))
  }

  /// Deleted text, the older form of a text box, field codes.
  private static let unwanted: Set<String> = [
    "del", "moveFrom", "Fallback", "instrText", "delText", "rt", "pPrChange", "rPrChange",
  ]

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || Self.unwanted.contains(element) {
      skipped += 1
      return
    }
    switch element {
    case "tbl": tables += 1
    case "tr" where tables == 1: fields = []
    case "tc" where tables == 1: (cell, span, isAfterParagraph) = ([], 1, false)
    case "gridSpan" where tables == 1:
      span = min(max(attributes["val"].flatMap { Int($0) } ?? 1, 1), TableReader.mostColumns)
    case "p" where isAfterParagraph: append("\n")
    case "t": isInText = tables > 0
    case "tab" where !isInProperties: append("\t")
    case "br", "cr": append("\n")
    case "noBreakHyphen": append("-")
    case "pPr": isInProperties = true
    default: break
    }
  }

  func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch element {
    case "tbl": tables -= 1
    case "tr" where tables == 1: endRow()
    case "tc" where tables == 1: endCell()
    case "p": isAfterParagraph = tables > 0
    case "t": isInText = false
    case "pPr": isInProperties = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, skipped == 0 else { return }
    cell += bytes
    if cell.count > TableReader.longestText { refusal = "a text is longer than any" }
  }

  private func append(_ text: String) {
    guard tables > 0 else { return }
    isAfterParagraph = false
    cell += text.utf8
  }

  private func endCell() {
    fields.append(String(decoding: cell, as: UTF8.self))
    fields += Array(repeating: "", count: span - 1)
    if fields.count > TableReader.mostColumns {
      refusal = "a row has more than \(TableReader.mostColumns) columns"
    }
    isAfterParagraph = false
  }

  private func endRow() {
    row += 1
    if header.isEmpty { header = fields } else if fields == header { return }
    refusal = refusal ?? take(fields, row)
  }
}
