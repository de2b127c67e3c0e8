public import Bitext
internal import Documents
internal import Exchange
internal import Memory
internal import Terminology

/// What an import did, or what an export left out.
public struct TermImport: Hashable, Sendable, Codable {
  /// Concepts that were not there.
  public var added: Int
  /// Concepts that were there with other terms or fields, and are now as in the file.
  public var updated: Int
  /// Concepts that were there just so.
  public var unchanged: Int
  /// What a concept has no place for, one line each: `terms.tsv:68: …`.
  public var remarks: [String]
}

extension Bench {
  /// Takes a table of terms into the glossary, as one event; no event when nothing changes.
  /// - Throws: `DocumentError`, `TerminologyError`: nothing was stored.
  public func importTerms(path: String) throws -> TermImport {
    let reading = try GlossaryTSV.read(try FileBytes.read(path), from: path)
    let stored = Dictionary(
      try store.concepts().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = reading.concepts.filter { stored[$0.id] != $0 }
    let before = changed.compactMap { stored[$0.id] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if !changed.isEmpty { try exchange(before, changed, "term import", name) }
    return TermImport(
      added: changed.count - before.count, updated: before.count,
      unchanged: reading.concepts.count - changed.count, remarks: reading.remarks)
  }

  /// The glossary's concepts, by id.
  public func concepts() throws -> [Concept] { try store.concepts() }

  /// The glossary as the table that `importTerms` reads; `-` is standard output.
  /// - Returns: how many concepts were written, and what the table has no place for.
  /// - Throws: `ExchangeError`.
  public func exportTerms(to path: String) throws -> (concepts: Int, losses: [String]) {
    let concepts = try store.concepts()
    let writing = GlossaryTSV.write(concepts)
    try OutputFile.write(Array(writing.text.utf8), to: path)
    return (concepts.count, writing.losses)
  }
}
