/// What an export wrote, what it left out and why.
public struct Receipt: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The file, as the user named it; `-` for standard output.
  public var path: String
  /// Units written.
  public var units = 0
  /// Rows left out, by reason; reasons that did not occur are absent.
  public var leftOut: [LeftOut: Int] = [:]
  /// Units written that no person has seen: unreviewed, or accepted at a stated risk.
  public var unseen = 0
  /// Characters left out because XML forbids them.
  public var illegalCharacters = 0
  /// How many units had something that the format has no place for, by what it is.
  public var lost: [Aspect: Int] = [:]
  /// The file's size.
  public var bytes = 0
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var sha256 = ""
  /// Whether the file was read again and held what was written. A stream cannot be.
  public var isReadBack = false

  init(path: String) { self.path = path }

  /// Three lines or four, for a person.
  public var description: String {
    var lines = [
      "wrote \(units) units to \(path == "-" ? "standard output" : path)"
        + (isReadBack ? ", read back and compared" : ", not read back"),
      "left out \(leftOutWords)",
      "seen by no person: \(unseen) of \(units)",
    ]
    if illegalCharacters > 0 {
      lines.append("characters dropped because XML forbids them: \(illegalCharacters)")
    }
    if !lost.isEmpty { lines.append("no place in this format for: \(lostWords)") }
    return (lines + ["\(bytes) bytes, sha256 \(sha256)"]).joined(separator: "\n")
  }

  /// `comments (3 units), inline codes (1 unit)`.
  private var lostWords: String {
    Aspect.allCases.compactMap { aspect in
      lost[aspect].map { "\(aspect.words) (\($0) unit\($0 == 1 ? "" : "s"))" }
    }.joined(separator: ", ")
  }

  /// `4: 3 without a counterpart, 1 rejected`, or `none`.
  var leftOutWords: String {
    let reasons = LeftOut.allCases.compactMap { reason in
      leftOut[reason].map { "\($0) \(reason.words)" }
    }
    guard !reasons.isEmpty else { return "none" }
    return "\(leftOut.values.reduce(0, +)): \(reasons.joined(separator: ", "))"
  }
}
