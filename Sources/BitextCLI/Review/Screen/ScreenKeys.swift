internal import Bitext
internal import Workbench

/// What a key does on the screen, by the mode it is in.
extension ReviewScreen {
  /// Does what a key means now.
  mutating func press(_ key: Key) {
    told = nil
    fault = nil
    do {
      switch mode {
      case .rows: try pressOnRows(key)
      case .field(let field, let question): try press(key, in: field, question)
      case .split(let split): try press(key, on: split)
      case .realignment(let realignment, let showsBefore):
        try press(key, on: realignment, showsBefore)
      case .acceptance(let acceptance, let typed): try press(key, on: acceptance, typed)
      case .rowUndo(let undo): try press(key, on: undo)
      case .words(let draft): press(key, on: draft)
      case .term(let source, let target, let side): try press(key, source, target, side)
      case .filter: chooseFilter(key)
      case .help(let top): turnPage(key, top)
      case .over: break
      }
    } catch let fault as any Fault {
      self.fault = fault
      mode = .rows
    } catch {
      told = "\(error)"
      mode = .rows
    }
  }

  private mutating func pressOnRows(_ key: Key) throws {
    if let digit = key.character?.wholeNumberValue, digit > 0 || count != nil, digit < 10 {
      count = min(1_000_000, (count ?? 0) * 10 + digit)
      return
    }
    let count = count
    self.count = nil
    guard let command = desk.settings.keys[key] ?? desk.settings.keys[key.narrowed] else {
      return notFound(key)
    }
    take(try desk.perform(command, count: count))
  }

  private mutating func notFound(_ key: Key) {
    guard key != .escape else { return desk.letGo() }
    let help = desk.settings.keys.keys(for: .help).first.map { "; \($0) shows the keys" } ?? ""
    told = "'\(key.name.harmless)' is no key here\(help)"
  }

  /// Shows what a command answers.
  mutating func take(_ reply: ReviewDesk.Reply) {
    mode = .rows
    switch reply {
    case .done(let words): told = words
    case .ask(let question): mode = .field(Self.field(for: question), question)
    case .split(let split): mode = .split(split)
    case .realignment(let realignment): mode = .realignment(realignment, showsBefore: false)
    case .acceptance(let acceptance):
      if acceptance.rows.isEmpty, acceptance.left == 0 {
        told = "no unreviewed row is left"
      } else {
        mode = .acceptance(acceptance, typed: "")
      }
    case .rowUndo(let undo): mode = .rowUndo(undo)
    case .term(let draft): mode = .words(draft)
    case .filter: mode = .filter
    case .help: mode = .help(top: 0)
    case .terms: showsAll.toggle()
    case .quit: mode = .over
    }
  }

  private static func field(for question: ReviewDesk.Question) -> TextField {
    switch question {
    case .text(let text): TextField(text, isMultiline: true)
    case .comment(let text): TextField(text)
    case .find, .row, .command: TextField()
    }
  }

  private mutating func press(
    _ key: Key, in field: TextField, _ question: ReviewDesk.Question
  ) throws {
    var field = field
    // `gg` goes to the first row, as `g` and a number go to that one.
    if question == .row, field.text.isEmpty, desk.settings.keys[key] == .goTo {
      return take(try desk.perform(.top))
    }
    switch field.press(key, width: Terminal.size.columns - 2) {
    case .typing: mode = .field(field, question)
    case .done: take(try desk.answer(question, with: field.text))
    case .discarded:
      mode = .rows
      told = question.isKept(field.text) ? nil : "discarded"
    }
  }

  private mutating func press(_ key: Key, on split: SplitDraft) throws {
    var split = split
    switch split.press(key) {
    case .on: mode = .split(split)
    case .taken: take(try desk.take(split))
    case .left:
      mode = .rows
      told = "not split"
    }
  }

  private mutating func press(
    _ key: Key, on realignment: Realignment, _ showsBefore: Bool
  ) throws {
    switch key.name {
    case "enter": take(try desk.take(realignment))
    case "tab": mode = .realignment(realignment, showsBefore: !showsBefore)
    case "esc", "q":
      mode = .rows
      told = "left as it was"
    default:
      // Any other key leaves the rows as they were and does what it always does.
      mode = .rows
      try pressOnRows(key)
    }
  }

  private mutating func press(_ key: Key, on acceptance: Acceptance, _ typed: String) throws {
    switch key.name {
    case "enter":
      guard !acceptance.rows.isEmpty else { return }
      take(try desk.accept(acceptance))
    case "esc", "q":
      mode = .rows
      told = "nothing accepted"
    default:
      var typed = key == .backspace ? String(typed.dropLast()) : typed
      if let digit = key.character, digit.isNumber || digit == "." { typed.append(digit) }
      let threshold = Self.probability(typed) ?? desk.settings.acceptAbove
      mode = .acceptance(desk.acceptance(atLeast: threshold), typed: typed)
    }
  }

  private mutating func press(_ key: Key, on undo: RowUndo) throws {
    if key == .enter { return take(try desk.take(undo)) }
    mode = .rows
    told = "left as it was"
  }

  /// `95`, `.95` and `0.95` alike.
  private static func probability(_ typed: String) -> Double? {
    guard let number = Double(typed.hasPrefix(".") ? "0" + typed : typed) else { return nil }
    return number > 1 ? min(1, number / 100) : number
  }

  // MARK: Terms

  private mutating func press(_ key: Key, on draft: TermDraft) {
    var draft = draft
    switch draft.press(key) {
    case .on: mode = .words(draft)
    case .taken:
      mode = .term(
        source: TextField(draft.text(.source)), target: TextField(draft.text(.target)),
        side: .source)
    case .left:
      mode = .rows
      told = "no term added"
    }
  }

  private mutating func press(
    _ key: Key, _ source: TextField, _ target: TextField, _ side: Side
  ) throws {
    var (source, target) = (source, target)
    if ["tab", "up", "down"].contains(key.name) {
      mode = .term(source: source, target: target, side: side.other)
      return
    }
    let width = Terminal.size.columns - 2
    let outcome =
      side == .source ? source.press(key, width: width) : target.press(key, width: width)
    switch outcome {
    case .typing: mode = .term(source: source, target: target, side: side)
    case .done: take(try desk.addTerm(source.text, target.text))
    case .discarded:
      mode = .rows
      told = "no term added"
    }
  }

  // MARK: Filter, help

  private mutating func chooseFilter(_ key: Key) {
    mode = .rows
    guard let choice = RowFilter.choices.first(where: { $0.key == key.narrowed.character }) else {
      return
    }
    take(desk.show(choice.filter))
  }

  private mutating func turnPage(_ key: Key, _ top: Int) {
    let page = max(1, Terminal.size.rows - 3)
    switch key.name {
    case "down", "j": mode = .help(top: top + 1)
    case "up", "k": mode = .help(top: max(0, top - 1))
    case "pagedown", "space": mode = .help(top: top + page)
    case "pageup": mode = .help(top: max(0, top - page))
    default: mode = .rows
    }
  }
}

extension ReviewDesk.Question {
  /// Whether words that are thrown away are those that stood there.
  fileprivate func isKept(_ words: String) -> Bool {
    switch self {
    case .text(let old), .comment(let old): words == old
    case .find, .row, .command: true
    }
  }
}
