internal import Bitext
internal import Glibc

/// Units as rows of a table, whatever file the table stands in: the first row names the columns.
struct UnitTable {
  /// The columns that are written, in order.
  static let columns: [Column] = [
    .source, .target, .status, .score, .document, .speaker, .id, .sourceLanguage, .targetLanguage,
    .author, .created, .changed, .comment,
  ]
  /// What they carry.
  static let carries: Set<Aspect> = [
    .status, .confidence, .document, .speaker, .id, .author, .dates, .comment,
  ]

  /// A column, by the name that it is written with.
  enum Column: String {
    case source, target, status, score, document, speaker, id, author, created, changed, comment
    case sourceLanguage = "source-lang"
    case targetLanguage = "target-lang"

    /// Names that other programs give such columns.
    private static let others: [String: Column] = [
      "src": .source, "source text": .source, "original": .source, "原文": .source,
      "tgt": .target, "trg": .target, "target text": .target, "translation": .target,
      "译文": .target, "譯文": .target, "confidence": .score, "probability": .score,
      "note": .comment, "notes": .comment, "tuid": .id, "source language": .sourceLanguage,
      "target language": .targetLanguage,
    ]

    init?(name: String) {
      let name = name.lowercased()
      guard let column = Column(rawValue: name) ?? Self.others[name] else { return nil }
      self = column
    }
  }

  // MARK: Rows of units

  /// The names of the columns.
  static var header: [String] { columns.map(\.rawValue) }

  /// A unit as a row; `text` makes a cell of a text.
  static func row(_ unit: Unit, text: (String, Language) -> String) -> [String] {
    [
      text(unit.source, unit.sourceLanguage), text(unit.target, unit.targetLanguage),
      unit.status.rawValue, unit.confidence.map(Number.thousandths) ?? "",
      text(unit.document, .en), text(unit.speaker ?? "", unit.sourceLanguage), text(unit.id, .en),
      unit.sourceLanguage.tag, unit.targetLanguage.tag, text(unit.author ?? "", .en),
      unit.created.map(Timestamp.text) ?? "", unit.changed.map(Timestamp.text) ?? "",
      text(unit.comment ?? "", .en),
    ]
  }

  // MARK: Units of rows

  private let place: [Column: Int]
  private let languages: (source: Language?, target: Language?)
  /// Whether the first row was a row of names.
  let hasHeader: Bool

  /// The table whose first row this is: by names of columns, by tags of languages, or without names,
  /// the source before the target.
  /// - Throws: when there is no telling where the texts are.
  init(first row: [String], _ options: ReadingOptions, _ path: String) throws(ExchangeError) {
    let names = row.map { $0.trimmed }
    var place: [Column: Int] = [:]
    for (index, name) in names.enumerated() {
      if let column = Column(name: name), place[column] == nil { place[column] = index }
    }
    if place[.source] != nil, place[.target] != nil {
      (self.place, languages, hasHeader) = (place, (nil, nil), true)
    } else if let sides = try Self.sides(names, options, path) {
      place[.source] = sides.source.index
      place[.target] = sides.target.index
      self.place = place
      (languages, hasHeader) = ((sides.source.language, sides.target.language), true)
    } else {
      guard row.count > 1 else {
        throw .brokenFile(path, line: 1, "has one column, and no pair of texts")
      }
      self.place = [.source: 0, .target: 1]
      (languages, hasHeader) = ((nil, nil), false)
    }
  }

  private typealias Side = (index: Int, language: Language)

  /// The columns of the two languages, where every name that is not a column's is a language's.
  private static func sides(
    _ names: [String], _ options: ReadingOptions, _ path: String
  ) throws(ExchangeError) -> (source: Side, target: Side)? {
    let found: [Side] = names.enumerated().compactMap { index, name in
      Column(name: name) == nil ? Language(name).map { (index, $0) } : nil
    }
    let isHeader = names.allSatisfy { Column(name: $0) != nil || Language($0) != nil }
    guard found.count > 1, isHeader else { return nil }
    func side(_ stated: Language?, _ other: Side?) throws(ExchangeError) -> Side {
      guard let stated else { return other ?? found[0] }
      guard
        let side = found.first(where: { $0.language == stated })
          ?? found.first(where: { $0.language.code == stated.code })
      else { throw .noSuchLanguage(path, stated, found.map(\.language)) }
      return side
    }
    let source = try side(options.sourceLanguage, nil)
    let target = try side(options.targetLanguage, found.first { $0.index != source.index })
    return (source, target)
  }

  /// The unit of a row; `nil` when the row holds nothing.
  func unit(_ row: [String], _ number: Int, _ options: ReadingOptions) -> Unit? {
    func cell(_ column: Column) -> String? {
      guard let index = place[column], index < row.count, !row[index].isEmpty else { return nil }
      return row[index]
    }
    let (source, target) = (cell(.source) ?? "", cell(.target) ?? "")
    guard !source.isEmpty || !target.isEmpty else { return nil }
    var unit = options.unit(
      number, id: cell(.id), source, target,
      from: cell(.sourceLanguage).flatMap { Language($0) } ?? languages.source,
      into: cell(.targetLanguage).flatMap { Language($0) } ?? languages.target,
      status: cell(.status).flatMap { Status(rawValue: $0.lowercased()) })
    unit.confidence = cell(.score).flatMap(Double.init).flatMap { (0...1).contains($0) ? $0 : nil }
    unit.document = cell(.document) ?? unit.document
    unit.speaker = cell(.speaker)
    unit.author = cell(.author)
    unit.comment = cell(.comment)
    unit.created = cell(.created).flatMap(Timestamp.seconds) ?? unit.created
    unit.changed = cell(.changed).flatMap(Timestamp.seconds) ?? unit.changed
    return unit
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
