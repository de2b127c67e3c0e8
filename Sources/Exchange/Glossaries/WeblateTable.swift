internal import Bitext

/// A glossary as Weblate takes CSV: source, target and a comment for translators. Of two rows with one
/// source the second would overwrite the first there, so each source term has one row, with the rendering to
/// use; the comment has the others.
enum WeblateTable {
  static func table(
    of concepts: [Concept], from source: Language, into target: Language
  ) -> TextTable {
    TextTable(
      [.init("source", width: 32), .init("target", width: 32), .init("translator_comments")],
      rows: concepts.flatMap { concept in
        let pairs = concept.pairs(source, target).filter { $0.source.status <= .admitted }
        return Dictionary(grouping: pairs.enumerated(), by: \.element.source)
          .values.map { $0.map(\.offset) }.sorted { $0[0] < $1[0] }
          .compactMap { row($0.map { pairs[$0] }, of: concept) }
      })
  }

  /// The row of a source term; `nil` where nothing that may be used renders it.
  private static func row(_ pairs: [TermPair], of concept: Concept) -> [String]? {
    let usable = pairs.filter { $0.target.status <= .admitted }
    guard let best = usable.first(where: { $0.target.status == .preferred }) ?? usable.first else {
      return nil
    }
    let also = usable.filter { $0 != best }.map { "also \($0.target.text)" }
    let comment = OmegaTGlossary.comment(
      on: best, of: concept, [best] + pairs.filter { $0 != best })
    return [
      best.source.text, best.target.text,
      ([comment] + also).filter { !$0.isEmpty }.joined(separator: "; "),
    ]
  }
}
