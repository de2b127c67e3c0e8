public import ArgumentParser
public import Bitext
public import Workbench

/// How words of the command line become values of ours.
extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ExportStatus: ExpressibleByArgument {}

extension ImportConflict: ExpressibleByArgument {}

extension GlossaryFormat: ExpressibleByArgument {}

extension GlossaryRows: ExpressibleByArgument {}

extension TableFormat: ExpressibleByArgument {}

extension ExchangeProfile: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
  public static var allValueStrings: [String] { ExchangeFile.profiles }
}

extension FileLimit: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension SegmentUnit: ExpressibleByArgument {}

extension Status: ExpressibleByArgument {}

extension KeyMap.Preset: ExpressibleByArgument {}

/// The options that say what is known of a document pair.
struct FactOptions: ParsableArguments {
  @Option(help: "For whom it was translated.") var client: String?
  @Option(help: "What it is about: law, press.") var domain: String?
  @Option(help: "When it was published or translated: 2023-03-16.") var date: String?
  @Option(help: "A remark.") var note: String?

  var facts: PairFacts { PairFacts(client: client, domain: domain, date: date, note: note) }
}

/// Whose history is meant.
struct ScopeOptions: ParsableArguments {
  @Argument(help: "A document pair or a row, press:42; without it the whole workspace.")
  var name: String?
  @Flag(help: "The glossary.") var glossary = false

  var scope: Bench.Scope {
    if glossary { return .glossary }
    return name.map { .document($0) } ?? .workspace
  }

  /// The row that is named; `nil` when a whole document pair is, or none.
  var row: RowSelection? {
    get throws { try name.flatMap { $0.contains(":") ? try RowSelection($0) : nil } }
  }

  func validate() throws {
    if glossary, name != nil { throw ValidationError("Give a NAME or --glossary, not both.") }
  }
}
