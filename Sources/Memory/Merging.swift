// Another workspace's document pairs, memories and glossary taken into this one, as one event. What
// both have under one name and is not the same is kept twice, side by side, for a person to choose.
internal import Bitext
internal import Foundation
internal import GRDB

/// What merging took in, or would take in.
public struct MergeReport: Codable, Hashable, Sendable {
  /// Two things of one name or id that are not the same.
  public struct Conflict: Codable, Hashable, Sendable {
    /// What both workspaces call it.
    public var name: String
    /// What the other workspace's is called here.
    public var keptAs: String
  }

  /// What was taken in of one kind.
  public struct Part: Codable, Hashable, Sendable {
    /// Names or ids that only the other workspace had.
    public var added: [String] = []
    /// How many both had, the same.
    public var same = 0
    /// What both had, but not the same.
    public var conflicts: [Conflict] = []
  }

  /// Document pairs.
  public var pairs = Part()
  /// Memories.
  public var memories = Part()
  /// Concepts of the glossary.
  public var concepts = Part()

  /// Whether there is nothing to take in.
  public var isEmpty: Bool {
    [pairs, memories, concepts].allSatisfy { $0.added.isEmpty && $0.conflicts.isEmpty }
  }
}

extension Store {
  /// What merging another workspace would do. O(size of both).
  /// - Parameter label: tells the other's version from ours: `press (label)`.
  public func mergePlan(with other: Store, label: String) throws(MemoryError) -> MergeReport {
    let (names, theirs) = (try takenNames(), try other.takenNames())
    var report = MergeReport()
    for name in theirs.pairs {
      var isSame = false
      if names.pairs.contains(name) {
        isSame = sameWork(try pair(named: name), try other.pair(named: name))
      }
      report.pairs.note(name, isSame: isSame, among: names.all, label)
    }
    let ours = try memories().map(\.memory)
    for memory in try other.memories().map(\.memory) {
      let isSame = ours.contains { $0.name == memory.name && $0.origin == memory.origin }
      report.memories.note(memory.name, isSame: isSame, among: names.all, label)
    }
    let concepts = Dictionary(uniqueKeysWithValues: try self.concepts().map { ($0.id, $0) })
    for concept in try other.concepts() {
      report.concepts.note(
        concept.id, isSame: concepts[concept.id] == concept, among: Set(concepts.keys), label)
    }
    return report
  }

  /// Takes in what the other workspace has. Units of memories are stored out of sight first; then
  /// one event shows everything, and undo takes it back.
  /// - Throws: `changedMeanwhile` when a name that was free is taken by then.
  public func merge(_ other: Store, label: String) throws -> MergeReport {
    let report = try mergePlan(with: other, label: label)
    if report.isEmpty { return report }
    let memories = try report.memories.all.map { try takeUnits(of: $0.name, as: $0.keptAs, other) }
    let pairs = try report.pairs.all.map { name, keptAs in
      var pair = try other.pair(named: name)
      pair.name = keptAs
      return pair
    }
    let names = Dictionary(uniqueKeysWithValues: report.concepts.all.map { ($0.name, $0.keptAs) })
    let concepts = try other.concepts().compactMap { concept -> Concept? in
      var concept = concept
      guard let id = names[concept.id] else { return nil }
      concept.id = id
      return concept
    }
    let subject = URL(fileURLWithPath: other.path).lastPathComponent
    try write { db in try show(db, subject, pairs, memories, concepts) }
    try indexConcordance()
    return report
  }

  private func show(
    _ db: Database, _ subject: String, _ pairs: [DocumentPair], _ memories: [Int],
    _ concepts: [Concept]
  ) throws {
    let ids = try pairs.map { pair in
      if let problem = pair.coverProblem { throw MemoryError.inconsistent(pair.name, problem) }
      return try db.insertHidden(pair, replacing: nil)
    }
    let change = Change.several([
      .presence(.init(after: ids)), .imports(ImportEdit(memories: .init(after: memories))),
      .glossary(GlossaryEdit(after: concepts)),
    ])
    let event = try append(db, pair: nil, "merge", subject, change)
    for (id, pair) in zip(ids, pairs) { try db.insertContents(pair, id: id, event: event) }
    for memory in memories {
      try db.execute(literal: "UPDATE memory SET event = \(event) WHERE id = \(memory)")
    }
    try db.perform(change, event: event)
  }

  /// Stores the units of one of the other's memories out of sight, and gives the new memory's id.
  private func takeUnits(of name: String, as keptAs: String, _ other: Store) throws -> Int {
    guard var memory = try other.memories().first(where: { $0.memory.name == name })?.memory else {
      throw MemoryError.changedMeanwhile(name)
    }
    memory.name = keptAs
    let id = try write { db in try db.insertHidden(memory, replacing: false).id }
    var waiting: [Bitext.Unit] = []
    func store() throws {
      let units = waiting
      try write { db in try db.insert(units, memory: id) }
      waiting = []
    }
    let filter = UnitFilter(
      documents: [name], statuses: Set(Status.allCases), includesNulls: true)
    _ = try other.units(matching: filter) { unit in
      waiting.append(unit)
      if waiting.count == 10_000 { try store() }
    }
    try store()
    return id
  }

  private func takenNames() throws(MemoryError) -> (pairs: [String], all: Set<String>) {
    try read { db in
      let pairs = try String.fetchAll(
        db, sql: "SELECT name FROM document_pair WHERE removed = 0 ORDER BY name")
      let memories = try String.fetchAll(db, sql: "SELECT name FROM memory WHERE removed = 0")
      return (pairs, Set(pairs + memories))
    }
  }
}

/// Whether two document pairs have the same texts, and the same was said of the same rows.
private func sameWork(_ one: DocumentPair, _ other: DocumentPair) -> Bool {
  var (one, other) = (one, other)
  for index in one.rows.indices { one.rows[index].id = index }
  for index in other.rows.indices { other.rows[index].id = index }
  return one == other
}

extension MergeReport.Part {
  /// What is taken in, with the name it gets here.
  fileprivate var all: [(name: String, keptAs: String)] {
    added.map { (name: $0, keptAs: $0) } + conflicts.map { (name: $0.name, keptAs: $0.keptAs) }
  }

  fileprivate mutating func note(
    _ name: String, isSame: Bool, among taken: Set<String>, _ label: String
  ) {
    if isSame {
      same += 1
    } else if taken.contains(name) {
      var (keptAs, number) = ("\(name) (\(label))", 2)
      while taken.contains(keptAs) {
        keptAs = "\(name) (\(label) \(number))"
        number += 1
      }
      conflicts.append(MergeReport.Conflict(name: name, keptAs: keptAs))
    } else {
      added.append(name)
    }
  }
}
