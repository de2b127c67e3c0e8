internal import Alignment
internal import Bitext
internal import Checks
internal import Memory
internal import Terminology

extension Bench {
  /// Checks rows of document pairs and units of memories, all of them when none are named.
  ///
  /// Rows that are rejected, no text, or without counterpart are not checked: they never leave. An imported
  /// unit without target is.
  /// - Parameter data: where the lexicon is, which tells Chinese terms from other words; `nil` without.
  /// - Throws: `MemoryError` for an unknown name, `WorkbenchError` for a row that is not there.
  public func check(
    _ selections: [RowSelection], _ settings: CheckSettings, data: DataFolder? = nil
  ) throws -> CheckReport {
    let concepts = try store.concepts().filter { !$0.isSpeaker }
    var checking = Checking(settings, concepts, data, dismissed: try store.dismissals())
    try forEachRow(selections) { checking.take($0) }
    return checking.report
  }

  /// Every row that is to be checked, in order, with its number.
  func forEachRow(_ selections: [RowSelection], _ body: (CheckedRow) throws -> Void) throws {
    let all = selections.isEmpty
    for selection in all ? [nil] : selections.map(Optional.some) {
      let filter = UnitFilter(
        documents: selection.map { [$0.name] }, statuses: Set(Status.allCases), includesNulls: true)
      var document = ""
      var number = 0
      _ = try store.units(matching: filter) { unit in
        if unit.document != document { (document, number) = (unit.document, 0) }
        number += 1
        guard selection?.rows?.contains(number) ?? true, unit.isChecked else { return }
        try body(CheckedRow(unit, number))
      }
      if let last = selection?.rows?.upperBound, last > number {
        throw WorkbenchError.noSuchRow(selection?.name ?? "", last, of: number)
      }
    }
  }
}

extension Unit {
  /// Whether it may leave: an imported one always, a row when it is a pair.
  fileprivate var isChecked: Bool {
    if [.rejected, .nonText, .omitted, .added].contains(status) { return false }
    return tu != nil || !source.isEmpty && !target.isEmpty || status == .edited
  }
}

extension CheckedRow {
  init(_ unit: Unit, _ number: Int) {
    self.init(
      document: unit.document, number: number, source: unit.source, target: unit.target,
      sourceLanguage: unit.sourceLanguage, targetLanguage: unit.targetLanguage)
  }
}

/// One run of the checks over rows.
private struct Checking {
  private let settings: CheckSettings
  private let dismissed: Set<Dismissal>
  private let concepts: [Concept]
  private let data: DataFolder?
  private var languages: LanguagePair?
  private var terms: TermCheck?
  private var rules: [String: Set<Rule>] = [:]
  private var repeats = Repeats()
  private var renderings = RenderingUses()
  private var rows: [CheckedRow] = []
  private var found: [Int: [Finding]] = [:]

  init(
    _ settings: CheckSettings, _ concepts: [Concept], _ data: DataFolder?, dismissed: Set<Dismissal>
  ) {
    (self.settings, self.concepts, self.data) = (settings, concepts, data)
    self.dismissed = dismissed
  }

  mutating func take(_ row: CheckedRow) {
    let rules = rules[row.document] ?? settings.rules(in: row.document)
    self.rules[row.document] = rules
    prepare(row)
    let check = PairCheck(source: row.sourceLanguage, target: row.targetLanguage, rules: rules)
    var findings = check.findings(source: row.source, target: row.target)
    if let terms, !row.source.isEmpty, !row.target.isEmpty {
      findings += terms.findings(source: row.source, target: row.target).map(Finding.init)
        .filter { rules.contains($0.rule) }
      if rules.contains(.inconsistentTerm) {
        renderings.add(
          terms.present(source: row.source, target: row.target), rows.count, row.document)
      }
    }
    if rules.contains(.sameSource) || rules.contains(.sameTarget) {
      repeats.add(
        source: row.source, row.sourceLanguage, target: row.target, row.targetLanguage,
        pair: rows.count)
    }
    if !findings.isEmpty { found[rows.count] = findings }
    rows.append(row)
  }

  /// The terms of the row's languages, when they are others than the last row's.
  private mutating func prepare(_ row: CheckedRow) {
    let pair = LanguagePair(from: row.sourceLanguage, to: row.targetLanguage)
    guard pair != languages else { return }
    languages = pair
    let lexicon = data?.lexicon(for: row.sourceLanguage, row.targetLanguage).0
    terms =
      concepts.isEmpty
      ? nil
      : TermCheck(
        Glossary(concepts, lexicon), source: row.sourceLanguage, target: row.targetLanguage)
  }

  var report: CheckReport {
    var report = CheckReport(findings: [], checked: rows.count, flagged: 0, dismissed: 0)
    var all = found
    for (place, finding) in twins + renderings.findings { all[place, default: []].append(finding) }
    for place in all.keys.sorted() {
      let row = rows[place]
      let entries = (all[place] ?? []).compactMap { finding -> CheckReport.Entry? in
        guard let severity = settings.severity(of: finding.rule, in: row.document) else {
          return nil
        }
        let dismissal = Dismissal(
          rule: finding.rule.rawValue, source: row.source, target: row.target)
        if dismissed.contains(dismissal) {
          report.dismissed += 1
          return nil
        }
        return CheckReport.Entry(finding, severity, at: row)
      }
      report.flagged += entries.isEmpty ? 0 : 1
      report.findings += entries.enumerated()
        .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
        .map(\.element)
    }
    return report
  }

  private var twins: [(Int, Finding)] {
    repeats.twins.map { twin in
      let other = rows[twin.other]
      let side: Side = twin.rule == .sameSource ? .target : .source
      let words = side == .target ? other.target : other.source
      return (
        twin.pair,
        Finding(twin.rule, side, 0..<0, "\(other.document):\(other.number) has “\(words)”")
      )
    }
  }
}

extension Finding {
  /// A term that is not rendered, or a rendering that should not be used.
  init(_ found: TermFinding) {
    let rule: Rule =
      switch found.problem {
      case .missing: .term
      case .discouraged: .forbiddenTerm
      }
    self.init(rule, found.side, found.range, found.doubt.detail)
  }
}

/// How each term is rendered in a document, to tell which rows differ from most.
private struct RenderingUses {
  private struct Key: Hashable {
    var document: String
    var term: Term
  }

  private struct Use {
    var rendering: String
    var place: Int
    var range: Range<Int>
  }

  private var uses: [Key: [Use]] = [:]

  mutating func add(_ terms: [TermPresent], _ place: Int, _ document: String) {
    for term in terms {
      guard let rendering = term.rendering, let range = term.renderingRange else { continue }
      uses[Key(document: document, term: term.term), default: []]
        .append(Use(rendering: rendering.text, place: place, range: range))
    }
  }

  var findings: [(Int, Finding)] {
    uses.flatMap { key, uses -> [(Int, Finding)] in
      let counts = Dictionary(uses.map { ($0.rendering, 1) }, uniquingKeysWith: +)
      guard counts.count > 1,
        let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { return [] }
      return uses.filter { $0.rendering != usual.key }.map { use in
        let reason =
          "\(key.term.text) is \(use.rendering) here, \(usual.key) in \(usual.value) other rows"
        return (use.place, Finding(.inconsistentTerm, .target, use.range, reason))
      }
    }.sorted { ($0.0, $0.1.reason) < ($1.0, $1.1.reason) }
  }
}
