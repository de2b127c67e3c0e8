public import Bitext

/// A term as a command names it: `zh=互联网法院`.
public struct TermText: Hashable, Sendable {
  /// The language it belongs to.
  public let language: Language
  /// The term as written.
  public let text: String

  init(language: Language, text: String) {
    self.language = language
    self.text = text
  }

  /// Reads `zh=互联网法院`.
  /// - Throws: `WorkbenchError` when it is not of this form.
  public init(_ argument: String) throws(WorkbenchError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let language = Language(parts[0]),
      let text = parts[1].trimmingPrefix(while: \.isWhitespace).lastIndex(where: {
        !$0.isWhitespace
      })
      .map({ String(parts[1][...$0].trimmingPrefix(while: \.isWhitespace)) })
    else { throw .badTerm(argument) }
    self.language = language
    self.text = text
  }
}

/// What is to be said of a term or its concept; `nil` says nothing, an empty text takes away.
public struct TermFields: Hashable, Sendable {
  /// How the term may be used.
  public var status: TermStatus?
  /// Its part of speech.
  public var partOfSpeech: String?
  /// A remark on the term.
  public var note: String?
  /// Where the term comes from.
  public var source: String?
  /// The level of language it belongs to.
  public var register: String?
  /// Where it is in use.
  public var region: String?
  /// What kind of wording it is.
  public var type: String?
  /// The field the concept belongs to.
  public var domain: String?
  /// What the concept means.
  public var definition: String?
  /// Where the definition comes from.
  public var definitionSource: String?
  /// The customer it is for.
  public var client: String?
  /// A remark on the concept.
  public var conceptNote: String?

  /// The fields given.
  public init(
    status: TermStatus? = nil, partOfSpeech: String? = nil, note: String? = nil,
    domain: String? = nil, definition: String? = nil
  ) {
    self.status = status
    self.partOfSpeech = partOfSpeech
    self.note = note
    self.domain = domain
    self.definition = definition
  }

  var saysNothingOfTerm: Bool {
    status == nil && [partOfSpeech, note, source, register, region, type].allSatisfy { $0 == nil }
  }
}

extension WorkbenchError {
  static func badTerm(_ argument: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "'\(argument)'", problem: "not a language tag, = and a term",
      fix: "write it as zh=互联网法院 or en=\"internet court\"")
  }
}
