/// Keys and habits of a reviewer: the same for every screen.
internal import ArgumentParser
internal import Foundation
internal import Workbench

struct HabitOptions: ParsableArguments {
  @Flag(help: "The least probable row first; else as they stand in the texts.")
  var worstFirst = false
  @Option(help: .init("The keys: bitext, intertext or omegat.", valueName: "preset"))
  var keys: KeyMap.Preset?
  @Option(
    help: .init(
      "Settings; else ~/.config/bitext/review.conf, if it is there.", valueName: "file"),
    completion: .file())
  var settings: String?

  /// The settings of the file, with what the options say otherwise.
  func read() throws -> ReviewSettings {
    let environment = ProcessInfo.processInfo.environment
    var read = try ReviewSettings(
      file: settings ?? ReviewSettings.path(environment: environment), mustExist: settings != nil)
    if let keys { read.keys = KeyMap(keys) }
    if worstFirst { read.order = .worstFirst }
    return read
  }
}
