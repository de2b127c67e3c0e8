internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

/// `bitext align DIR DIR`: the batch, its progress on the terminal and its summary.
extension AlignCommand {
  func validateFolders() throws {
    if name != nil { throw ValidationError("--as names one document pair, not those of a folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is 1 or more.") }
    if format != nil, output ?? "-" == "-" {
      throw ValidationError("For folders --format beads takes --output FOLDER.")
    }
  }

  func alignFolders() throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let model = try WeightsFile.read(weights)
    let batch = try Batch(pairing: files)
    let languages = files.usualLanguages
    let means = try DataFolder.current.means(
      for: languages.from, languages.to, encoder: encoder.choice)
    means.missing.forEach(Terminal.warn)
    let work = BatchWork(
      lexicon: means.lexicon, model: model, encoder: means.encoder, jobs: jobs ?? cores,
      learns: !noLearning
    ) {
      Terminal.progress("\($0) of \($1)")
    }
    defer { Terminal.endProgress() }
    try tell(run(batch, work))
  }

  private func run(_ batch: Batch, _ work: BatchWork) throws -> BatchReport {
    guard format == nil else {
      return try batch.writeBeads(to: output ?? ".", terms: terms, work)
    }
    return try workspace.openOrCreate()
      .align(batch, facts: facts.facts, replacing: replace, work)
  }

  private func tell(_ report: BatchReport) throws {
    Terminal.endProgress()
    for made in report.aligned {
      for notice in made.notices ?? [] { Terminal.note("\(made.name): \(notice)") }
    }
    for failure in report.failed { Terminal.tell("bitext: \(failure.words)") }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
    if !report.failed.isEmpty { throw ExitCode(FaultKind.badInput.rawValue) }
  }
}

extension BatchReport {
  fileprivate var words: String {
    let rows = aligned.reduce(0) { $0 + $1.rows }
    let doubtful = aligned.compactMap(\.doubtful).reduce(0, +)
    let unrelated = aligned.filter(\.isUnrelated).map(\.name)
    let look = aligned.contains { $0.doubtful != nil } ? "; \(doubtful) want a look" : ""
    let lines = [
      "aligned \(aligned.count.of("pair")), \(rows.of("row"))\(look)",
      learned == 0 ? nil : "learned from \(learned.of("confirmed pair"))",
      skipped.isEmpty ? nil : "skipped \(skipped.count), there already with the same files",
      failed.isEmpty
        ? nil : "failed \(failed.count): \(failed.map(\.name).joined(separator: ", "))",
      unrelated.isEmpty
        ? nil : "not translations of each other, it seems: \(unrelated.joined(separator: ", "))",
      alone.isEmpty ? nil : "without a partner: \(alone.joined(separator: ", "))",
    ]
    return lines.compactMap(\.self).joined(separator: "\n").harmless
  }
}

extension BatchReport.Failure {
  fileprivate var words: String {
    let location = place == name ? name : "\(name): \(place)"
    return "\(location): \(problem)\n  fix: \(fix)"
  }
}
