public import Exchange
public import Foundation

/// A file of an exchange format and the rules of that format; no workspace is needed.
public enum ExchangeFile {
  /// The rules that a validation knows, of all formats.
  public static var rules: [Rule] { Validator.rules }

  /// The names of the importers whose behaviour is known.
  public static var profiles: [String] { TMXProfile.all.map(\.name) }

  /// Seconds since 1970 UTC of a date such as `2026-01-31` or `20260131T120000Z`.
  public static func time(_ text: String) -> Int? { TMXDate.lenient(text) }

  /// What a file breaks of its format's rules.
  /// - Parameter profile: the importer whose own rules count too.
  /// - Throws: `ExchangeError` when the file cannot be read or is in no format known.
  public static func validate(
    _ path: String, profile: ExchangeProfile? = nil
  ) throws(ExchangeError) -> ValidationReport {
    try Validator.validate(path, profile: profile)
  }

  /// Writes a file anew with all put right that can be.
  /// - Throws: `ExchangeError`, after which whatever stood at `output` stands there still.
  public static func repair(
    _ path: String, to output: String, version: String, now: Date
  ) throws(ExchangeError) -> RepairReceipt {
    try TMXRepair.write(
      path, to: output, toolVersion: version, date: Int(now.timeIntervalSince1970))
  }
}

/// What a validation found.
public typealias ValidationReport = Exchange.ValidationReport

/// How a translation tool wants its files.
public typealias ExchangeProfile = TMXProfile
