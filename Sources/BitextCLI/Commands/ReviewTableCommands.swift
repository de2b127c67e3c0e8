internal import ArgumentParser
internal import Bitext
internal import Workbench

struct ExportReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Writes a table for a colleague, who corrects it and sends it back.",
    discussion: """
      Examples:
        bitext export review press -o press.docx    to print, or to correct in Word
        bitext export review press -o press.xlsx    a spreadsheet
        bitext export review press -o press.html    a page to type into and save
        bitext export review press:40-60 -o part.csv --bom
        bitext export docx press --for-review -o press.docx     the same
        bitext import review press.docx             what came back

      Each row has both texts, its status and comment, and a key by which it is
      known when it comes back, whatever its place.
      """)

  @Argument(help: "The document pair, or rows of it: press:10-20.") var name: String
  @Option(
    name: .shortAndLong,
    help: .init("The file: .docx, .xlsx, .html or .csv; - is standard output.", valueName: "file"),
    completion: .file()) var output: String
  @Option(help: .init("Another format than the file's ending says.", valueName: "format"))
  var format: TableFormat?
  @Flag(help: "Begin CSV with a byte order mark, by which Excel knows UTF-8.") var bom = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if format == nil, TableFormat(ending: output) == nil {
      throw ValidationError("Name the format with --format, or by the file's ending.")
    }
  }

  func run() throws {
    guard let format = format ?? TableFormat(ending: output) else { return }
    let receipt = try workspace.open().exportReview(
      RowSelection(name), to: output, as: format, hasMark: bom)
    try receipt.tell(json: json.json, isDataOnOutput: output == "-")
  }
}

extension TableReceipt {
  /// Tells what was written, unless the table itself stands on standard output.
  func tell(json: Bool, isDataOnOutput: Bool) throws {
    if isDataOnOutput { return Terminal.tell(text) }
    try json ? Terminal.write(json: self) : Terminal.write(text)
  }

  private var text: String {
    let lost =
      illegalCharacters == 0
      ? "" : "\ncharacters dropped because no table can carry them: \(illegalCharacters)"
    let file = path == "-" ? "standard output" : path
    return
      "wrote \(rows.of("row")) to \(file)\(isReadBack ? ", read back and compared" : "")\(lost)"
  }
}

struct ImportReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Takes a colleague's table back: corrections, statuses, comments.",
    discussion: """
      Examples:
        bitext import review press.docx --author "Lin Mei"
        bitext import review press.xlsx --dry-run
        bitext import review press.xlsx --take theirs        where both changed a row
        bitext import review press.xlsx --take 42=theirs

      Only what the colleague changed is taken. A row that was changed here too is
      shown in both versions and stays as it is, unless --take says otherwise. The
      import is one event: `bitext undo press` takes it back.
      """)

  @Argument(help: "The file that came back.", completion: .file()) var file: String
  @Option(
    help: .init(
      "theirs or ours where both changed a row; for one row 42=theirs.", valueName: "version"))
  var take: [String] = []
  @Flag(help: "Show what would change, and store nothing.") var dryRun = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let report = try workspace.open().importReview(
      file, take: TakenVersions(take), isDryRun: dryRun)
    try json.json ? Terminal.write(json: report) : Terminal.write(report.text)
    if !report.isWhole { throw ExitCode.findings }
  }
}

extension ReviewReturn {
  fileprivate var text: String {
    let head = "\(name): \(changes.count) of \(rows.of("row")) changed"
    var lines = [head + (isDryRun ? "; nothing is stored" : "")]
    lines += changes.flatMap(\.lines)
    lines += conflicts.flatMap { $0.lines(isDryRun) }
    lines += refused.map { "not taken, row \($0.line) of the file: \($0.reason)".harmless }
    let open = conflicts.filter { !$0.isTaken }
    if let first = open.first {
      lines.append(
        "\(open.count.of("row")) changed here too, and left as they are: "
          + "--take theirs, or --take \(first.row)=theirs, takes the version that came back")
    }
    return lines.joined(separator: "\n")
  }
}

extension ReturnedChange {
  fileprivate var lines: [String] {
    let words = what.joined(separator: ", ")
    let remark = comment.map { what.contains("commented") ? ": \($0)" : "" } ?? ""
    return
      (["\(row)".rightAligned(to: 5) + "  \(words)\(remark)"]
      + differences.map { "       \($0)" }).map(\.harmless)
  }
}

extension ReturnedConflict {
  fileprivate func lines(_ isDryRun: Bool) -> [String] {
    let taken = isTaken ? "theirs \(isDryRun ? "would be" : "was") taken" : "changed on both sides"
    let who = ours.touch.map { ", \($0.author), \($0.time.time)" } ?? ""
    return [
      "\(row)".rightAligned(to: 5) + "  \(taken)", "       here    \(ours.line)\(who)",
      "       theirs  \(theirs.line)",
    ].map(\.harmless)
  }
}

extension RowVersion {
  fileprivate var line: String {
    "\(status): \(target)" + (comment.isEmpty ? "" : " (\(comment))")
  }
}
