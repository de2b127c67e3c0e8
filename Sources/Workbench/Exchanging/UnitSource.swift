public import Bitext
internal import Documents
public import Exchange

/// The kinds of exchange file.
public typealias ExchangeFormat = Exchange.Format

/// Files with units, and what the user states about them.
public struct UnitSource: Sendable {
  /// The files: one; two with Moses pairs; links or a ladder with their two texts.
  public var paths: [String]
  /// Their format; `nil` to have it told by what they hold.
  public var format: ExchangeFormat?
  /// The language of the source texts; `nil` as the file says, else told by the texts.
  public var sourceLanguage: Language?
  /// The language of the target texts, likewise.
  public var targetLanguage: Language?
  /// The encoding of text files; `nil` as they say, else UTF-8.
  public var encoding: String?

  /// Files with units.
  public init(
    _ paths: [String], format: ExchangeFormat? = nil, sourceLanguage: Language? = nil,
    targetLanguage: Language? = nil, encoding: String? = nil
  ) {
    self.paths = paths
    self.format = format
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.encoding = encoding
  }

  /// What units are called that come from files which do not say: the first file's name without its
  /// ending.
  public var defaultName: String {
    let name = paths[0].split(separator: "/").last ?? "units"
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return paths[0] == "-" ? "stdin" : String(stem.isEmpty ? name : stem)
  }

  /// How many units the languages are told by, where the file states none.
  private static let sample = 200

  /// Gives each unit to `body`, its languages stated.
  /// - Parameter unstated: what units are whose file says nothing of their status.
  /// - Returns: the format that the files are of.
  /// - Throws: `ExchangeError`; `WorkbenchError` when a language cannot be told; what `body` throws.
  @discardableResult
  func read(
    document: String? = nil, unstated: Status = .unreviewed, _ body: (Unit) throws -> Void
  ) throws -> ExchangeFormat {
    let file = try UnitFile(paths, format: format)
    let options = ReadingOptions(
      sourceLanguage: sourceLanguage, targetLanguage: targetLanguage, encoding: encoding,
      document: document ?? defaultName, unstatedStatus: unstated)
    var waiting: [Unit] = []
    var told: UnitLanguages?
    try file.read(options) { unit in
      if let told { return try body(told.stated(unit)) }
      waiting.append(unit)
      guard waiting.count >= Self.sample else { return }
      let languages = try UnitLanguages(waiting, paths[0])
      told = languages
      for unit in waiting { try body(languages.stated(unit)) }
      waiting = []
    }
    if told == nil {
      let languages = try UnitLanguages(waiting, paths[0])
      for unit in waiting { try body(languages.stated(unit)) }
    }
    return file.format
  }
}

/// The languages of units whose file does not state them.
private struct UnitLanguages {
  private let source: Language
  private let target: Language

  /// Tells them by the texts of some units.
  init(_ units: [Unit], _ path: String) throws(WorkbenchError) {
    func told(_ side: Side) -> Language? {
      let open = units.filter { $0[side].language == .undetermined }
      return open.isEmpty
        ? units.first?[side].language
        : LanguageGuess(open.map { $0[side].text }.joined(separator: "\n")).language
    }
    let languages = (source: told(.source), target: told(.target))
    // A few English words do not tell their language; beside Chinese they are taken for English.
    func language(_ own: Language?, _ other: Language?, _ side: Side) throws(WorkbenchError)
      -> Language
    {
      guard let language = own ?? (other?.code == "zh" ? .en : nil) else {
        throw .untoldLanguage(path, side)
      }
      return language
    }
    source = try language(languages.source, languages.target, .source)
    target = try language(languages.target, languages.source, .target)
  }

  func stated(_ unit: Unit) -> Unit {
    var unit = unit
    if unit.sourceLanguage == .undetermined { unit.sourceLanguage = source }
    if unit.targetLanguage == .undetermined { unit.targetLanguage = target }
    return unit
  }
}

extension Unit {
  /// What it has on one side.
  fileprivate subscript(side: Side) -> (text: String, language: Language) {
    side == .source ? (source, sourceLanguage) : (target, targetLanguage)
  }
}

extension WorkbenchError {
  static func untoldLanguage(_ path: String, _ side: Side) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path,
      problem: "neither the file nor its \(side.rawValue) texts tell their language",
      fix: "state it with --\(side.rawValue)-lang")
  }
}
