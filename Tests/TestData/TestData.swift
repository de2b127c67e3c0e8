// What tests read that does not stand in the repository. A test that needs it says so with
// `@Test(.needs(.gold))`: without it the test is skipped, and `scripts/test` counts the skips; when
// `BITEXT_REQUIRE_DATA` is set the test runs and fails instead.
internal import Foundation
public import Testing

/// A folder from outside, by the environment variable that names it.
public enum TestData: String, Sendable {
  /// Texts with their gold alignments.
  case gold = "BITEXT_GOLD"
  /// Files of other programs, and TMX's own DTD.
  case samples = "BITEXT_SAMPLES"
  /// A Python environment with the TMX readers of `scripts/readers.txt`.
  case readers = "BITEXT_READERS"

  /// The embedded encoder, where `scripts/build` installs it.
  public static var encoder: String? {
    environment["BITEXT_DATA"].map { "\($0)/use-multilingual-3.encoder" }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// Debian's Chromium, or the browser that `BITEXT_CHROMIUM` names.
  public static var chromium: String? {
    let paths = [environment["BITEXT_CHROMIUM"], "/usr/bin/chromium"].compactMap(\.self)
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path of a file in the folder. Throws when the variable is not set.
  public func path(_ name: String) throws -> String {
    guard let folder = Self.environment[rawValue] else { throw Missing(variable: rawValue) }
    return "\(folder)/\(name)"
  }

  /// The path of a file of this repository: `corpora/press-conference/zh.txt`.
  public static func repository(_ name: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.appending(path: name).path
  }

  /// Whether a program can be run; taken for granted when data is required.
  fileprivate static func hasProgram(_ name: String) -> Bool {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return isRequired
      || folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  fileprivate var isSetOrRequired: Bool {
    Self.environment[rawValue] != nil || Self.isRequired
  }

  fileprivate static var isRequired: Bool { environment["BITEXT_REQUIRE_DATA"] != nil }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The error of a test whose data is required and not there.
  public struct Missing: Error, CustomStringConvertible {
    let variable: String
    public var description: String { "\(variable) is not set" }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, saying why, when this data is not at hand.
  public static func needs(_ data: TestData) -> Self {
    .enabled(if: data.isSetOrRequired, "\(data.rawValue) is not set")
  }

  /// Skips the test where there is no Chromium.
  public static var needsChromium: Self {
    .enabled(if: TestData.chromium != nil || TestData.isRequired, "there is no Chromium")
  }

  /// Skips the test where the embedded encoder is not installed.
  public static var needsEncoder: Self {
    .enabled(
      if: TestData.encoder != nil || TestData.isRequired,
      "$BITEXT_DATA has no use-multilingual-3.encoder")
  }

  /// Skips the test where LibreOffice is not installed.
  public static var needsOffice: Self {
    .enabled(if: TestData.hasProgram("soffice"), "there is no soffice in $PATH")
  }
}
