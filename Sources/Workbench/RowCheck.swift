internal import Bitext
internal import Terminology

/// What the glossary has against rows. A speaker's name is asked for where both sides are labels, and
/// nowhere else: in running text a reporter may be called anything.
struct RowCheck {
  private let terms: TermCheck
  private let speakers: TermCheck?

  init(_ glossary: Glossary, _ source: Language, _ target: Language) {
    let names = glossary.filter(\.isSpeaker)
    let others = names.concepts.isEmpty ? glossary : glossary.filter { !$0.isSpeaker }
    terms = TermCheck(others, source: source, target: target)
    speakers =
      names.concepts.isEmpty ? nil : TermCheck(names, source: source, target: target)
  }

  /// Reasons to look at a row. A null has nothing to check.
  func doubts(_ row: Row, in pair: DocumentPair) -> [Doubt] {
    if pair.shape(row).isNull { return [] }
    let checks = [terms] + (pair.labels(row) == nil ? [] : [speakers].compactMap(\.self))
    let (source, target) = (pair.text(row, .source), pair.text(row, .target))
    return checks.flatMap { $0.findings(source: source, target: target).map(\.doubt) }
  }
}
