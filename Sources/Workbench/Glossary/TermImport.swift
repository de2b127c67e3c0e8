public import Bitext
internal import Documents
public import Exchange
internal import Foundation
internal import Memory

/// What a glossary is kept in.
public typealias GlossaryFormat = Exchange.GlossaryFormat
/// How tables divide terms into rows.
public typealias GlossaryRows = Exchange.GlossaryRows
/// The languages of columns that do not say theirs.
public typealias GlossaryLanguages = Exchange.GlossaryLanguages
/// How a glossary leaves.
public typealias GlossaryExport = Exchange.GlossaryExport

/// What an import of terms did.
public struct TermImport: Hashable, Sendable, Codable {
  /// What the file was.
  public var format: GlossaryFormat
  /// Concepts that were not there.
  public var added = 0
  /// Concepts that were there with other terms or fields, and are now as the file and the choice want.
  public var updated = 0
  /// Concepts that were there just so.
  public var unchanged = 0
  /// Concepts that are otherwise in the file, and stayed as they were.
  public var kept = 0
  /// What a concept has no place for, one line each: `terms.tsv:68: …`.
  public var remarks: [String] = []
}

/// How a glossary file is taken in.
public struct TermImportOptions: Hashable, Sendable {
  /// What becomes of a concept that is there otherwise; by default it becomes as in the file, or takes
  /// in the file's terms where the file numbers no concepts.
  public var onConflict: ImportConflict?
  /// Whether to say only what would be done.
  public var isDryRun = false
  /// The languages of columns that do not say theirs.
  public var languages = GlossaryLanguages()
  /// The client that all concepts of the file are for, where it names none.
  public var client: String?

  /// By default conflicts are settled by what the file can say.
  public init() {}
}

extension Bench {
  /// Takes a glossary file into the glossary, as one event; no event when nothing changes.
  /// - Throws: `DocumentError`, `GlossaryError`, `ExchangeError`: nothing was stored.
  public func importTerms(
    path: String, _ options: TermImportOptions = TermImportOptions()
  ) throws -> TermImport {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = FileBytes.utf8(try FileBytes.read(path), name: path)
    let reading = try GlossaryReading(bytes, name: path, languages: options.languages)
    let stored = try store.concepts()
    var merging = GlossaryMerging(
      stored,
      onConflict: options.onConflict ?? (reading.isNumbered ? .replace : .both))
    merging.done.format = reading.format
    merging.done.remarks = reading.remarks
    for concept in reading.concepts {
      merging.take(concept.for(options.client), isNumbered: reading.isNumbered)
    }
    let edit = merging.edit
    if !edit.after.isEmpty, !options.isDryRun {
      try exchange(edit.before, edit.after, "term import", name)
    }
    return merging.done
  }

  /// The glossary's concepts, by id.
  public func concepts() throws -> [Concept] { try store.concepts() }

  /// Writes concepts of the glossary to a file; `-` is standard output.
  /// - Throws: `WorkbenchError` when there is none; `ExchangeError`, after which whatever stood at the
  ///   path stands there still.
  public func exportTerms(
    to path: String, as export: GlossaryExport, _ filter: TermFilter = TermFilter()
  ) throws -> GlossaryReceipt {
    let concepts = try store.concepts().filter(filter.lets)
    if concepts.isEmpty { throw WorkbenchError.noConcepts(self.path) }
    return try export.write(concepts, to: path, date: Int(clock().timeIntervalSince1970))
  }
}

/// Which concepts are meant.
public struct TermFilter: Hashable, Sendable {
  /// Only concepts or terms of this field.
  public var domain: String?
  /// Only concepts or terms for this client.
  public var client: String?
  /// Only concepts that have a term of this status.
  public var status: TermStatus?

  /// By default all.
  public init(domain: String? = nil, client: String? = nil, status: TermStatus? = nil) {
    self.domain = domain
    self.client = client
    self.status = status
  }

  /// Whether a concept is meant.
  public func lets(_ concept: Concept) -> Bool {
    func holds(_ wanted: String?, _ own: String?, _ term: (Term) -> String?) -> Bool {
      wanted == nil || own == wanted || concept.terms.contains { term($0) == wanted }
    }
    return holds(domain, concept.domain, \.domain) && holds(client, concept.client, \.client)
      && (status == nil || concept.terms.contains { $0.status == status })
  }
}

extension Concept {
  fileprivate func `for`(_ client: String?) -> Concept {
    var concept = self
    concept.client = concept.client ?? client
    return concept
  }
}

extension WorkbenchError {
  fileprivate static func noConcepts(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: path, problem: "there is no concept to export",
      fix: "`bitext term import FILE` takes a glossary in; `bitext term list` shows what there is")
  }
}
