internal import Alignment
public import Bitext
internal import Checks
internal import Memory
internal import Terminology

extension Bench {
  /// Checks concepts over the whole workspace: only rows that hold one of their terms are looked at, by the
  /// whole glossary, since a term may stand inside another.
  /// - Parameter ids: the concepts; all when empty.
  /// - Throws: `WorkbenchError` for an unknown concept.
  public func checkTerms(
    _ ids: [Concept.ID], _ settings: CheckSettings, data: DataFolder? = nil
  ) throws -> CheckReport {
    let all = try store.concepts().filter { !$0.isSpeaker }
    for id in ids where !all.contains(where: { $0.id == id }) {
      throw WorkbenchError.unknownConcept(id)
    }
    let wanted = Set(ids.isEmpty ? all.map(\.id) : ids)
    let holders = Glossary(all.filter { wanted.contains($0.id) })
    var checks: [LanguagePair: TermCheck] = [:]
    let dismissed = try store.dismissals()
    var report = CheckReport(findings: [], checked: 0, flagged: 0, dismissed: 0)
    try forEachRow([]) { row in
      let holds = [(row.source, row.sourceLanguage), (row.target, row.targetLanguage)]
        .contains { !holders.matcher(for: $1).matches(in: $0).isEmpty }
      guard holds else { return }
      report.checked += 1
      let pair = LanguagePair(from: row.sourceLanguage, to: row.targetLanguage)
      let check =
        checks[pair]
        ?? TermCheck(
          Glossary(all, data?.lexicon(for: pair.from, pair.to).0), source: pair.from,
          target: pair.to)
      checks[pair] = check
      let entries = check.findings(source: row.source, target: row.target, of: wanted)
        .compactMap { found -> CheckReport.Entry? in
          let finding = Finding(found)
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
      report.findings += entries
    }
    return report
  }
}
