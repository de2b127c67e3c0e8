// Another workspace's document pairs, memories and glossary taken into this one, as one event. Rows of
// the same texts become one; what both changed, or have under one name and is not the same, is kept
// twice, side by side, for a person to choose.
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

  /// A document pair of both whose rows became one.
  public struct Combined: Codable, Hashable, Sendable {
    /// What both workspaces call it.
    public var name: String
    /// How many of our rows gave way to what the other workspace changed.
    public var rows: Int
    /// The numbers of our rows that both changed: ours stand.
    public var conflicts: [Int]
  }

  /// What was taken in of one kind.
  public struct Part: Codable, Hashable, Sendable {
    /// Names or ids that only the other workspace had.
    public var added: [String] = []
    /// How many both had, the same.
    public var same = 0
    /// What both had, but not the same.
    public var conflicts: [Conflict] = []
    /// Document pairs of the same texts, with other rows.
    public var combined: [Combined] = []
  }

  /// Document pairs.
  public var pairs = Part()
  /// Memories.
  public var memories = Part()
  /// Concepts of the glossary.
  public var concepts = Part()

  /// Whether there is nothing to take in.
  public var isEmpty: Bool {
    [pairs, memories, concepts].allSatisfy {
      $0.added.isEmpty && $0.conflicts.isEmpty && $0.combined.isEmpty
    }
  }
}

/// What merging does: the report, and the changes of rows by the names of their document pairs.
private struct MergePlan {
  var report = MergeReport()
  var edits: [(name: String, edit: RowEdit)] = []
}

extension Store {
  /// What merging another workspace would do. O(size of both).
  /// - Parameter label: tells the other's version from ours: `press (label)`.
  public func mergePlan(with other: Store, label: String) throws -> MergeReport {
    try plan(with: other, label).report
  }

  private func plan(with other: Store, _ label: String) throws -> MergePlan {
    let (names, theirs) = (try takenNames(), try other.takenNames())
    let parting = try lastCommonEvent(with: other)
    var plan = MergePlan()
    for name in theirs.pairs {
      let pair = try other.pair(named: name)
      let kept = names.pairs.filter { $0.isKept(name, label) }
      if try kept.contains(where: { try self.pair(named: $0).hasRows(of: pair) }) {
        plan.report.pairs.same += 1
      } else if names.pairs.contains(name) {
        try plan.meet((self, self.pair(named: name)), (other, pair), parting, names.all, label)
      } else {
        plan.report.pairs.note(name, isSame: false, among: names.all, label)
      }
    }
    let ours = try memories()
    for theirs in try other.memories() {
      let name = theirs.memory.name
      let isSame = ours.contains {
        ($0.memory.name == name || $0.memory.name.isKept(name, label))
          && $0.memory.origin == theirs.memory.origin && $0.counts == theirs.counts
      }
      plan.report.memories.note(name, isSame: isSame, among: names.all, label)
    }
    let concepts = Dictionary(uniqueKeysWithValues: try self.concepts().map { ($0.id, $0) })
    let ids = Set(concepts.keys)
    let kept = concepts.values.filter { $0.id.contains(" (\(label)") }
    for concept in try other.concepts() {
      let isKept = kept.contains { ours in
        var theirs = concept
        theirs.id = ours.id
        return ours.id.isKept(concept.id, label) && ours == theirs
      }
      let isSame = isKept || concepts[concept.id] == concept
      plan.report.concepts.note(concept.id, isSame: isSame, among: ids, label)
    }
    return plan
  }

  /// Takes in what the other workspace has. Units of memories are stored out of sight first; then
  /// one event shows everything, and undo takes it back.
  /// - Throws: `changedMeanwhile` when a name that was free is taken by then, or a row was changed.
  public func merge(_ other: Store, label: String) throws -> MergeReport {
    let plan = try plan(with: other, label)
    let report = plan.report
    if report.isEmpty { return report }
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
    try alone {
      let memories = try report.memories.all.map {
        try takeUnits(of: $0.name, as: $0.keptAs, other)
      }
      try write { db in try show(db, subject, plan.edits, pairs, memories, concepts) }
    }
    try index()
    return report
  }

  private func show(
    _ db: Database, _ subject: String, _ edits: [(name: String, edit: RowEdit)],
    _ pairs: [DocumentPair], _ memories: [Int], _ concepts: [Concept]
  ) throws {
    let ids = try pairs.map { pair in
      if let problem = pair.coverProblem { throw MemoryError.inconsistent(pair.name, problem) }
      return try db.insertHidden(pair, replacing: nil)
    }
    let rows = try edits.map { try Change.rows(pair: db.id(named: $0.name), edit: $0.edit) }
    let change = Change.several(
      rows + [
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
      try write { db in try UnitInsert(db, memory: id).insert(UnitRows(units)) }
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

extension MergePlan {
  /// Sets a document pair of the other workspace against ours of the same name.
  fileprivate mutating func meet(
    _ ours: (store: Store, pair: DocumentPair), _ theirs: (store: Store, pair: DocumentPair),
    _ parting: Int, _ taken: Set<String>, _ label: String
  ) throws(MemoryError) {
    let name = ours.pair.name
    guard ours.pair.hasTexts(of: theirs.pair) else {
      return report.pairs.note(name, isSame: false, among: taken, label)
    }
    let merge = RowMerge(
      try ours.store.changedRows(of: ours.pair, after: parting),
      try theirs.store.changedRows(of: theirs.pair, after: parting))
    let rows = merge.edit.rows.before.count
    if rows > 0 { edits.append((name, merge.edit)) }
    guard rows > 0 || !merge.conflicts.isEmpty else {
      return report.pairs.note(name, isSame: true, among: taken, label)
    }
    report.pairs.combined.append(.init(name: name, rows: rows, conflicts: merge.conflicts))
    if !merge.conflicts.isEmpty { report.pairs.note(name, isSame: false, among: taken, label) }
  }
}

extension String {
  /// Whether this is what an earlier merge called the other workspace's version.
  fileprivate func isKept(_ name: String, _ label: String) -> Bool {
    hasPrefix("\(name) (\(label)") && hasSuffix(")")
  }
}

extension DocumentPair {
  /// Whether the same was said of the same rows of the same texts, whatever it is called.
  fileprivate func hasRows(of other: DocumentPair) -> Bool {
    hasTexts(of: other) && rows.count == other.rows.count
      && zip(rows, other.rows).allSatisfy { one, other in
        var one = one
        one.id = other.id
        return one == other
      }
  }

  /// Whether another one is of the same texts, and the same is known of it: only rows may differ.
  fileprivate func hasTexts(of other: DocumentPair) -> Bool {
    source == other.source && target == other.target && facts == other.facts
  }
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
