internal import Bitext

/// Writes one kind of exchange file. A writer knows words and not files: what it writes goes to an
/// output of one or more parts, each of which becomes a file.
protocol UnitWriter {
  /// What the format has a place for; of the rest the receipt tells.
  static var carries: Set<Aspect> { get }
  /// What may leave together.
  static var scope: WritingScope { get }
  /// The files that are written for a path, one a part of the output.
  static func paths(for path: String, _ first: Unit) -> [String]

  init(_ options: WritingOptions)
  /// Everything before the first unit.
  mutating func open(_ first: Unit, to output: inout UnitOutput)
  /// One unit.
  mutating func add(_ unit: Unit, to output: inout UnitOutput)
  /// Everything after the last unit.
  mutating func close(_ output: inout UnitOutput)
}

extension UnitWriter {
  static var scope: WritingScope { .languagePair }
  static func paths(for path: String, _ first: Unit) -> [String] { [path] }
  mutating func open(_ first: Unit, to output: inout UnitOutput) {}
  mutating func close(_ output: inout UnitOutput) {}
}

/// What may leave in one file.
enum WritingScope {
  /// Any units: the file states the languages of each.
  case any
  /// Units from one language into another.
  case languagePair
  /// One whole text with its translation, nulls included, since the file counts its segments.
  case wholeText
}

/// What a writer may need to know besides the units.
public struct WritingOptions: Hashable, Sendable {
  /// The version of this program.
  public var toolVersion: String
  /// Now, in seconds since 1970 UTC.
  public var date: Int
  /// Whether a text file begins with a byte-order mark, as Excel wants it.
  public var byteOrderMark: Bool

  /// By default without a byte-order mark.
  public init(toolVersion: String, date: Int, byteOrderMark: Bool = false) {
    self.toolVersion = toolVersion
    self.date = date
    self.byteOrderMark = byteOrderMark
  }
}

/// What a writer has written and nobody has taken away yet.
struct UnitOutput {
  /// The bytes of each part.
  var parts: [[UInt8]] = []
  /// The texts so far, as a reader of the format will find them.
  var fingerprint = Fingerprint()
  /// Characters left out because XML forbids them.
  var illegalCharacters = 0
  /// How many units could not be written with this aspect of theirs, though the format has it.
  var lost: [Aspect: Int] = [:]

  mutating func write(_ text: String, part: Int = 0) {
    parts[part].append(contentsOf: text.utf8)
  }

  mutating func write(line text: String, part: Int = 0) {
    parts[part].append(contentsOf: text.utf8)
    parts[part].append(0x0A)
  }

  /// Notes what a reader will find of a unit.
  mutating func expect(_ source: String, _ target: String) {
    fingerprint.add(source)
    fingerprint.add(target)
  }
}
