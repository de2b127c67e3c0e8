internal import ArgumentParser
internal import Foundation
internal import Workbench

/// Rules as they are named on the command line: `number,date`, or `all`.
struct RuleList: ExpressibleByArgument {
  let rules: [CheckRule]

  init?(argument: String) {
    guard argument != "all" else {
      rules = []
      return
    }
    let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let known = names.compactMap { CheckRule(rawValue: $0) }
    guard known.count == names.count, !known.isEmpty else { return nil }
    rules = known
  }

  static var allValueStrings: [String] { CheckRule.allCases.map(\.rawValue) }
}

extension CheckSettings {
  /// The settings of a file, or those that the environment names.
  static func current(_ file: String?) throws -> CheckSettings {
    let path = Self.path(environment: ProcessInfo.processInfo.environment)
    return try CheckSettings(file: file ?? path, mustExist: file != nil)
  }
}
