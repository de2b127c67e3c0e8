/// What was read of a file of units, what was not taken and why.
public struct ImportAccount: Hashable, Sendable, Codable {
  /// The file, as the user named it; `-` for standard input.
  public var path: String
  /// The encoding it is in.
  public var encoding: String
  /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
  public var sha256 = ""
  /// How many entries it has: in TMX `tu`.
  public var entries = 0
  /// How many bilingual units they make.
  public var units = 0
  /// What was not taken, by reason; reasons that did not occur are absent.
  public private(set) var notTaken: [NotTaken: Int] = [:]
  /// The lines of the first of each reason.
  public private(set) var lines: [NotTaken: [Int]] = [:]
  /// What was put right, or is worth knowing.
  public var notes = ReadingNotes()
  /// Where the file is broken, if only what stands before was taken.
  public var broken: Break?

  /// A place from which a file cannot be read on.
  public struct Break: Hashable, Sendable, Codable {
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong there.
    public var reason: String
  }

  /// Nothing read yet.
  public init(path: String, encoding: String = "UTF-8") {
    self.path = path
    self.encoding = encoding
  }

  mutating func leaveOut(_ reason: NotTaken, line: Int) {
    notTaken[reason, default: 0] += 1
    if lines[reason, default: []].count < 100 { lines[reason, default: []].append(line) }
  }

  /// Counts units that the workspace has already.
  public mutating func leaveOut(_ reason: NotTaken, count: Int) {
    guard count > 0 else { return }
    notTaken[reason, default: 0] += count
    units -= count
  }

  /// `3 with an empty side (lines 4, 7, 9), 1 in one language only (line 12)`; `nil` if all was taken.
  public var notTakenWords: String? {
    let reasons = NotTaken.allCases.compactMap { reason in
      notTaken[reason].map { count in
        let first = (lines[reason] ?? []).prefix(3).map(String.init)
        let more = first.isEmpty || first.count == count ? "" : " …"
        let places = first.isEmpty ? "" : " (line \(first.joined(separator: ", "))\(more))"
        return "\(count) \(reason.words)\(places)"
      }
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: ", ")
  }
}
