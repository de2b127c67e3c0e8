internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Removes texts for good, with all that stems from them. Nothing takes it back.",
    discussion: """
      Examples:
        bitext purge --client "Blue Lake"          asks first
        bitext purge --document press --yes

      Removes every version of the document pairs and memories, their rows, units,
      indexes, vectors and events, and for a client also the concepts and terms of the
      glossary that are for it. Then the workspace is written anew, and the bytes of all
      its files are searched for what was removed. Backups, exports and the files that
      were imported are not touched. This is the one act without undo.
      """)

  @Option(help: "Everything that is for this client.") var client: String?
  @Option(help: "The document pair or memory of this name.") var document: String?
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if (client == nil) == (document == nil) {
      throw ValidationError("Give --client NAME or --document NAME.")
    }
  }

  func run() throws {
    let target = client.map(PurgeTarget.client) ?? .document(document ?? "")
    let bench = try workspace.open()
    let plan = try bench.planPurge(target)
    if plan.isEmpty {
      try json.json
        ? Terminal.write(json: plan) : Terminal.write("there is nothing of '\(client ?? "")'")
      throw ExitCode.findings
    }
    if !yes {
      Terminal.tell(
        "this removes for good \(plan.words)\nnothing takes it back; type 'purge' to go on:")
      guard readLine() == "purge" else { throw PurgeRefused() }
    }
    let receipt = try bench.purge(target)
    try json.json ? Terminal.write(json: receipt) : Terminal.write(receipt.description)
  }
}

/// The person did not say the word.
private struct PurgeRefused: Fault {
  var kind: FaultKind { .refused }
  var place: String { "purge" }
  var problem: String { "it was not confirmed; nothing was removed" }
  var fix: String { "type 'purge' when asked, or give --yes" }
}

extension PurgeReceipt {
  fileprivate var words: String {
    func named(_ names: [String], _ noun: String) -> [String] {
      names.isEmpty ? [] : ["\(names.count.of(noun)) (\(names.joined(separator: ", ")))"]
    }
    let memory = memories.count == 1 ? "memory" : "memorie"
    var parts = named(pairs, "document pair") + named(memories, memory)
    let counts = [
      (rows, "row"), (units, "unit"), (concepts, "concept"), (events, "event"),
      (vectors, "vector"),
    ]
    parts += counts.filter { $0.0 > 0 }.map { $0.0.of($0.1) }
    return parts.joined(separator: ", ")
  }

  fileprivate var description: String {
    let searched = files.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value) bytes)" }
    var lines = [
      "removed for good: \(words)", "the workspace was written anew, and its log is empty",
      "searched \(searched.joined(separator: ", ")) for \(textsSearched.of("text")): none is left",
    ]
    if textsTooShort > 0 {
      lines.append("\(textsTooShort.of("text")) under six bytes cannot be told from other words")
    }
    if piecesElsewhere > 0 {
      lines.append("\(piecesElsewhere.of("piece")) of them also stand in what stays")
    }
    return (lines + ["not touched: backups, exports, and the files that were imported"])
      .joined(separator: "\n").harmless
  }
}
