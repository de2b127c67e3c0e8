internal import Bitext

/// Which units may leave, by their status. Nulls, rejected rows and non-text never do.
public enum StatusFilter: String, Sendable, Codable, CaseIterable {
  /// Only what a person has confirmed or corrected.
  case confirmed
  /// That, and what was taken unseen.
  case accepted
  /// That, and what the aligner left.
  case all

  /// Why a row of this status stays; `nil` when it may leave.
  func reasonToKeep(_ status: Status) -> LeftOut? {
    switch status {
    case .rejected: .rejected
    case .nonText: .nonText
    case .omitted, .added: .null
    case .confirmed, .edited: nil
    case .accepted: self == .confirmed ? .status : nil
    case .unreviewed: self == .all ? nil : .status
    }
  }
}

/// Why a row was left out of an export.
public enum LeftOut: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  /// It has no counterpart on the other side.
  case null
  /// A person says it is no pair to keep.
  case rejected
  /// It is not text to translate.
  case nonText = "non-text"
  /// Its status is not among those asked for.
  case status
  /// One of its sides holds nothing that can be written.
  case emptySide = "empty-side"
  /// It was last changed before the time asked for.
  case older
  /// It is another client's.
  case otherClient = "other-client"
  /// Nobody has decided, and it is less probable than asked for.
  case unsure
  /// It is not in the languages asked for.
  case otherLanguages = "other-languages"
  /// It is longer than the importer takes.
  case tooLong = "too-long"
  /// Another translation of its source text leaves, and the importer takes one.
  case otherTarget = "other-target"

  /// The reason in a few words, to stand after a number: `3 rejected`.
  public var words: String {
    switch self {
    case .null: "without a counterpart"
    case .rejected: "rejected"
    case .nonText: "not text to translate"
    case .status: "not of the status asked for"
    case .emptySide: "with an empty side"
    case .older: "changed before the time asked for"
    case .otherClient: "of other clients"
    case .unsure: "less probable than asked for"
    case .otherLanguages: "not in the languages asked for"
    case .tooLong: "longer than the importer takes"
    case .otherTarget: "of a source text that leaves with another translation"
    }
  }
}
