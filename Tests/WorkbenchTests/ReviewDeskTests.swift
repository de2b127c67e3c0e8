// The review with a cursor: what each command does, and where the cursor stands then.
import Bitext
import Memory
import Review
import Testing

@testable import Workbench

@Suite struct ReviewDeskTests {
  private let folder: Folder
  private let bench: Bench

  /// A workspace with the pair `press`: seven rows, of which 2, 4 and 7 are doubtful.
  init() throws {
    folder = try Folder()
    bench = try folder.bench()
    let texts = try folder.texts(
      "一是春。二是夏。三是秋。四是冬。五是年。六是月。七是日。",
      "One is spring. Two is summer. Three is autumn. Four is winter. Five is year. Six is moon. "
        + "Seven is day.")
    let ladder = try #require(
      Ladder(
        shapes: Array(repeating: Shape(1, 1), count: 7),
        confidences: [0.95, 0.5, 0.99, 0.2, 0.97, 0.93, 0.7]))
    try bench.store.add(
      DocumentPair(
        name: "press", source: texts.source, target: texts.target,
        rows: DocumentPair.rows(of: ladder, source: texts.source, target: texts.target)))
  }

  private func desk(_ settings: ReviewSettings = ReviewSettings()) throws -> ReviewDesk {
    try bench.reviewDesk("press", settings) { _, _ in AligningMeans() }
  }

  /// Presses keys of one character; a number before one is its count.
  private func press(_ keys: String, _ desk: inout ReviewDesk) throws {
    for word in keys.split(separator: " ") {
      let count = Int(word.prefix { $0.isNumber })
      let key = word.drop { $0.isNumber }
      let named = Key(named: String(key)) ?? Key(Character(String(key)))
      let command = try #require(desk.settings.keys[named], "\(key) is no key")
      _ = try desk.perform(command, count: count)
    }
  }

  @Test(arguments: [
    ("", 1), ("j", 2), ("3j", 4), ("G", 6), ("G j", 6), ("k k", 0), ("4G", 3), ("home", 0),
    ("n", 3), ("2n", 6), ("n n n", 1), ("p", 6), ("w n", 6), ("w p", 3), ("enter", 3), ("y", 2),
    ("enter enter enter", 6), ("n enter p", 1), ("u", 2), ("U", 0), ("o", 2), ("N", 1),
    ("J N", 2), ("f j j b", 1), ("w enter", 6),
  ])
  func whereTheCursorGoes(keys: String, index: Int) throws {
    var desk = try desk()
    #expect(desk.index == 1, "it begins at the first doubtful row")
    try press(keys, &desk)
    #expect(desk.index == index)
  }

  @Test(arguments: [
    ("J", "1-1 1-0 1-2 1-1 1-1 1-1 1-1"), ("h J", "1-1 0-1 2-1 1-1 1-1 1-1 1-1"),
    ("K", "1-2 1-0 1-1 1-1 1-1 1-1 1-1"), ("m", "1-1 2-2 1-1 1-1 1-1 1-1"),
    ("2m", "1-1 3-3 1-1 1-1 1-1"), ("9m", "1-1 6-6"), ("M", "2-2 1-1 1-1 1-1 1-1 1-1"),
    ("m S", "1-1 1-1 1-1 1-1 1-1 1-1 1-1"), (">", "1-1 1-0 1-1 1-1 1-1 1-1 1-1 0-1"),
    ("<", "1-2 1-1 1-1 1-1 1-1 1-1 1-0"), ("m .", "1-1 3-3 1-1 1-1 1-1"),
    ("o", "1-1 1-0 0-1 1-1 1-1 1-1 1-1 1-1"), ("m a", "1-1 2-1 1-1 1-1 1-1 1-1"),
    ("m L h a", "1-1 1-2 1-1 1-1 1-1 1-1"), ("m right A", "1-1 2-1 1-1 1-1 1-1 1-1"),
    ("x j j x", "1-1 0-1 1-0 1-1 1-0 0-1 1-1 1-1 1-1"), ("m z", "1-1 1-1 1-1 1-1 1-1 1-1 1-1"),
    ("m m 2z 2Z", "1-1 3-3 1-1 1-1 1-1"),
  ])
  func whatBecomesOfTheLadder(keys: String, shapes: String) throws {
    var desk = try desk()
    try press(keys, &desk)
    #expect(desk.pair.rows.map { desk.pair.shape($0).description }.joined(separator: " ") == shapes)
    #expect(desk.pair.rowsAreValid)
    #expect(try bench.store.pair(named: "press") == desk.pair)
  }

  @Test(arguments: [
    ("y", "ucuuuuu"), ("3y", "ucccuuu"), ("4G C", "ccccuuu"), ("y 2G V", "uuuuuuu"),
    ("X D", "uxruuuu"), ("r enter", "ucuuuuu"),
  ])
  func whatIsDecided(keys: String, letters: String) throws {
    var desk = try desk()
    try press(keys, &desk)
    let statuses: [Status: String] = [
      .unreviewed: "u", .confirmed: "c", .nonText: "x", .rejected: "r", .accepted: "a",
    ]
    #expect(desk.pair.rows.map { statuses[$0.status] ?? "?" }.joined() == letters)
  }

  @Test func aPinAlignsWhatIsAroundItAgain() throws {
    var desk = try desk()
    try press("m m m space h right space", &desk)
    let shapes = desk.pair.rows.map { desk.pair.shape($0).description }
    // The first target segment of the merged row faces its second source segment.
    #expect(shapes.prefix(3) == ["1-1", "1-0", "1-1"])
    #expect(desk.pair.rows[2].status == .confirmed && desk.index == 2)
    #expect(desk.pair.rowsAreValid && desk.session.done["pin"] == 1)
    _ = try desk.perform(.undo)
    #expect(desk.pair.rows.count == 4)
  }

  @Test func acceptingTheRestSaysWhatItRisks() throws {
    var desk = try desk()
    guard case .acceptance(let acceptance) = try desk.perform(.acceptRest) else {
      Issue.record("it does not ask")
      return
    }
    #expect(acceptance.rows == [0, 2, 4, 5] && acceptance.left == 3)
    _ = try desk.accept(acceptance)
    #expect(desk.pair.rows.map(\.status.isLocked) == Array(repeating: false, count: 7))
    #expect(desk.pair.rows.count { $0.status == .accepted } == 4)
    let event = try #require(try bench.store.log(.document("press")).last)
    #expect(
      event.action == "accept" && event.subject == "4 rows of 0.9 and more, 0.2 errors expected")
    #expect(try bench.store.confirmedPairs(between: .zh, and: .en, limit: 9).isEmpty)
    _ = try desk.perform(.undo)
    #expect(desk.pair.rows.allSatisfy { $0.status == .unreviewed })
  }

  @Test func aFilterShowsOnlyItsRowsAndTheCursorGoesToThem() throws {
    var desk = try desk()
    _ = desk.show(.doubtful)
    #expect(desk.pair.rows.indices.filter(desk.shows) == [1, 3, 6])
    try press("j j", &desk)
    #expect(desk.index == 6)
    try press("enter", &desk)
    #expect(desk.pair.rows.indices.filter(desk.shows) == [1, 3])
    _ = try desk.answer(.row, with: "5")
    #expect(desk.index == 4 && desk.filter == .all)
    #expect(desk.show(.flagged).told == "there is no such row")
  }

  @Test func wordsAreFoundOnEitherSide() throws {
    var desk = try desk()
    #expect(try desk.answer(.find, with: "MOON").told == nil)
    #expect(desk.index == 5)
    #expect(try desk.answer(.find, with: "三是").told == "found from the top again")
    #expect(desk.index == 2)
    #expect(try desk.answer(.find, with: "").told == "found from the top again")
    #expect(try desk.answer(.find, with: "hour").told == "'hour' is not here" && desk.index == 2)
    _ = try desk.answer(.text("Three is autumn."), with: "The hour is late.")
    #expect(try desk.answer(.find, with: "Hour").told == "found from the top again")
    #expect(desk.index == 2)
  }

  @Test func theSourceIsLockedUntilItIsUnlocked() throws {
    var desk = try desk()
    try press("m h", &desk)
    let fault = try #require(throws: WorkbenchError.self) { try desk.perform(.joinNext) }
    #expect(
      fault.description == """
        press:2: the source's segments are locked
          fix: L unlocks them
        """)
    try press("L a", &desk)
    #expect(desk.pair.source.segments.count == 6)
  }

  @Test func aSplitIsChosenPlaceByPlace() throws {
    var desk = try desk()
    try press("m", &desk)
    guard case .split(var split) = try desk.perform(.split) else {
      Issue.record("it does not ask")
      return
    }
    #expect(split.action.description == "split 1 1")
    split.move(by: 1)
    #expect(split.action.description == "split 1 1+6")
    split.moveToLikely(forward: false)
    split.moveToLikely(forward: false)
    #expect(split.action.description == "split 1 0")
    split.side = .source
    split.move(by: 1)
    #expect(split.action.description == "split 2 0", "the source is locked: only borders")
    #expect(split.preview?.rows.count == 7)
    _ = try desk.take(split)
    #expect(
      desk.pair.rows.map { desk.pair.shape($0).description }.prefix(3) == ["1-1", "2-0", "0-2"])
  }

  @Test func realigningIsSeenBeforeItIsTaken() throws {
    var desk = try desk()
    try press("m", &desk)
    guard case .realignment(let realignment) = try desk.perform(.realign) else {
      Issue.record("it does not ask")
      return
    }
    #expect(desk.pair.rows.count == 6, "nothing is stored yet")
    #expect(realignment.before == [2] && !realignment.changed.isEmpty)
    let merged = desk.pair
    _ = try desk.take(realignment)
    #expect(desk.pair == realignment.after && desk.pair.rows.count > 6)
    _ = try desk.perform(.undo)
    #expect(desk.pair == merged)
  }

  @Test func newBordersCanBeFollowedByARealignment() throws {
    var settings = ReviewSettings()
    settings.realignsAfterEdit = true
    var desk = try desk(settings)
    try press("m", &desk)
    let kept = desk.row
    guard case .realignment(let realignment) = try desk.perform(.nudgeDown) else { return }
    #expect(realignment.after.rows.contains { $0.source == kept.source })
  }

  @Test func aTermComesFromTheRowsWords() throws {
    var desk = try desk()
    guard case .term(var draft) = try desk.perform(.term) else {
      Issue.record("it does not ask")
      return
    }
    #expect(draft.text(.target) == "Two")
    draft.move(by: 2)
    draft.side = .source
    draft.move(by: 1)
    draft.extend(by: 1)
    #expect(draft.text(.target) == "summer" && draft.text(.source) == "是夏")
    _ = try desk.addTerm(draft.text(.source), draft.text(.target))
    #expect(try bench.store.concepts().map { $0.terms.map(\.text) } == [["是夏", "summer"]])
    let terms = try desk.session.detail(of: 1).terms
    #expect(terms.map(\.term) == ["是夏"] && terms.map(\.rendering) == ["summer"])
  }

  @Test func commandsAreObeyedByName() throws {
    var desk = try desk()
    for words in ["merge-down", "comment seen", "omitted", "4", "nudge-up target"] {
      _ = try desk.answer(.command, with: words)
    }
    #expect(desk.pair.rows[1].comment == "seen" && desk.pair.rows[1].status == .omitted)
    #expect(throws: ReviewError.self) { try desk.answer(.command, with: "jump") }
    #expect(throws: WorkbenchError.self) { try desk.answer(.row, with: "x") }
  }

  @Test func somebodyElsesChangeIsSeen() throws {
    var (mine, theirs) = (try desk(), try desk())
    _ = try theirs.perform(.mergeDown)
    let conflict = try #require(throws: RowConflict.self) { try mine.perform(.confirm) }
    #expect(conflict.place == "press:2" && mine.pair == theirs.pair && mine.index == 1)
    _ = try mine.perform(.confirm)
    #expect(try bench.store.pair(named: "press") == mine.pair)
  }

  @Test func undoGoesToWhatItTookBackAndNoFurtherThanRows() throws {
    var desk = try desk()
    try press("m G y z", &desk)
    #expect(desk.index == 5)
    try press("home z", &desk)
    #expect(desk.index == 1 && desk.pair.rows.count == 7)
    let fault = try #require(throws: MemoryError.self) { try desk.perform(.undo) }
    #expect(fault.problem == "no change of a row is left to undo; the last event is 'align 7 rows'")
    try press("2Z", &desk)
    #expect(desk.pair.rows.count == 6 && desk.pair.rows[5].status == .confirmed)
  }
}

extension ReviewDesk.Reply {
  /// What is told of a command that was done.
  var told: String? {
    if case .done(let words) = self { words } else { nil }
  }
}
