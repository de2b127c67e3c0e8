internal import Markup

/// Reads the first table of a page as texts, as a browser shows them: white space runs together, and
/// line ends are those that markup asks for. Between Chinese characters a line's end in the file is no
/// space.
final class HTMLTableReader: MarkupHandler {
  private(set) var refusal: String?
  private let take: ([String], Int) -> String?
  private var isRead = false
  private var tables = 0
  private var row = 0
  private var fields: [String] = []
  private var span = 1
  private var cell: [UInt8]?
  private var skipped = 0

  private init(_ take: @escaping ([String], Int) -> String?) { self.take = take }

  /// Hands on the rows, counted from 1, until `take` gives a reason to stop.
  static func read(
    _ bytes: [UInt8], _ name: String, _ take: @escaping ([String], Int) -> String?
  ) throws(ExchangeError) {
    let reader = HTMLTableReader(take)
    let fault = bytes.withUnsafeBufferPointer { MarkupParser.html($0, to: reader) }
    if let fault { throw .damaged(name, fault) }
  }

  private static let blocks: Set<String> = ["p", "div", "li", "h1", "h2", "h3", "tr"]

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || element == "script" || element == "style" {
      skipped += 1
      return
    }
    switch element {
    case "table": tables += 1
    case _ where tables == 0 || isRead: break
    case "tr" where tables == 1: endRow()
    case "td" where tables == 1, "th" where tables == 1:
      endCell()
      cell = []
      span = min(max(attributes["colspan"].flatMap { Int($0) } ?? 1, 1), TableReader.mostColumns)
    case "br": cell?.append(Self.lineEnd)
    case _ where Self.blocks.contains(element): breakLine()
    default: break
    }
  }

  func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch element {
    case "table":
      if tables == 1, !isRead {
        endRow()
        isRead = true
      }
      tables -= 1
    case "tr" where tables == 1: endRow()
    case "td" where tables == 1, "th" where tables == 1: endCell()
    case _ where Self.blocks.contains(element): breakLine()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell != nil, skipped == 0 else { return }
    // A line end in the file is kept apart from one that markup asks for until the cell is whole.
    cell?.append(contentsOf: bytes.lazy.map { $0 == Self.lineEnd ? Self.fileLineEnd : $0 })
    if let cell, cell.count > TableReader.longestText { refusal = "a text is longer than any" }
  }

  private static let lineEnd = UInt8(ascii: "\n")
  private static let fileLineEnd = UInt8(ascii: "\r")

  private func breakLine() {
    if let last = cell?.last, last != Self.lineEnd { cell?.append(Self.lineEnd) }
  }

  private func endCell() {
    guard let bytes = cell else { return }
    cell = nil
    fields.append(String(decoding: bytes, as: UTF8.self).joiningFileLines.collapsed)
    fields += Array(repeating: "", count: span - 1)
    if fields.count > TableReader.mostColumns {
      refusal = "a row has more than \(TableReader.mostColumns) columns"
    }
  }

  private func endRow() {
    endCell()
    guard !fields.isEmpty else { return }
    row += 1
    refusal = refusal ?? take(fields, row)
    fields = []
  }
}

extension String {
  /// With a space for each return, or nothing where a Chinese or Japanese text goes on.
  fileprivate var joiningFileLines: String {
    guard utf8.contains(0x0D) else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.joiningFileLines }.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate var joiningFileLines: String {
    let lines = split(separator: "\r").map { $0.trimmed }.filter { !$0.isEmpty }
    return lines.dropFirst().reduce(into: String(lines.first ?? "")) { text, line in
      let isInside = text.last?.isIdeographic == true && line.first?.isIdeographic == true
      text += (isInside ? "" : " ") + line
    }
  }

  private var trimmed: Substring {
    var text = drop(while: \.isBreakable)
    while text.last?.isBreakable == true { text.removeLast() }
    return text
  }
}

extension Character {
  /// Whether it is of a script written without spaces, or one of its full-width marks.
  fileprivate var isIdeographic: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFF60).contains(scalar.value) || scalar.value >= 0x20000
  }
}
