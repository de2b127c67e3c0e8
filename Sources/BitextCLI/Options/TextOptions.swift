internal import ArgumentParser
internal import Bitext
internal import Workbench

/// The options that say what becomes one segment.
struct SegmentOptions: ParsableArguments {
  @Option(
    help: "What becomes one segment; else a sentence. A clause ends at soft boundaries too.")
  var segment: SegmentUnit?
  @Flag(help: "Each line is a segment already: --segment line.") var segmented = false
  @Option(
    help: .init("Rules of your own that end sentences, in SRX 2.0.", valueName: "file"),
    completion: .file())
  var rules: String?

  var unit: SegmentUnit { segmented ? .line : segment ?? .sentence }

  func validate() throws {
    if segmented, let segment, segment != .line {
      throw ValidationError("Give --segment or --segmented, not both.")
    }
    if rules != nil, unit == .line || unit == .paragraph {
      throw ValidationError("--rules goes with --segment sentence or clause.")
    }
  }
}

/// The arguments that say where two texts are and how to read them.
struct TextOptions: ParsableArguments {
  @Argument(
    help: "The text translated from, or a folder; - is standard input.", completion: .file())
  var source: String?
  @Argument(help: "The text translated into, or a folder.", completion: .file())
  var target: String?
  @Option(
    name: .customLong("source"), parsing: .upToNextOption,
    help: .init("In place of SOURCE: its files, in order.", valueName: "file"),
    completion: .file())
  var sources: [String] = []
  @Option(
    name: .customLong("target"), parsing: .upToNextOption,
    help: .init("In place of TARGET: its files, in order.", valueName: "file"),
    completion: .file())
  var targets: [String] = []
  @Option(
    help: .init(
      "In place of both: one file with each paragraph, or cell, beside its translation.",
      valueName: "file"), completion: .file())
  var one: String?
  @Option(help: .init("The language of SOURCE; else told by the text.", valueName: "tag"))
  var sourceLang: Language?
  @Option(help: .init("The language of TARGET; else told by the text.", valueName: "tag"))
  var targetLang: Language?
  @Option(
    help: .init("The encoding of all: GB18030, UTF-16LE; else found out.", valueName: "name"))
  var encoding: String?
  @OptionGroup var segments: SegmentOptions

  /// Where the texts are and how to read them.
  var files: TextFiles {
    TextFiles(
      source: one.map { [$0] } ?? (sources.isEmpty ? [source].compactMap(\.self) : sources),
      target: one != nil ? [] : targets.isEmpty ? [target].compactMap(\.self) : targets,
      sourceLanguage: sourceLang, targetLanguage: targetLang, encoding: encoding,
      unit: segments.unit, rules: segments.rules)
  }

  func validate() throws {
    let named = [source, target].compactMap(\.self)
    if one != nil || !sources.isEmpty || !targets.isEmpty {
      guard named.isEmpty, (one == nil) != (sources.isEmpty && targets.isEmpty) else {
        throw ValidationError("Give SOURCE TARGET, or --source and --target, or --one.")
      }
      if one == nil, sources.isEmpty { throw ValidationError("--target wants --source.") }
      if one == nil, targets.isEmpty { throw ValidationError("--source wants --target.") }
    } else if named.count < 2 {
      throw ValidationError("Missing expected argument '<\(named.isEmpty ? "source" : "target")>'")
    }
  }
}
