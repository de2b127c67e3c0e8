/// The options that say which units are meant.
internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct UnitConditionOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: .init("In this document pair or memory; more than once for several.", valueName: "name"))
  var documents: [String] = []
  @Option(help: .init("With this status; more than once for several.", valueName: "status"))
  var status: [Status] = []
  @Option(help: .init("Said by this person, or part of the name.", valueName: "name"))
  var speaker: String?
  @Option(
    name: .customLong("by"), help: .init("Last changed by this person.", valueName: "name"))
  var author: String?
  @Option(help: .init("Translated for this client.", valueName: "name")) var client: String?
  @Option(help: .init("Changed on this day or later, in UTC: 2023-03-16.", valueName: "day"))
  var since: Day?
  @Option(help: .init("Changed on this day or earlier.", valueName: "day")) var until: Day?
  @Option(help: .init("Only in texts of this language: en.", valueName: "language"))
  var lang: Language?

  var condition: UnitCondition {
    var condition = UnitCondition()
    (condition.documents, condition.statuses) = (documents, Set(status))
    (condition.speaker, condition.author, condition.client) = (speaker, author, client)
    (condition.since, condition.until) = (since?.start, until.map { $0.start + 86_400 })
    condition.language = lang
    return condition
  }
}

/// A day as ISO 8601 writes it, in UTC.
struct Day: ExpressibleByArgument {
  /// When it begins, in seconds since 1970.
  let start: Int

  init?(argument: String) {
    guard let date = try? Date(argument, strategy: .iso8601.year().month().day()) else {
      return nil
    }
    start = Int(date.timeIntervalSince1970)
  }
}
