internal import Bitext

/// What an export wrote, what it left out and why.
public struct Receipt: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The file, as the user named it; `-` for standard output.
  public var path: String
  /// Units written.
  public var units = 0
  /// Rows left out, by reason; reasons that did not occur are absent.
  public var leftOut: [LeftOut: Int] = [:]
  /// Each of them, if it was asked for.
  public var skipped: [Skipped]?
  /// Units written that no person has seen: unreviewed, or accepted at a stated risk.
  public var unseen = 0
  /// Characters left out because XML forbids them.
  public var illegalCharacters = 0
  /// How many units had something that the format has no place for, by what it is.
  public var lost: [Aspect: Int] = [:]
  /// Texts written without the codes they came with, since the text is another now.
  public var lostCodes = 0
  /// Units written without their identifier, which a unit of another document pair or memory has.
  public var lostIDs = 0
  /// The file's size; of several files together.
  public var bytes = 0
  /// SHA-256 of the file, 64 lower-case hexadecimal digits; empty for several files.
  public var sha256 = ""
  /// Whether the file was read again and held what was written. A stream cannot be.
  public var isReadBack = false
  /// The files, if there are several.
  public var files: [File]?

  /// A unit that was left out.
  public struct Skipped: Hashable, Sendable, Codable {
    /// The document pair or memory it belongs to.
    public var document: String
    /// Its identifier.
    public var id: String
    /// Why it was left out.
    public var reason: LeftOut
    /// The beginning of its source text, or of its target if it has no source.
    public var text: String
  }

  /// One of several files.
  public struct File: Hashable, Sendable, Codable {
    /// Where it is.
    public var path: String
    /// Units in it.
    public var units: Int
    /// Its size.
    public var bytes: Int
    /// SHA-256 of it, 64 lower-case hexadecimal digits.
    public var sha256: String
  }

  init(path: String) { self.path = path }

  mutating func leaveOut(_ unit: Unit, _ reason: LeftOut, isListed: Bool) {
    leftOut[reason, default: 0] += 1
    guard isListed else { return }
    let text = unit.source.isEmpty ? unit.target : unit.source
    skipped = skipped ?? []
    skipped!.append(
      Skipped(
        document: unit.document, id: unit.id, reason: reason, text: String(text.prefix(60))))
  }

  mutating func count(_ written: WritableUnit) {
    units += 1
    illegalCharacters += written.texts.illegalCharacters
    lostCodes += written.texts.lostCodes
    if !written.unit.status.isLocked { unseen += 1 }
  }

  mutating func finish(_ parts: [TMXPart]) {
    for part in parts {
      bytes += part.bytes
      illegalCharacters += part.illegalCharacters
    }
    isReadBack = parts.allSatisfy(\.isReadBack)
    sha256 = parts.count == 1 ? parts[0].sha256 : ""
    guard parts.count > 1 else { return }
    files = parts.map {
      File(path: $0.path, units: $0.units, bytes: $0.bytes, sha256: $0.sha256)
    }
  }

  /// Three lines or more, for a person.
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
    if lostCodes > 0 { lines.append("texts without their codes, being changed: \(lostCodes)") }
    if lostIDs > 0 { lines.append("without an identifier, which others have: \(lostIDs) units") }
    for file in files ?? [] {
      lines.append("\(file.path): \(file.units) units, \(file.bytes) bytes, sha256 \(file.sha256)")
    }
    return (lines + (files == nil ? ["\(bytes) bytes, sha256 \(sha256)"] : []))
      .joined(separator: "\n")
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
