/// The kinds of exchange file there are.
public enum Format: String, Hashable, Sendable, Codable, CaseIterable {
  case tmx, xliff, xliff2, sdlxliff, po, tsv, csv, xlsx, docx, html, jsonl, moses, ladder, hunalign,
    tei
  case xces, vertical

  /// What people call it.
  public var title: String {
    switch self {
    case .tmx: "TMX"
    case .xliff: "XLIFF 1.2"
    case .xliff2: "XLIFF 2.1"
    case .sdlxliff: "SDLXLIFF"
    case .po: "PO"
    case .tsv: "TSV"
    case .csv: "CSV"
    case .xlsx: "XLSX"
    case .docx: "DOCX"
    case .html: "HTML"
    case .jsonl: "JSON lines"
    case .moses: "Moses pairs"
    case .ladder: "a ladder"
    case .hunalign: "hunalign's ladder"
    case .tei: "TEI links"
    case .xces: "XCES links"
    case .vertical: "vertical text"
    }
  }

  /// How its files end, without the dot.
  public var endings: [String] {
    switch self {
    case .tmx: ["tmx"]
    case .xliff: ["xlf", "xliff"]
    case .xliff2: ["xlf2"]
    case .sdlxliff: ["sdlxliff", "mqxliff", "mxliff"]
    case .po: ["po", "pot"]
    case .tsv: ["tsv", "tab", "txt"]
    case .csv: ["csv"]
    case .xlsx: ["xlsx"]
    case .docx: ["docx"]
    case .html: ["html", "htm"]
    case .jsonl: ["jsonl", "ndjson", "json"]
    case .moses: ["moses"]
    case .ladder: ["beads", "ladder", "align"]
    case .hunalign: ["hun"]
    case .vertical: ["vert"]
    case .tei, .xces: []
    }
  }

  /// Whether it is read.
  public var isRead: Bool { reader != nil }
  /// Whether it is written.
  public var isWritten: Bool { writer != nil || table != nil }

  /// Whether its files hold one whole text with its translation, segment by segment.
  public var isWholeText: Bool { writer?.scope == .wholeText }

  var reader: (any UnitReader.Type)? {
    switch self {
    case .tmx: TMXUnitReader.self
    case .xliff, .sdlxliff: XLIFF1Reader.self
    case .xliff2: XLIFF2Reader.self
    case .po: POReader.self
    case .tsv: TSVReader.self
    case .csv, .xlsx, .docx, .html: TableUnitReader.self
    case .jsonl: JSONLinesReader.self
    case .moses: MosesReader.self
    case .ladder, .hunalign: LadderReader.self
    case .tei, .xces: LinkReader.self
    case .vertical: VerticalReader.self
    }
  }

  var writer: (any UnitWriter.Type)? {
    switch self {
    case .tmx: TMXUnitWriter.self
    case .xliff: XLIFF1Writer.self
    case .xliff2: XLIFF2Writer.self
    case .sdlxliff, .csv, .xlsx, .docx, .html: nil
    case .po: POWriter.self
    case .tsv: TSVWriter.self
    case .jsonl: JSONLinesWriter.self
    case .moses: MosesWriter.self
    case .ladder: LadderWriter.self
    case .hunalign: HunalignWriter.self
    case .tei: TEILinkWriter.self
    case .xces: XCESWriter.self
    case .vertical: VerticalWriter.self
    }
  }

  /// The kind of table, of a format that is one.
  var table: TableFormat? {
    switch self {
    case .csv: .csv
    case .xlsx: .xlsx
    case .docx: .docx
    case .html: .html
    default: nil
    }
  }

  /// The format that a file's name says; `nil` when it says none. TMX may be packed.
  public init?(path: String) {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    let isPacked = name.hasSuffix(".tmx.gz") || name.hasSuffix(".tmx.zip")
    let ending = isPacked ? "tmx" : name.split(separator: ".").last.map(String.init) ?? ""
    guard name.contains("."),
      let format = Self.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }

  /// The order in which files are asked what they are, the surest signs first.
  private static let inOrder: [Format] = [
    .tmx, .xliff2, .xliff, .vertical, .xces, .po, .ladder, .jsonl, .csv, .tsv,
  ]

  /// The format that the beginning of a file shows.
  init?(of file: SourceFile) throws(ExchangeError) {
    let head = try FileHead(file)
    guard let format = Self.inOrder.first(where: { $0.reader?.recognises(head) == true }) else {
      return nil
    }
    switch format {
    case .xliff where head.rootTag.contains("sdl.com"): self = .sdlxliff
    case .csv: self = Format(rawValue: head.ending) ?? .html
    default: self = format
    }
  }
}
