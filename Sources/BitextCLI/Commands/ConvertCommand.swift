internal import ArgumentParser
internal import Foundation
internal import Workbench

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes translation units of one format as another; needs no workspace.",
    discussion: """
      Examples:
        bitext convert memory.tsv memory.xlf
        bitext convert messages.po messages.tmx
        bitext convert press.zh press.en press.jsonl --source-lang zh --target-lang en
        bitext convert links.xml zh.xml en.xml press.csv --bom
        bitext convert job.sdlxliff - --to tsv | less

      What a file is, is told by what it holds; what is written, by the last name.
      Two files are Moses pairs, line by line. Links, and ladders of other aligners,
      come with their two texts after them. NAME.moses stands for two files.

      The receipt says what was left out, and what the format has no place for.
      """)

  @Argument(
    help: "The files to read, and last the file to write; - is standard input or output.",
    completion: .file()) var files: [String]
  @Option(help: "What is read; else told by what the file holds.") var from: ExchangeFormat?
  @Option(help: "What is written; else as the name says.") var to: ExchangeFormat?
  @Flag(help: "Begin a table with a byte-order mark, as Excel wants it.") var bom = false
  @OptionGroup var filter: UnitFilterOptions
  @OptionGroup var source: UnitSourceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    guard (2...4).contains(files.count) else {
      throw ValidationError("Name the file to read and the file to write.")
    }
  }

  func run() throws {
    let output = files[files.count - 1]
    let receipt = try Conversion.run(
      source.source(Array(files.dropLast()), from), to: output, as: to, filter.request,
      .now(byteOrderMark: bom))
    try receipt.tell(json: json.json, isDataOnOutput: output == "-")
  }
}

extension WritingOptions {
  /// With this program's version, now.
  static func now(byteOrderMark: Bool = false) -> WritingOptions {
    WritingOptions(
      toolVersion: Version.text, date: Int(Clock.current().timeIntervalSince1970),
      byteOrderMark: byteOrderMark)
  }
}

extension ExportReceipt {
  /// Prints the receipt, which never mixes with data on standard output.
  func tell(json: Bool, isDataOnOutput: Bool) throws {
    for unit in json ? [] : skipped ?? [] {
      Terminal.tell("\(unit.document) \(unit.id): \(unit.reason.rawValue): \(unit.text)".harmless)
    }
    if isDataOnOutput { return Terminal.tell(description) }
    try json ? Terminal.write(json: self) : Terminal.write(description)
  }
}
