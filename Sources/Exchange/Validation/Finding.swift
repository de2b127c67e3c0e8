/// What a file breaks of its format's rules, at one place.
public struct Finding: Hashable, Sendable, Codable {
  /// The line, counted from 1.
  public var line: Int
  /// The rule's name, as `bitext validate --list-rules` lists it.
  public var rule: String
  /// What is wrong there, in words.
  public var reason: String
  /// Whether `bitext validate --fix` puts it right.
  public var isFixable: Bool
}

/// A rule of a format.
public struct Rule: Hashable, Sendable, Codable {
  /// Its name: `date`.
  public var id: String
  /// The format it belongs to: `TMX`.
  public var format: String
  /// What it asks for.
  public var words: String
  /// Whether `bitext validate --fix` puts right what breaks it.
  public var isFixable: Bool
}

/// The findings of a file: each is counted, and the first of each rule are kept.
final class FindingList {
  private(set) var kept: [Finding] = []
  private(set) var counts: [String: Int] = [:]
  private let most: Int

  /// - Parameter most: how many findings of a rule are kept.
  init(keeping most: Int) { self.most = most }

  func add(_ rule: String, line: Int, _ reason: String, isFixable: Bool) {
    counts[rule, default: 0] += 1
    guard counts[rule]! <= most else { return }
    kept.append(Finding(line: line, rule: rule, reason: reason, isFixable: isFixable))
  }
}

/// What a validation found.
public struct ValidationReport: Hashable, Sendable, Codable {
  /// The file, as the user named it.
  public var path: String
  /// The format it is in: `TMX 1.4`.
  public var format: String
  /// The encoding it is in.
  public var encoding: String
  /// How many units, entries or rules it has.
  public var items: Int
  /// What breaks a rule, in the order of the file; of each rule the first ones.
  public var findings: [Finding]
  /// How many findings there are, by rule.
  public var counts: [String: Int]

  /// How many findings there are.
  public var total: Int { counts.values.reduce(0, +) }
}
