public import Bitext

/// The bilingual units of a TMX file, portion by portion, with an account of what was not taken.
public final class TMXImport {
  private let file: InputFile
  private let reader: TMXReader
  private let choice: LanguageChoice
  private let name: String
  private let facts: PairFacts
  private let isPartial: Bool
  private var sourceLanguage: Language??
  /// What was read and what was not.
  public private(set) var account: ImportAccount

  /// Begins to read a file.
  /// - Parameters:
  ///   - memory: the name that the units will have in the workspace.
  ///   - facts: what is known of them.
  ///   - isPartial: whether what was sound before a break is good too.
  /// - Throws: `ExchangeError` when the file is missing, empty or packed in a way not known.
  public init(
    _ path: String, memory name: String, facts: PairFacts = PairFacts(),
    choice: LanguageChoice = LanguageChoice(), isPartial: Bool = false
  ) throws(ExchangeError) {
    file = try InputFile(path)
    reader = try TMXReader(file)
    self.choice = choice
    self.name = name
    self.facts = facts
    self.isPartial = isPartial
    account = ImportAccount(path: path, encoding: reader.charset)
  }

  /// The next units, in the order of the file; `nil` at its end.
  /// - Throws: `ExchangeError` when the file is broken, or when it had none to take.
  public func next() throws(ExchangeError) -> [Unit]? {
    do throws(ExchangeError) {
      while let read = try reader.next() {
        let units = read.flatMap { pairs(of: $0) }
        if !units.isEmpty { return units }
      }
    } catch {
      guard isPartial, account.units > 0, case .broken(_, let line, let reason) = error else {
        throw error
      }
      account.broken = ImportAccount.Break(line: line, reason: reason)
    }
    account.notes.add(reader.notes)
    account.sha256 = try file.restDigest()
    guard account.units > 0 else { throw nothing }
    return nil
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

  private func pairs(of unit: TMXUnit) -> [Unit] {
    account.entries += 1
    if sourceLanguage == nil {
      sourceLanguage = .some(reader.header.sourceCode.flatMap { Language.inExchange($0) })
    }
    let own = unit.sourceCode.flatMap { Language.inExchange($0) } ?? sourceLanguage ?? nil
    let pairing = unit.pairing(choice, sourceLanguage: own)
    for reason in pairing.leftOut { account.leaveOut(reason, line: unit.line) }
    guard !pairing.targets.isEmpty else { return [] }
    let source = unit.variants[pairing.source]
    if choice.source == nil, let own, !source.language!.answers(to: own) {
      account.notes.add(
        "units without a text in their source language; the first is taken for it",
        line: unit.line)
    }
    account.units += pairing.targets.count
    return pairing.targets.map { Unit(unit, source, unit.variants[$0], self.unit) }
  }

  /// What a unit of the file has in common with all others.
  private var unit: (entry: Int, name: String, facts: PairFacts) { (account.entries, name, facts) }
}

extension Unit {
  fileprivate init(
    _ unit: TMXUnit, _ source: TMXUnit.Variant, _ target: TMXUnit.Variant,
    _ common: (entry: Int, name: String, facts: PairFacts)
  ) {
    var carried = Carried(unit: unit.part, source: source.part, target: target.part)
    // Where a text says the same of itself, the field could not tell again what the unit said.
    let own = [
      ("creationdate", unit.stamp.created.map { TMXDate.text($0) }),
      ("changedate", unit.stamp.changed.map { TMXDate.text($0) }), ("changeid", unit.stamp.author),
    ]
    for (name, value) in own where value != nil {
      let isSaid = [source.part, target.part].contains { $0.attributes[name] != nil }
      let isCreator =
        name == "changeid"
        && [unit.part, source.part, target.part].contains { $0.attributes["creationid"] == value }
      if isSaid || isCreator { carried.unit.attributes[name] = value }
    }
    let stamps = [unit.stamp, target.stamp, source.stamp]
    func creator(_ part: Carried.Part) -> String? { part.attributes["creationid"] }
    self.init(
      id: unit.id ?? "", source: source.text, target: target.text,
      sourceLanguage: source.language ?? .undetermined,
      targetLanguage: target.language ?? .undetermined,
      status: unit.status ?? Unit.importedStatus, confidence: unit.confidence,
      document: common.name, facts: common.facts, speaker: unit.speaker,
      author: stamps.lazy.compactMap(\.author).first ?? creator(unit.part) ?? creator(target.part),
      created: stamps.lazy.compactMap(\.created).first,
      changed: stamps.lazy.compactMap(\.changed).first, comment: unit.comment,
      carried: carried.isEmpty ? nil : carried, tu: common.entry)
  }
}
