internal import Bitext
internal import Workbench

/// What the screen shows in each mode: the header, the ladder, the row's panel, and a last line for
/// keys, answers and short words.
extension ReviewScreen {
  /// Fewer columns or lines show nothing of use.
  private static let least = (columns: 30, rows: 10)
  /// How long the first frame waits for the row's terms and partners, in seconds: they come with the
  /// next one while the lexicon is read.
  private static let patience = 0.1

  /// The frame for a screen of this size.
  mutating func frame(_ size: (columns: Int, rows: Int)) -> Frame {
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else {
      let words = "the window is too small: \(Self.least.columns) × \(Self.least.rows) at least"
      let lines = words.wrapped(to: max(2, size.columns)).prefix(size.rows).map { ScreenLine($0) }
      return Frame(lines: lines + Array(repeating: ScreenLine(), count: size.rows - lines.count))
    }
    if case .help(let top) = mode { return help(top, size) }
    detail = isPreview ? nil : wanted
    let columns = LadderColumns(
      width: size.columns, rowCount: shownPair.rows.count, share: share)
    let header = ScreenHeader(desk)
    let bottom = bottom(size)
    let height = size.rows - 2 - bottom.lines.count
    var lines = [header.progress(width: size.columns), header.columns(columns)]
    lines += ladder.lines(content, columns: columns, height: height)
    lines += bottom.lines.enumerated().map { number, line in
      number == 0 && !columns.isStacked ? crossed(line, columns) : line
    }
    let cursor = bottom.cursor.map {
      (row: lines.count - bottom.lines.count + $0.row, column: $0.column)
    }
    return Frame(lines: lines, cursor: cursor)
  }

  /// The row's terms and partners; `nil` where the first frame would have to wait for them.
  private var wanted: RowDetail? {
    let index = desk.index
    return isFirst
      ? (try? desk.session.detail(of: index, within: Self.patience)) ?? nil
      : try? desk.session.detail(of: index)
  }

  /// The document pair as it stands, or as it would with what is being chosen.
  private var shownPair: DocumentPair {
    switch mode {
    case .split(let split): split.preview ?? desk.pair
    case .realignment(let realignment, false): realignment.after
    default: desk.pair
    }
  }

  private var content: LadderView.Content {
    let pair = shownPair
    var content = LadderView.Content(
      pair: pair, cursor: min(desk.index, pair.rows.count - 1),
      focus: .init(side: side, segment: desk.segment, detail: detail),
      shows: { [desk, isPreview] in isPreview || desk.shows($0) })
    switch mode {
    case .split(let split):
      content.changed = Set(
        pair.rows[split.index..<min(split.index + 2, pair.rows.count)].map(\.id))
    case .realignment(let realignment, let showsBefore):
      content.changed = showsBefore ? realignment.before : realignment.changed
      if !showsBefore { content.cursor = pair.place(of: desk.row) }
    default: break
    }
    return content
  }

  var isPreview: Bool {
    switch mode {
    case .split, .realignment: true
    default: false
    }
  }

  /// The side that keys act on.
  private var side: Side {
    switch mode {
    case .split(let split): split.side
    case .words(let draft): draft.side
    default: desk.side
    }
  }

  // MARK: Below the ladder

  private typealias Bottom = (lines: [ScreenLine], cursor: (row: Int, column: Int)?)

  private func bottom(_ size: (columns: Int, rows: Int)) -> Bottom {
    let rule = ScreenLine(String(repeating: Signs.rule, count: size.columns), .dim)
    switch mode {
    case .field(let field, let question) where field.isMultiline:
      let edit = edit(field, size)
      return (
        [rule] + edit.lines + [hint(question.hint, size)],
        edit.cursor.map { ($0.row + 1, $0.column) }
      )
    case .field(let field, let question):
      let line = oneLine(question.label, field, size)
      return ([rule] + panel(size) + [line.line], (panelHeight(size) + 1, line.column))
    case .term(let source, let target, let side):
      let lines = [
        oneLine("source term: ", source, size), oneLine("target term: ", target, size),
      ]
      let row = side == .source ? 1 : 2
      return (
        [rule] + lines.map(\.line) + [hint("Tab the other field  Enter adds  Esc leaves", size)],
        (row, lines[row - 1].column)
      )
    case .words(let draft):
      return ([rule] + words(draft, size) + [hint(Self.wordsHint, size)], nil)
    default: return ([rule] + panel(size) + [lastLine(size)], nil)
    }
  }

  private static let wordsHint =
    "left right choose  up down fewer, more words  Tab other side  Enter goes on  Esc leaves"

  /// The rule below the ladder with its columns' ends.
  private func crossed(_ line: ScreenLine, _ columns: LadderColumns) -> ScreenLine {
    var line = line
    for bar in columns.bars { line.put(Signs.crossBottom, at: bar, look: .dim) }
    return line
  }

  private func panelHeight(_ size: (columns: Int, rows: Int)) -> Int {
    let usual = size.rows < 22 ? 2 : size.rows < 32 ? 3 : 5
    if case .rowUndo(let undo) = mode { return min(undo.events.count + 1, size.rows / 2) }
    if let conflict = fault as? RowConflict {
      let lines = conflict.words.flatMap { $0.harmless.wrapped(to: size.columns - 2) }
      return min(lines.count, size.rows / 2)
    }
    guard showsAll else { return usual }
    let wanted = RowPanel(desk, detail).wanted(width: size.columns)
    return max(usual, min(wanted, size.rows / 2))
  }

  private func panel(_ size: (columns: Int, rows: Int)) -> [ScreenLine] {
    let height = panelHeight(size)
    if let conflict = fault as? RowConflict { return told(conflict.words, size, height) }
    if let fault {
      return told(["! \(fault.place): \(fault.problem)", "fix: \(fault.fix)"], size, height)
    }
    switch mode {
    case .acceptance(let acceptance, _): return told(risk(acceptance), size, height)
    case .rowUndo(let undo): return told(undo.words, size, height)
    case .filter:
      let choices = RowFilter.choices.map { "\($0.key) \($0.filter.name)" }
      return told(["show: " + choices.joined(separator: ", ")], size, height)
    default:
      return RowPanel(desk, detail).lines(width: size.columns, height: height)
    }
  }

  /// Words in the place of the panel.
  private func told(
    _ words: [String], _ size: (columns: Int, rows: Int), _ height: Int
  ) -> [ScreenLine] {
    let lines = words.flatMap { $0.harmless.wrapped(to: size.columns - 2) }.prefix(height)
      .map { ScreenLine(" " + $0, .bold) }
    return lines + Array(repeating: ScreenLine(), count: max(0, height - lines.count))
  }

  private func hint(_ words: String, _ size: (columns: Int, rows: Int)) -> ScreenLine {
    ScreenLine((" " + words).clipped(to: size.columns), .dim)
  }

  private func lastLine(_ size: (columns: Int, rows: Int)) -> ScreenLine {
    switch mode {
    case .split:
      return hint(
        "left right a word  ; , likely places  Tab other side  Enter splits  Esc leaves", size)
    case .realignment(let realignment, let showsBefore):
      let rows = realignment.changed.count.of("changed row")
      let which = showsBefore ? "before" : "after"
      return ScreenLine(
        " \(which): \(rows)  Enter takes  Tab before or after  Esc leaves"
          .clipped(to: size.columns), .bold)
    case .rowUndo: return hint("Enter takes them back  any other key leaves", size)
    case .acceptance: return hint("Enter accepts  digits: another probability  Esc leaves", size)
    case .filter: return hint("a letter chooses  any other key leaves", size)
    default:
      if let count { return ScreenLine(" \(count)", .bold) }
      if let told { return ScreenLine((" " + told.harmless).clipped(to: size.columns), .bold) }
      return keysLine(size.columns)
    }
  }

  /// `accept 103 rows unseen, of .90 and more? 1.2 errors expected among them; 12 rows left`
  private func risk(_ acceptance: Acceptance) -> [String] {
    let rows = acceptance.rows.count.of("row")
    let errors = acceptance.expectedErrors.expectation
    return [
      "accept \(rows) unseen, of \(acceptance.threshold.shortProbability) and more?",
      "\(errors) errors expected among them; \(acceptance.left.of("row")) left unreviewed",
    ]
  }

  /// The commonest keys, as many as fit.
  private func keysLine(_ width: Int) -> ScreenLine {
    let common: [(KeyCommand, String)] = [
      (.confirm, "confirm"), (.help, "keys"), (.undo, "undo"), (.nextDoubtful, "doubtful"),
      (.nudgeDown, "nudge"), (.mergeDown, "merge"), (.split, "split"), (.edit, "edit"),
      (.omitted, "omitted"), (.realign, "realign"), (.acceptRest, "accept rest"), (.find, "find"),
      (.comment, "comment"), (.quit, "quit"),
    ]
    var line = ScreenLine()
    for (command, word) in common {
      guard let key = desk.settings.keys.keys(for: command).first else { continue }
      let text = command == .nudgeDown ? nudgeKeys : key.name
      guard line.end + text.columns + word.columns + 3 <= width else { continue }
      line.put(" \(text)", look: .bold)
      line.put(" \(word) ", look: .dim)
    }
    return line
  }

  private var nudgeKeys: String {
    [KeyCommand.nudgeDown, .nudgeUp].compactMap { desk.settings.keys.keys(for: $0).first?.name }
      .joined(separator: "/")
  }

  // MARK: Fields

  /// A label with a field of one line; of long words the end about the cursor.
  private func oneLine(
    _ label: String, _ field: TextField, _ size: (columns: Int, rows: Int)
  ) -> (line: ScreenLine, column: Int) {
    let room = max(4, size.columns - label.columns - 3)
    let place = field.place(width: room)
    let words = field.text(field.lines(width: room)[place.line])
    var line = ScreenLine(" " + label, .bold)
    line.put(words.harmless)
    return (line, label.columns + 1 + place.column)
  }

  /// The corrected text, over as many lines as it takes up to half of the screen.
  private func edit(_ field: TextField, _ size: (columns: Int, rows: Int)) -> Bottom {
    let width = size.columns - 2
    let place = field.place(width: width)
    let all = field.lines(width: width)
    let height = min(max(3, all.count + 1), size.rows / 2)
    let top = max(0, min(place.line - height / 2, all.count - height))
    let lines = (0..<height).map { number in
      all.indices.contains(top + number)
        ? ScreenLine(" " + field.text(all[top + number]).harmless) : ScreenLine()
    }
    return (lines, (place.line - top, place.column + 1))
  }

  /// Both texts of the row with the words chosen.
  private func words(_ draft: TermDraft, _ size: (columns: Int, rows: Int)) -> [ScreenLine] {
    Side.allCases.flatMap { side -> [ScreenLine] in
      let range = draft.range(side)
      let lines = (draft.texts[side] ?? "").laidOut(to: size.columns - 3)
      let first = lines.firstIndex { $0.contains { range?.contains($0.offset) ?? false } } ?? 0
      let room = max(1, size.rows / 6)
      return lines.dropFirst(max(0, first - room / 2)).prefix(room).enumerated().map {
        number, glyphs in
        var line = ScreenLine(number == 0 && side == draft.side ? " \(Signs.segment)" : "  ", .bold)
        for glyph in glyphs {
          let isChosen = range?.contains(glyph.offset) ?? false
          line.put(String(glyph.character).harmless, look: isChosen ? .reversed : .plain)
        }
        return line
      }
    }
  }

  // MARK: Help

  private mutating func help(_ top: Int, _ size: (columns: Int, rows: Int)) -> Frame {
    let all = HelpPage(desk.settings.keys, width: size.columns).lines
    let room = size.rows - 2
    let first = max(0, min(top, all.count - room))
    mode = .help(top: first)
    let page = all.dropFirst(first).prefix(room)
    let head = ScreenLine(" keys".padded(to: size.columns), .reversed)
    let filler = Array(repeating: ScreenLine(), count: room - page.count)
    let isAll = all.count <= room
    let foot = hint(
      isAll ? "any key goes back" : "down, up, space turn the page; any other key goes back", size)
    return Frame(lines: [head] + page + filler + [foot])
  }
}

extension RowConflict {
  fileprivate var words: [String] { ["! \(place): \(summary)"] + lines + ["fix: \(fix)"] }
}

extension RowUndo {
  /// The question, and the events below it, the last first.
  fileprivate var words: [String] {
    ["\(place): take back \(events.count.of("change")), the last first?"]
      + events.map { "\($0.id)  \($0.author)  \($0.words)" }
  }
}

extension ReviewDesk.Question {
  fileprivate var label: String {
    switch self {
    case .text: ""
    case .comment: "comment: "
    case .find: "find: "
    case .row: "go to row: "
    case .command: ": "
    }
  }

  fileprivate var hint: String { "Ctrl-S saves  Esc discards  Enter begins a line" }
}
