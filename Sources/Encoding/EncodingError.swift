public import Bitext

/// Vectors that cannot be had: an encoder's file, a server or a file of vectors is at fault.
public struct EncodingError: Fault, Hashable {
  public let kind: FaultKind
  public let place: String
  public let problem: String
  public let fix: String

  init(_ place: String, _ problem: String, fix: String, kind: FaultKind = .badInput) {
    (self.kind, self.place, self.problem, self.fix) = (kind, place, problem, fix)
  }

  /// The embedded encoder's file is not what it should be.
  static func damaged(_ path: String, _ problem: String) -> EncodingError {
    EncodingError(path, problem, fix: "install it again: bitext encoder install")
  }

  /// A row of its table is not what it was.
  static func damagedRow(_ path: String, _ row: Int) -> EncodingError {
    damaged(path, "the encoder is damaged in row \(row) of its table")
  }
}
