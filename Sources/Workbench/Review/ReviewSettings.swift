internal import Bitext
internal import Foundation
public import Review

/// How a person likes to review: keys and habits, from a file of lines.
///
///     preset = intertext
///     key ctrl-n = next-doubtful
///     key x = nothing
///     lock-source = no
public struct ReviewSettings: Hashable, Sendable {
  /// Which key asks for what.
  public var keys = KeyMap()
  /// In which order doubtful rows come at first.
  public var order = DoubtQueue.Order.document
  /// Whether the source's segments stay as they are.
  public var locksSource = true
  /// Whether new borders are followed by an offer to realign the rows around.
  public var realignsAfterEdit = false
  /// What accepting the rest begins with: rows of this confidence and more.
  public var acceptAbove = DoubtQueue().threshold
  /// Whether the terminal shows characters of ambiguous width two columns wide.
  public var hasWideAmbiguous = false

  /// The settings that nobody changed.
  public init() {}

  /// Reads a file.
  /// - Parameter mustExist: whether a missing file is a fault; else it says nothing.
  /// - Throws: `WorkbenchError` with the line.
  public init(file: String, mustExist: Bool) throws(WorkbenchError) {
    let data = FileManager.default.contents(atPath: file)
    if data == nil, mustExist { throw .noSettings(file) }
    try self.init(String(decoding: data ?? Data(), as: UTF8.self), from: file)
  }

  /// Reads lines; `file` is where they stand.
  init(_ text: String, from file: String) throws(WorkbenchError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0 + 1, line: $1.trimmingCharacters(in: .whitespaces)) }
      .filter { !$0.line.isEmpty && !$0.line.hasPrefix("#") }
    // The preset first, wherever it stands: keys change it.
    for presetsTurn in [true, false] {
      for (number, line) in lines where line.hasPrefix("preset") == presetsTurn {
        guard let fault = set(line) else { continue }
        throw .badSetting("\(file):\(number)", line, fault)
      }
    }
  }

  /// Where a person's settings are: `$XDG_CONFIG_HOME/bitext/review.conf`, else
  /// `~/.config/bitext/review.conf`.
  public static func path(environment: [String: String]) -> String {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let folder = value("XDG_CONFIG_HOME") ?? (value("HOME") ?? NSHomeDirectory()) + "/.config"
    return "\(folder)/bitext/review.conf"
  }

  /// Takes one line in; gives what may stand there when it says nothing.
  private mutating func set(_ line: String) -> String? {
    // The last `=` parts name and value, so that `key = = undo` gives the key `=`.
    guard let equals = line.lastIndex(of: "=") else { return "write NAME = VALUE" }
    let name = line[..<equals].trimmingCharacters(in: .whitespaces)
    let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
    if name.hasPrefix("key ") {
      return bind(name.dropFirst(4).trimmingCharacters(in: .whitespaces), value)
    }
    switch name {
    case "preset":
      guard let preset = KeyMap.Preset(rawValue: value) else {
        return "write one of: \(Self.list(KeyMap.Preset.allCases.map(\.rawValue)))"
      }
      keys = KeyMap(preset)
    case "order":
      guard let order = DoubtQueue.Order(rawValue: value) else {
        return "write one of: \(Self.list(DoubtQueue.Order.allCases.map(\.rawValue)))"
      }
      self.order = order
    case "accept-above":
      guard let threshold = Double(value), (0...1).contains(threshold) else {
        return "write a probability, as 0.95"
      }
      acceptAbove = threshold
    case "ambiguous-width":
      guard ["1", "2"].contains(value) else { return "write 1 or 2" }
      hasWideAmbiguous = value == "2"
    case "lock-source": return Self.flag(value, &locksSource)
    case "realign-after-edit": return Self.flag(value, &realignsAfterEdit)
    default: return "the settings are: \(Self.list(Self.names))"
    }
    return nil
  }

  private static let names = [
    "preset", "key KEY", "order", "lock-source", "realign-after-edit", "accept-above",
    "ambiguous-width",
  ]

  private mutating func bind(_ name: String, _ value: String) -> String? {
    guard let key = Key(named: name) else {
      return "write a character or a name as enter, space, ctrl-r, alt-up; "
        + "ctrl-c, ctrl-z, ctrl-i, ctrl-j and ctrl-m are the terminal's"
    }
    guard value != "nothing" else {
      keys.bind(key, to: nil)
      return nil
    }
    guard let command = KeyCommand(rawValue: value) else {
      return "write nothing, or one of: \(Self.list(KeyCommand.allCases.map(\.rawValue)))"
    }
    keys.bind(key, to: command)
    return nil
  }

  private static func flag(_ value: String, _ flag: inout Bool) -> String? {
    guard ["yes", "no"].contains(value) else { return "write yes or no" }
    flag = value == "yes"
    return nil
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension WorkbenchError {
  fileprivate static func noSettings(_ file: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: file, problem: "the file cannot be read",
      fix: "name a file of settings; docs/review.md shows one")
  }

  fileprivate static func badSetting(_ place: String, _ line: String, _ fix: String)
    -> WorkbenchError
  {
    WorkbenchError(
      kind: .badInput, place: place, problem: "'\(line)' sets nothing", fix: fix)
  }
}
