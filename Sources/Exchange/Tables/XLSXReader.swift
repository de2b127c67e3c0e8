internal import Markup

/// Reads the first sheet of a spreadsheet as texts: what each cell shows, or the number it holds.
struct XLSXReader {
  private let zip: ZipArchive<ExchangeError>
  private let sheet: String
  private let strings: [String]

  init(_ zip: ZipArchive<ExchangeError>) throws(ExchangeError) {
    self.zip = zip
    let relations = Relations()
    try zip.readXML("xl/_rels/workbook.xml.rels", to: relations)
    let workbook = Workbook()
    try zip.readXML("xl/workbook.xml", to: workbook)
    let place = workbook.first.flatMap { relations.places[$0] } ?? "worksheets/sheet1.xml"
    sheet = Self.absolute(place)
    guard zip.has(sheet) else { throw .damaged(zip.name, "its part '\(sheet)' is missing") }
    let shared = SharedStrings()
    if let place = relations.strings { try zip.readXML(Self.absolute(place), to: shared) }
    strings = shared.all
  }

  /// Hands on the rows, each with its number, until `take` gives a reason to stop.
  func eachRow(_ take: @escaping ([String], Int) -> String?) throws(ExchangeError) {
    try zip.readXML(sheet, to: SheetRows(strings, take))
  }

  /// A place as the zip file has it; relations are written from the workbook's folder or the root.
  private static func absolute(_ place: String) -> String {
    place.hasPrefix("/") ? String(place.dropFirst()) : "xl/" + place
  }
}

/// Where the parts are that the workbook names.
private final class Relations: MarkupHandler {
  var places: [String: String] = [:]
  var strings: String?

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    guard element == "Relationship", let id = attributes["Id"], let place = attributes["Target"]
    else { return }
    places[id] = place
    if attributes["Type"]?.hasSuffix("/sharedStrings") == true { strings = place }
  }
}

/// The first sheet that is not hidden.
private final class Workbook: MarkupHandler {
  var first: String?

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    guard element == "sheet", first == nil, attributes["state"] == nil else { return }
    first = attributes["id"]
  }
}

/// Text in runs, without the readings that stand above characters.
private struct RunText {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isReading = false

  mutating func begin(_ element: String) {
    if element == "rPh" { isReading = true }
    if element == "t" || element == "v" { isInText = !isReading }
  }

  mutating func end(_ element: String) {
    if element == "rPh" { isReading = false }
    if element == "t" || element == "v" { isInText = false }
  }

  /// Takes characters in; false when there are more than any text has.
  mutating func take(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
    if isInText { bytes += more }
    return bytes.count <= TableReader.longestText
  }

  mutating func finish() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return CellText.read(String(decoding: bytes, as: UTF8.self))
  }
}

/// The texts that cells name by number.
private final class SharedStrings: MarkupHandler {
  private(set) var all: [String] = []
  private(set) var refusal: String?
  private var text = RunText()

  func begin(_ element: String, _ attributes: MarkupAttributes) { text.begin(element) }

  func end(_ element: String) {
    text.end(element)
    if element == "si" { all.append(text.finish()) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !text.take(bytes) { refusal = "a text is longer than any" }
  }
}

/// The cells of a sheet, row by row.
private final class SheetRows: MarkupHandler {
  private(set) var refusal: String?
  private let strings: [String]
  private let take: ([String], Int) -> String?
  private var text = RunText()
  private var fields: [String] = []
  private var row = 0
  private var column = 0
  private var kind: String?

  init(_ strings: [String], _ take: @escaping ([String], Int) -> String?) {
    self.strings = strings
    self.take = take
  }

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      column = 0
      fields = []
    case "c":
      if let place = attributes["r"] { column = Self.column(place) }
      kind = attributes["t"]
    default: text.begin(element)
    }
  }

  func end(_ element: String) {
    text.end(element)
    switch element {
    case "c":
      add(text.finish())
      column += 1
    case "row": refusal = refusal ?? take(fields, row)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !text.take(bytes) { refusal = "a text of row \(row) is longer than any" }
  }

  private func add(_ value: String) {
    guard !value.isEmpty else { return }
    guard column < TableReader.mostColumns else {
      refusal = "row \(row) has more than \(TableReader.mostColumns) columns"
      return
    }
    while fields.count <= column { fields.append("") }
    guard kind == "s" else {
      fields[column] = value
      return
    }
    guard let index = Int(value), strings.indices.contains(index) else {
      refusal = "row \(row) names a text that is not there"
      return
    }
    fields[column] = strings[index]
  }

  /// 0 for `A1`, 26 for `AA7`; too great a number for what is no place.
  private static func column(_ place: String) -> Int {
    let letters = place.utf8.prefix { $0 >= 65 && $0 <= 90 }
    guard (1...3).contains(letters.count) else { return TableReader.mostColumns }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
