// Random scripts of 500 changes: undo to the end gives the state right after aligning, redo to the
// end the state before, by the canonical dump; also when the review is opened anew in between.
import Bitext
import Review
import Testing

@testable import Workbench

@Suite struct RandomDeskTests {
  @Test(arguments: 1...3) func undoAllAndRedoAll(seed: Int) throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let texts = try folder.numberedTexts(count: 40)
    _ = try bench.align(
      texts, as: "book", facts: PairFacts(), replacing: false, lexicon: nil)
    let aligned = try bench.store.stateDump()
    var random = SeededGenerator(UInt64(seed))
    var desk = try open(bench)
    var (step, changes) = (0, 0)
    while changes + desk.changes < 500 {
      try? act(&desk, step, &random)
      step += 1
      if step % 100 == 99 {
        changes += desk.changes
        desk = try open(bench)
      }
      if step % 25 == 0 {
        #expect(try desk.pair.rowsAreValid && desk.pair == bench.store.pair(named: "book"))
      }
    }
    // What was taken back last could be done again: a last change makes that the past.
    _ = try desk.answer(.comment(""), with: "the last word")
    let done = try bench.store.stateDump()
    while (try? desk.session.undo()) != nil {}
    #expect(try bench.store.stateDump() == aligned)
    desk = try open(bench)
    while (try? desk.session.redo()) != nil {}
    #expect(try bench.store.stateDump() == done)
    #expect(try desk.pair == bench.store.pair(named: "book"))
  }

  private func open(_ bench: Bench) throws -> ReviewDesk {
    try bench.reviewDesk("book", ReviewSettings()) { _, _ in AligningMeans() }
  }

  /// Commands that undo and redo do not belong to, and terms, which are the glossary's.
  private static let commands = KeyCommand.allCases.filter {
    ![.undo, .redo, .term, .quit, .filter, .help].contains($0)
  }

  private func act(_ desk: inout ReviewDesk, _ step: Int, _ random: inout SeededGenerator) throws {
    let place = Int.random(in: 0..<desk.pair.rows.count, using: &random)
    _ = try desk.answer(.row, with: "\(place + 1)")
    if Bool.random(using: &random) { _ = try desk.perform(.otherSide) }
    desk.locksSource = false
    let command = Self.commands[Int.random(in: 0..<Self.commands.count, using: &random)]
    let count = Int.random(in: 0..<8, using: &random) == 0 ? 3 : nil
    switch try desk.perform(command, count: count) {
    case .ask(let question): _ = try desk.answer(question, with: "words \(step)")
    case .split(var split):
      split.move(by: Int.random(in: -3...3, using: &random))
      _ = try desk.take(split)
    case .realignment(let realignment): _ = try desk.take(realignment)
    case .acceptance(let acceptance): _ = try desk.accept(acceptance)
    case .rowUndo(let undo): _ = try desk.take(undo)
    default: break
    }
  }
}

extension ReviewDesk {
  /// How many changes were made since it was opened.
  fileprivate var changes: Int { session.done.values.reduce(0, +) }
}
