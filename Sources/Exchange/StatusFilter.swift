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

  /// The reason in a few words, to stand after a number: `3 rejected`.
  public var words: String {
    switch self {
    case .null: "without a counterpart"
    case .rejected: "rejected"
    case .nonText: "not text to translate"
    case .status: "not of the status asked for"
    case .emptySide: "with an empty side"
    }
  }
}
