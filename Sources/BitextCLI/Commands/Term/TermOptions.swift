public import ArgumentParser
public import Bitext
internal import Workbench

extension TermStatus: ExpressibleByArgument {}

/// The options that say what is known of a term and its concept.
struct TermOptions: ParsableArguments {
  @Option(help: "How the term may be used.") var status: TermStatus?
  @Option(help: "Its part of speech: n, np, vp, name.") var pos: String?
  @Option(help: "A remark on the term.") var note: String?
  @Option(help: "Where the term comes from.") var origin: String?
  @Option(help: "The level of language it belongs to: formal, colloquial.") var register: String?
  @Option(help: "Where it is in use: Taiwan, CA.") var region: String?
  @Option(help: "What kind of wording it is: fullForm, acronym, abbreviation, shortForm, variant.")
  var type: String?
  @Option(help: "The field the concept belongs to.") var domain: String?
  @Option(help: "What the concept means.") var definition: String?
  @Option(help: "Where the definition comes from.") var definitionOrigin: String?
  @Option(help: "The client it is for.") var client: String?
  @Option(help: "A remark on the concept.") var conceptNote: String?

  var fields: TermFields {
    var fields = TermFields(
      status: status, partOfSpeech: pos, note: note, domain: domain, definition: definition)
    fields.source = origin
    fields.register = register
    fields.region = region
    fields.type = type
    fields.definitionSource = definitionOrigin
    fields.client = client
    fields.conceptNote = conceptNote
    return fields
  }
}

extension Concept {
  /// A line of the concept, what it means and what to mind, then a line for each term.
  var words: String {
    let head = [id, domain, client.map { "for \($0)" }].compactMap(\.self).joined(separator: " · ")
    let meanings = definitions.map { text, language, source in
      "  " + (language.map { "\($0): " } ?? "") + text + (source.map { " (\($0))" } ?? "")
    }
    let remarks = note.map { ["  " + $0] } ?? []
    let tags = terms.map(\.language.tag.columns).max() ?? 0
    let texts = terms.map(\.text.columns).max() ?? 0
    let lines = terms.map { term in
      "  " + term.language.tag.padded(to: tags) + "  " + term.text.padded(to: texts) + "  "
        + term.remarks
    }
    return
      ([head.harmless.inColour(.bold)]
      + (meanings + remarks).flatMap { $0.harmless.wrapped(to: Terminal.width) }
      + lines.map(\.harmless))
      .joined(separator: "\n")
  }
}

extension Term {
  /// What is known of it, in a line.
  fileprivate var remarks: String {
    [status.rawValue, partOfSpeech, domain, register, region, type, note, source.map { "(\($0))" }]
      .compactMap(\.self).joined(separator: " · ")
  }
}
