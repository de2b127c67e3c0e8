public import Bitext

/// The bilingual units of a TMX file, portion by portion, with an account of what was not taken.
public final class TMXImport {
  private let file: InputFile
  private let reader: TMXReader
  private let choice: LanguageChoice
  private let name: String
  private let facts: PairFacts
  private let isPartial: Bool
  /// The source language of units that state none, once the header was read.
  private var sourceLanguage: Language??
  private var isAtEnd = false
  /// Who is paired with whom in the last entry: in the next it is mostly the same.
  private var last: (code: String?, languages: [Language?], pairing: TMXUnit.Pairing)?
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
    file = try InputFile(source)
    reader = try TMXReader(file)
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
    var rows = UnitRows()
    try read(wanted) { [self] in rows.add($0, $1, $2, account.entries) }
    return rows.count == 0 ? nil : rows
  }

  /// Reads on until so many units were given to `give`, each as an entry and the places of two of its
  /// variants.
  private func read(
    _ wanted: Int, _ give: @escaping (TMXUnit, Int, Int) -> Void
  ) throws(ExchangeError) {
    let before = account.units
    reader.receive = { [unowned self] in take($0, give) }
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
    account.sha256 = try file.restDigest()
    guard account.units > 0 else { throw nothing }
  }

  /// What the file says of itself as a whole, to keep with the memory.
  public var header: TMXHeader { reader.header }

  private var nothing: ExchangeError {
    let reasons = account.notTakenWords.map { ["\($0)"] } ?? []
    let notes = account.notes.notes.map { "line \($0.line): \($0.what)" }
    let why = (reasons + notes).joined(separator: "; ")
    return .badInput(
      file.path, "holds no unit to take" + (why.isEmpty ? "" : ": \(why)"),
      fix: "name a file with units in two languages; `bitext validate FILE` says more")
  }

  private func take(_ entry: TMXUnit, _ give: (TMXUnit, Int, Int) -> Void) {
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
    if let last, last.code == entry.sourceCode,
      last.languages.elementsEqual(entry.variants, by: { $0 == $1.language })
    {
      return last.pairing
    }
    if sourceLanguage == nil {
      sourceLanguage = .some(reader.header.sourceCode.flatMap { Language.inExchange($0) })
    }
    let pairing = entry.pairing(choice, sourceLanguage: sourceLanguage ?? nil)
    last = (entry.sourceCode, entry.variants.map(\.language), pairing)
    return pairing
  }
}

/// Two variants of an entry, by their places, as a unit.
extension Unit {
  fileprivate init(
    _ entry: TMXUnit, _ source: Int, _ target: Int, _ number: Int, _ name: String,
    _ facts: PairFacts
  ) {
    let carried = Carried(entry, source, target)
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
  fileprivate mutating func add(_ entry: TMXUnit, _ source: Int, _ target: Int, _ number: Int) {
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
    add(Carried(entry, source, target))
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

extension Carried {
  /// What an entry and two of its variants say beyond the fields of a unit. Where one of them says the
  /// same of itself as the entry, the field could not tell again what the entry said.
  fileprivate init(_ entry: TMXUnit, _ sourcePlace: Int, _ targetPlace: Int) {
    let (source, target) = (entry.variants[sourcePlace].part, entry.variants[targetPlace].part)
    self.init(unit: entry.part, source: source, target: target)
    if entry.part.attributes.isEmpty, source.attributes.isEmpty, target.attributes.isEmpty {
      return
    }
    let parts = [entry.part, source, target]
    let said = [
      ("creationdate", entry.stamp.created.map { TMXDate.text($0) }),
      ("changedate", entry.stamp.changed.map { TMXDate.text($0) }),
      ("changeid", entry.stamp.author),
    ]
    for (name, value) in said where value != nil {
      let isSaid = parts.dropFirst().contains { $0.attributes[name] != nil }
      let isCreator =
        name == "changeid" && parts.contains { $0.attributes["creationid"] == value }
      if isSaid || isCreator { unit.attributes[name] = value }
    }
  }
}
