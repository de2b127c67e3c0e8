// Whatever was done: undo brings back every state on the way, redo goes there again.
import Bitext
import Testing

@testable import Memory

@Suite struct UndoPropertyTests {
  /// One random change of whatever kind is possible now.
  private func act(_ store: Store, _ dice: inout SeededGenerator) throws {
    let name = try #require(
      try store.pairs(doubtfulBelow: 0.5).map(\.name).randomElement(using: &dice))
    let pair = try store.pair(named: name)
    let id = try #require(pair.rows.randomElement(using: &dice)).id
    switch Int.random(in: 0..<10, using: &dice) {
    case 0...2:
      let status = try #require(Status.allCases.randomElement(using: &dice))
      let edit = pair.edit(id) {
        $0.status = status
        $0.edited = status == .edited ? "Edited \(dice.next())." : nil
        $0.doubts = [Doubt(.number, "\(dice.next())")]
      }
      try store.apply(edit, to: name, action: "set \(status.rawValue)")
    case 3...4 where id != pair.rows.last?.id:
      try store.apply(pair.merge(id), to: name, action: "merge-down")
    case 5:
      try store.rename(name, to: "pair \(dice.next() % 1000)")
    case 6:
      try store.set(PairFacts(note: "\(dice.next())"), of: name)
    case 7:
      var new = DocumentPair.sample(name, "1-1 1-2 0-1 1-1 2-2")
      new.facts = pair.facts
      try store.replace(name, with: new)
    case 8 where try store.pairs(doubtfulBelow: 0.5).count > 1:
      try store.remove(name)
    default:
      try actOnGlossary(store, &dice)
    }
  }

  private func actOnGlossary(_ store: Store, _ dice: inout SeededGenerator) throws {
    let concepts = try store.concepts()
    var edit = GlossaryEdit()
    if let old = concepts.randomElement(using: &dice), Bool.random(using: &dice) {
      edit.before = [old]
    }
    let terms = (1...Int.random(in: 1...3, using: &dice)).map {
      Term(language: .zh, text: "词\($0)", status: .admitted, note: "\(dice.next())")
    }
    edit.after = [Concept(id: edit.before.first?.id ?? "T\(dice.next())", terms: terms)]
    try store.apply(edit, action: "term edit", subject: edit.after[0].id)
  }

  @Test(arguments: 1...6) func undoIsAnInverse(seed: UInt64) throws {
    let folder = try Folder()
    let store = try folder.open()
    var dice = SeededGenerator(seed)
    for name in ["a", "b", "c"] { try store.add(.sample(name)) }
    var states = [try store.stateDump()]
    for _ in 0..<25 {
      try act(store, &dice)
      states.append(try store.stateDump())
    }
    for state in states.dropLast().reversed() {
      try store.undo(.workspace)
      try #require(try store.stateDump() == state)
    }
    for state in states.dropFirst() {
      try store.redo(.workspace)
      try #require(try store.stateDump() == state)
    }
    #expect(Set(states).count > 15, "the actions changed something")
  }

  /// Undo, redo and new changes in any order keep a stack as a person expects it.
  @Test(arguments: 1...5) func historyIsAStack(seed: UInt64) throws {
    let folder = try Folder()
    let store = try folder.open()
    var dice = SeededGenerator(seed)
    try store.add(.sample("a"))
    var past = [try store.stateDump()]
    var future: [String] = []
    for _ in 0..<60 {
      switch Int.random(in: 0..<3, using: &dice) {
      case 0:
        try act(store, &dice)
        past.append(try store.stateDump())
        future = []
      case 1 where past.count > 1:
        try store.undo(.workspace)
        future.append(past.removeLast())
      case 2 where !future.isEmpty:
        try store.redo(.workspace)
        past.append(future.removeLast())
      default:
        continue
      }
      try #require(try store.stateDump() == past.last)
      try #require(try copies(store) == rows(store))
    }
  }

  /// The rows as searches see them.
  private func copies(_ store: Store) throws -> [String] {
    try store.foldRows()
    return try store.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT p.name || ' ' || row || ' ' || source || ' ' || target || ' ' || status
          FROM unit u JOIN document_pair p ON p.id = u.pair ORDER BY 1
          """)
    }
  }

  private func rows(_ store: Store) throws -> [String] {
    try store.pairs(doubtfulBelow: 0.5).flatMap { summary in
      let pair = try store.pair(named: summary.name)
      return pair.rows.map { row in
        "\(pair.name) \(row.id) \(pair.text(row, .source)) \(pair.text(row, .target)) "
          + row.status.rawValue
      }
    }.sorted()
  }
}
