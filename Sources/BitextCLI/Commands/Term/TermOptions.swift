public import ArgumentParser
public import Bitext
internal import Workbench

extension TermStatus: ExpressibleByArgument {}

/// The options that say what is known of a term and its concept.
struct TermOptions: ParsableArguments {
  @Option(help: "How the term may be used.") var status: TermStatus?
  @Option(help: "Its part of speech: n, np, vp, name.") var pos: String?
  @Option(help: "A remark on the term.") var note: String?
  @Option(help: "The field the concept belongs to.") var domain: String?
  @Option(help: "What the concept means.") var definition: String?

  var fields: TermFields {
    TermFields(
      status: status, partOfSpeech: pos, note: note, domain: domain, definition: definition)
  }
}

extension Concept {
  /// A line of the concept, then one for each term.
  var words: String {
    let head = [id, domain, definition].compactMap(\.self).joined(separator: " · ")
    let tags = terms.map(\.language.tag.columns).max() ?? 0
    let texts = terms.map(\.text.columns).max() ?? 0
    let lines = terms.map { term in
      let facts = [term.status.rawValue, term.partOfSpeech, term.note].compactMap(\.self)
      return "  " + term.language.tag.padded(to: tags) + "  " + term.text.padded(to: texts) + "  "
        + facts.joined(separator: " · ")
    }
    return ([head.harmless.inColour(.bold)] + lines.map(\.harmless)).joined(separator: "\n")
  }
}
