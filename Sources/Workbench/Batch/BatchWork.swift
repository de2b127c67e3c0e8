public import Alignment
public import Bitext
internal import Documents
internal import Exchange
internal import Foundation
internal import Synchronization
internal import Terminology

/// Many document pairs at once: several are aligned at a time, and they are stored in the order of
/// their names, so that the workspace is the same whatever the number of threads. One that fails
/// does not stop the others, and one that is stored is not made again.
public struct BatchWork: Sendable {
  /// A dictionary between the two languages, if there is one.
  public var lexicon: Lexicon?
  /// What was learned from gold.
  public var model: Model?
  /// What makes vectors.
  public var encoder: (any SentenceEncoder)?
  /// How many document pairs are aligned at a time.
  public var jobs: Int
  /// Whether to learn from confirmed rows of the workspace.
  public var learns: Bool
  /// Told after each pair how many are done with, and of how many.
  public var progress: @Sendable (_ done: Int, _ total: Int) -> Void

  /// Work with these means.
  public init(
    lexicon: Lexicon?, model: Model? = nil, encoder: (any SentenceEncoder)? = nil, jobs: Int,
    learns: Bool = true,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.lexicon = lexicon
    self.model = model
    self.encoder = encoder
    self.jobs = jobs
    self.learns = learns
    self.progress = progress
  }

  /// Makes and keeps each pair of the batch.
  fileprivate func run<New: Sendable>(
    _ batch: Batch, make: @escaping @Sendable (Batch.Item) throws -> New?,
    keep: @escaping @Sendable (Batch.Item, New) throws -> BatchReport.Made
  ) throws -> BatchReport {
    let report = Mutex(BatchReport(alone: batch.alone))
    try inOrder(batch.items.count, jobs: jobs) { index in
      let item = batch.items[index]
      return (
        item,
        BatchReport.Ending {
          if let fault = item.fault { throw fault }
          return try make(item)
        }
      )
    } take: { item, ending in
      try report.withLock { report in
        try report.take(ending, item.name) { try keep(item, $0) }
        progress(report.count, batch.items.count)
      }
    }
    return report.withLock { $0 }
  }
}

extension Bench {
  /// Aligns a batch with the workspace's glossary and stores each document pair. Each learns from
  /// the rows that were confirmed when the batch began, but not from its own. A pair that is
  /// stored with the same files is skipped; one with other files is refused, or replaced.
  /// - Throws: `MemoryError` when the workspace cannot be used; what was stored stays stored.
  public func align(
    _ batch: Batch, facts: PairFacts, replacing: Bool, _ work: BatchWork
  ) throws -> BatchReport {
    let glossary = Glossary(try store.concepts(), work.lexicon)
    let (source, target) = batch.languages
    let learning =
      try work.learns
      ? Learning(from: store, source, target, work.lexicon) : .nothing(source, target)
    var report = try work.run(batch) { item -> NewPair? in
      let stored = try store.digests(of: item.name)
      if let stored, try Set(stored.values) == item.digests { return nil }
      if stored == nil || !replacing { try store.checkFree(item.name) }
      let texts = try TextPair(reading: item.files)
      let aligner = Alignments(
        glossary, work.lexicon, learning.confirmed(without: item.name), work.model,
        work.encoder.map { CachedEncoder($0, in: store) }, texts.source.document.language,
        texts.target.document.language)
      var new = try aligned(texts, as: item.name, facts, by: aligner, isReplaced: stored != nil)
      new.notices = texts.notices
      return new
    } keep: { _, new in
      let figures = try keep(new).figures
      return .init(
        name: figures.name, rows: figures.rows, doubtful: figures.doubtful,
        isUnrelated: new.isUnrelated, notices: new.notices.isEmpty ? nil : new.notices)
    }
    if !report.aligned.isEmpty { report.learned = learning.count }
    return report
  }
}

extension Batch {
  /// Writes a file of beads for each document pair, `NAME.beads`, and stores nothing.
  /// - Parameters:
  ///   - folder: where the files go; made if it is not there.
  ///   - terms: a glossary file to align with.
  /// - Throws: `DocumentError` and `GlossaryError` for the glossary; `WorkbenchError` and
  ///   `ExchangeError` when nothing can be written.
  public func writeBeads(
    to folder: String, terms: String?, _ work: BatchWork
  ) throws -> BatchReport {
    let glossary = try terms.map(GlossaryFile.init)
    try makeFolder(folder, otherwise: "name another folder with --output")
    return try work.run(self) { item in
      try TextPair(reading: item.files).beads(work.lexicon, work.model, work.encoder, glossary)
    } keep: { item, beads in
      try OutputFile.write(beads.lines, to: "\(folder)/\(item.name).beads")
      return .init(
        name: item.name, rows: beads.lines.count { $0 == 0x0A }, isUnrelated: beads.isUnrelated)
    }
  }
}

extension Batch.Item {
  /// The digests of the files as they are now, on whichever side they went.
  fileprivate var digests: Set<String> {
    get throws(DocumentError) {
      var digests: Set<String> = []
      for path in files.source + files.target {
        digests.insert(SHA256.hex(of: try FileBytes.read(path)))
      }
      return digests
    }
  }
}
