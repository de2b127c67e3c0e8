internal import Bitext

/// Something that a unit may have besides its two texts, and that a format may have no place for.
public enum Aspect: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  case id, status, confidence, shape, document, facts, kind, time, speaker, paragraph, author
  case dates, comment
  /// The codes inside the texts.
  case codes
  /// Notes, properties and attributes of the file it came from.
  case remarks
  /// Line breaks and tabs inside the texts.
  case lines

  /// What it is, to stand in a list.
  public var words: String {
    switch self {
    case .id: "identifiers"
    case .status: "statuses"
    case .confidence: "probabilities"
    case .shape: "segment borders"
    case .document: "document names"
    case .facts: "client, domain, date and note"
    case .kind: "kinds of paragraph"
    case .time: "times"
    case .speaker: "speakers"
    case .paragraph: "paragraph numbers"
    case .author: "authors"
    case .dates: "dates"
    case .comment: "comments"
    case .codes: "inline codes"
    case .remarks: "notes, properties and attributes of the original file"
    case .lines: "line breaks and tabs inside texts"
    }
  }
}

extension Unit {
  /// Whether there is anything to lose.
  func has(_ aspect: Aspect) -> Bool {
    switch aspect {
    case .id: !id.isEmpty
    case .document: true
    case .dates: created != nil || changed != nil
    case .status: status != .unreviewed
    case .confidence: confidence != nil
    case .shape: shape.flatMap { Shape($0) }.map { max($0.source, $0.target) > 1 } ?? false
    case .facts: facts != PairFacts()
    case .kind: kind != .text
    case .time: time != nil
    case .speaker: speaker != nil || targetSpeaker != nil
    case .paragraph: paragraph != nil
    case .author: author != nil
    case .comment: comment != nil
    case .codes: carried?.source.markup != nil || carried?.target.markup != nil
    case .remarks: carried.map { $0.hasRemarks } ?? false
    case .lines: source.hasBreaks || target.hasBreaks
    }
  }
}

extension Carried {
  fileprivate var hasRemarks: Bool {
    [unit, source, target].contains { !$0.attributes.isEmpty || !$0.remarks.isEmpty }
  }
}

extension String {
  /// Whether it has a line break or a tab, which a line of a table has no place for.
  fileprivate var hasBreaks: Bool {
    utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
