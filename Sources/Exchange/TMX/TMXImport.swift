public import Bitext

/// The bilingual units of a TMX file, portion by portion, with an account of what was not taken.
public final class TMXImport {
  private let path: String
  private let reader: TMXReader
  private let choice: LanguageChoice
  private let name: String
  private let facts: PairFacts
  private let isPartial: Bool
  /// The source language of units that state none, once the header was read.
  private var sourceLanguage: Language??
  private var isAtEnd = false
  /// How many bytes the texts of the last portion had.
  private var lastSize = 0
  /// Who is paired with whom in the last entry: in the next it is mostly the same.
  private var lastCode: String?
  private var lastLanguages: [Language?] = []
  private var lastPairing: TMXUnit.Pairing?
  /// What was read and what was not.
  public private(set) var account: ImportAccount

  /// Begins to read a file.
  /// - Parameters:
  ///   - memory: the name that the units will have in the workspace.
  ///   - facts: what is known of them.
  ///   - isPartial: whether what was sound before a break is good too.
  /// - Throws: `ExchangeError` when the file is missing, empty or packed in a way not known.
  public convenience init(
    _ path: String, memory name: String, facts: PairFacts = PairFacts(),
    choice: LanguageChoice = LanguageChoice(), isPartial: Bool = false
  ) throws(ExchangeError) {
    try self.init(
      SourceFile(path), memory: name, facts: facts, choice: choice, isPartial: isPartial)
  }

  init(
    _ source: SourceFile, memory name: String, facts: PairFacts = PairFacts(),
    choice: LanguageChoice, isPartial: Bool = false
  ) throws(ExchangeError) {
    path = source.path
    reader = try TMXReader(InputFile(source))
    self.choice = choice
    self.name = name
    self.facts = facts
    self.isPartial = isPartial
    account = ImportAccount(path: source.path, encoding: reader.charset)
  }

  /// The next units, in the order of the file, about as many as wanted; `nil` at its end.
  /// - Throws: `ExchangeError` when the file is broken, or when it had none to take.
  public func next(_ wanted: Int = 1) throws(ExchangeError) -> [Unit]? {
    var units: [Unit] = []
    try read(wanted) { [self] in units.append(Unit($0, $1, $2, account.entries, name, facts)) }
    return units.isEmpty ? nil : units
  }

  /// The same, packed to be stored, with no object for each.
  /// - Throws: as `next`.
  public func nextRows(_ wanted: Int) throws(ExchangeError) -> UnitRows? {
    var rows = UnitRows(room: lastSize)
    try read(wanted) { [self] in rows.add($0, $1, $2, account.entries) }
    lastSize = rows.bytes.count
    return rows.count == 0 ? nil : rows
  }

  /// Reads on until so many units were given to `give`, each as an entry and the places of two of its
  /// variants.
  private func read(
    _ wanted: Int, _ give: @escaping (borrowing TMXUnit, Int, Int) -> Void
  ) throws(ExchangeError) {
    let before = account.units
    reader.receive = { [unowned self] in take(&$0, give) }
    defer { reader.receive = { _ in } }
    do throws(ExchangeError) {
      while !isAtEnd, account.units - before < wanted { isAtEnd = try !reader.readOn() }
    } catch {
      guard isPartial, account.units > 0, case .broken(_, let line, let reason) = error else {
        throw error
      }
      isAtEnd = true
      account.broken = ImportAccount.Break(line: line, reason: reason)
    }
    guard account.units == before else { return }
    account.notes.add(reader.notes)
    account.sha256 = try reader.restDigest()
    guard account.units > 0 else { throw nothing }
  }

  /// What the file says of itself as a whole, to keep with the memory.
  public var header: TMXHeader { reader.header }

  private var nothing: ExchangeError {
    let reasons = account.notTakenWords.map { ["\($0)"] } ?? []
    let notes = account.notes.notes.map { "line \($0.line): \($0.what)" }
    let why = (reasons + notes).joined(separator: "; ")
    return .badInput(
      path, "holds no unit to take" + (why.isEmpty ? "" : ": \(why)"),
      fix: "name a file with units in two languages; `bitext validate FILE` says more")
  }

  private func take(_ entry: inout TMXUnit, _ give: (borrowing TMXUnit, Int, Int) -> Void) {
    account.entries += 1
    let pairing = pairing(of: entry)
    for reason in pairing.leftOut { account.leaveOut(reason, line: entry.line) }
    var count = 0
    for target in pairing.targets {
      if entry.variants[pairing.source].isBlank || entry.variants[target].isBlank {
        account.leaveOut(.emptySide, line: entry.line)
      } else {
        give(entry, pairing.source, target)
        count += 1
      }
    }
    account.units += count
    if pairing.lacksSource, count > 0 {
      account.notes.add(
        "units without a text in their source language; the first is taken for it",
        line: entry.line)
    }
  }

  private func pairing(of entry: TMXUnit) -> TMXUnit.Pairing {
    if let lastPairing, lastCode == entry.sourceCode, lastLanguages.count == entry.variants.count,
      lastLanguages.indices.allSatisfy({ lastLanguages[$0] == entry.variants[$0].language })
    {
      return lastPairing
    }
    if sourceLanguage == nil {
      sourceLanguage = .some(reader.header.sourceCode.flatMap { Language.inExchange($0) })
    }
    let pairing = entry.pairing(choice, sourceLanguage: sourceLanguage ?? nil)
    lastCode = entry.sourceCode
    lastLanguages = entry.variants.map(\.language)
    lastPairing = pairing
    return pairing
  }
}

/// Two variants of an entry, by their places, as a unit.
extension Unit {
  fileprivate init(
    _ entry: borrowing TMXUnit, _ source: Int, _ target: Int, _ number: Int, _ name: String,
    _ facts: PairFacts
  ) {
    let carried = Carried(
      unit: entry.part(beside: source, target), source: entry.variants[source].part,
      target: entry.variants[target].part)
    let languages = [source, target].map { entry.variants[$0].language ?? .undetermined }
    self.init(
      id: entry.text(entry.id), source: entry.text(entry.variants[source].text),
      target: entry.text(entry.variants[target].text), sourceLanguage: languages[0],
      targetLanguage: languages[1], status: entry.status ?? Unit.importedStatus,
      confidence: entry.confidence, document: name, facts: facts, speaker: entry.speaker,
      author: entry.author(source, target), created: entry.created(source, target),
      changed: entry.changed(source, target), comment: entry.comment,
      carried: carried.isEmpty ? nil : carried, tu: number)
  }
}

extension UnitRows {
  fileprivate mutating func add(
    _ entry: borrowing TMXUnit, _ source: Int, _ target: Int, _ number: Int
  ) {
    begin(
      Numbers(
        tu: number, confidence: entry.confidence, created: entry.created(source, target),
        changed: entry.changed(source, target)))
    entry.words.withUnsafeBufferPointer { words in
      func add(_ range: Range<Int>) { self.add(UnsafeBufferPointer(rebasing: words[range])) }
      if entry.id.isEmpty { self.add(String?.none) } else { add(entry.id) }
      self.add((entry.variants[source].language ?? .undetermined).tag)
      self.add((entry.variants[target].language ?? .undetermined).tag)
      add(entry.variants[source].text)
      add(entry.variants[target].text)
    }
    add((entry.status ?? Unit.importedStatus).rawValue)
    add(entry.author(source, target))
    add(entry.speaker)
    add(entry.comment)
    add(
      carried: entry.part(beside: source, target), entry.variants[source].part,
      entry.variants[target].part)
  }
}

extension TMXUnit {
  /// Who is known to have changed it, or a variant, last; else who made it.
  fileprivate func author(_ source: Int, _ target: Int) -> String? {
    stamp.author ?? variants[target].stamp.author ?? variants[source].stamp.author
      ?? part.attributes["creationid"] ?? variants[target].part.attributes["creationid"]
  }

  fileprivate func created(_ source: Int, _ target: Int) -> Int? {
    stamp.created ?? variants[target].stamp.created ?? variants[source].stamp.created
  }

  fileprivate func changed(_ source: Int, _ target: Int) -> Int? {
    stamp.changed ?? variants[target].stamp.changed ?? variants[source].stamp.changed
  }
}

extension TMXUnit {
  /// What it says of itself beyond the fields of a unit. Where one of two variants says the same of itself,
  /// the field could not tell again what the entry said.
  fileprivate func part(beside source: Int, _ target: Int) -> Carried.Part {
    if part.attributes.isEmpty, variants[source].part.attributes.isEmpty,
      variants[target].part.attributes.isEmpty
    {
      return part
    }
    var part = part
    let parts = [part, variants[source].part, variants[target].part]
    let said = [
      ("creationdate", stamp.created.map { TMXDate.text($0) }),
      ("changedate", stamp.changed.map { TMXDate.text($0) }), ("changeid", stamp.author),
    ]
    for (name, value) in said where value != nil {
      let isSaid = parts.dropFirst().contains { $0.attributes[name] != nil }
      let isCreator =
        name == "changeid" && parts.contains { $0.attributes["creationid"] == value }
      if isSaid || isCreator { part.attributes[name] = value }
    }
    return part
  }
}
