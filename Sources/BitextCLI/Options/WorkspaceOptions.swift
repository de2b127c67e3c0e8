/// Options of every command that opens a workspace.
internal import ArgumentParser
internal import Foundation
internal import Workbench

struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: .init(
      "The workspace; else $BITEXT_WORKSPACE, else ./bitext.db.", valueName: "file"),
    completion: .file())
  var workspace: String?

  @Option(
    help: .init("Who does it, for the log; else $BITEXT_AUTHOR, else $USER.", valueName: "name"))
  var author: String?

  /// Opens the workspace there is.
  func open() throws -> Bench { try open(.existing) }

  /// Opens the workspace, or makes a new one.
  func openOrCreate() throws -> Bench { try open(.createIfMissing) }

  private func open(_ mode: Bench.Mode) throws -> Bench {
    let environment = ProcessInfo.processInfo.environment
    return try Bench(
      workspace: Self.first(workspace, environment["BITEXT_WORKSPACE"]) ?? "bitext.db", mode,
      author: Self.first(author, environment["BITEXT_AUTHOR"], environment["USER"])
        ?? NSUserName(),
      clock: Clock.current)
  }

  private static func first(_ candidates: String?...) -> String? {
    candidates.compactMap(\.self).first { !$0.isEmpty }
  }
}

struct JSONOption: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
}

/// What time it is. `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands still, so that a session
/// can be repeated byte for byte.
enum Clock {
  static let current: @Sendable () -> Date = {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    return epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
  }
}

extension DataFolder {
  /// The folder that the environment names.
  static var current: DataFolder { DataFolder(environment: ProcessInfo.processInfo.environment) }
}
