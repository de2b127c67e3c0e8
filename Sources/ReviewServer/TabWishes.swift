internal import Bitext
internal import Workbench

/// What a tab does with a wish, by the mode it is in.
extension Tab {
  func carryOut(_ wish: Wish) throws {
    if mode.isTyping, wish.isForRows {
      guard case .key("esc", _) = wish else {
        return last.say("save or discard what is typed first")
      }
    }
    switch wish {
    case .key(let name, let count): try press(name, count)
    case .command(let name, let count, let place): try command(name, count, place)
    case .point(let place): try point(place)
    case .answer(let words): try answer(words)
    case .term(let source, let target): take(try desk.addTerm(source, target))
    case .filter(let name):
      guard let choice = RowFilter.choices.first(where: { $0.filter.name == name }) else { return }
      take(desk.show(choice.filter))
    case .threshold(let value): mode = .acceptance(desk.acceptance(atLeast: min(1, max(0, value))))
    case .take: try takeWhatIsShown()
    case .leave: leave()
    case .look: break
    case .whole: told = ToldRows()
    }
  }

  // MARK: Keys and commands

  private func press(_ name: String, _ count: Int?) throws {
    guard let key = Key(named: name) else { return }
    switch mode {
    // Typed before the field was seen: no key of the rows.
    case .question(.row, _) where desk.settings.keys[key] == .goTo: take(try desk.perform(.top))
    case .question, .acceptance, .term:
      if key == .escape { leave() }
    case .realignment where key == .enter, .rowUndo where key == .enter: try takeWhatIsShown()
    case .realignment where key == .escape || key.name == "q", .rowUndo: leave()
    case .split(var split):
      let choosing = split.press(key)
      mode = .split(split)
      try obey(choosing)
    case .words(var draft):
      let choosing = draft.press(key)
      mode = .words(draft)
      try obey(choosing)
    case .filter:
      mode = .rows
      let choice = RowFilter.choices.first { $0.key == key.narrowed.character }
      if let choice { take(desk.show(choice.filter)) }
    default:
      let keys = desk.settings.keys
      guard let command = keys[key] ?? keys[key.narrowed] else {
        return key == .escape ? leave() : last.say("'\(key)' is no key here")
      }
      take(try desk.perform(command, count: count.map { min($0, 1_000_000) }))
    }
  }

  private func obey(_ choosing: Choosing) throws {
    switch choosing {
    case .on: break
    case .taken: try takeWhatIsShown()
    case .left: leave()
    }
  }

  private func command(_ name: String, _ count: Int?, _ place: Wish.Place?) throws {
    if let place { try point(place) }
    guard let command = KeyCommand(rawValue: name) else { return }
    take(try desk.perform(command, count: count.map { min($0, 1_000_000) }))
  }

  private func point(_ place: Wish.Place) throws {
    _ = try desk.catchUp()
    guard let reply = desk.point(at: place.row, place.side, segment: place.segment) else {
      return last.say("the row is no longer there")
    }
    take(reply)
  }

  /// Shows what a command answers.
  private func take(_ reply: ReviewDesk.Reply) {
    mode = .rows
    switch reply {
    case .done(let words): last.said = words ?? last.said
    case .ask(let question): mode = .question(question, desk.row.id)
    case .split(let split): mode = .split(split)
    case .realignment(let realignment): mode = .realignment(realignment)
    case .rowUndo(let undo): mode = .rowUndo(undo)
    case .acceptance(let acceptance):
      if acceptance.rows.isEmpty, acceptance.left == 0 {
        last.say("no unreviewed row is left")
      } else {
        mode = .acceptance(acceptance)
      }
    case .term(let draft): mode = .words(draft)
    case .filter: mode = .filter
    case .help: last.shows = "help"
    case .terms: last.shows = "terms"
    case .quit: last.shows = "quit"
    }
  }

  private func takeWhatIsShown() throws {
    switch mode {
    case .split(let split): take(try desk.take(split))
    case .realignment(let realignment): take(try desk.take(realignment))
    case .rowUndo(let undo): take(try desk.take(undo))
    case .acceptance(let acceptance) where !acceptance.rows.isEmpty:
      take(try desk.accept(desk.acceptance(atLeast: acceptance.threshold)))
    case .words(let draft): mode = .term(source: draft.text(.source), target: draft.text(.target))
    default: break
    }
  }

  private func leave() {
    desk.letGo()
    mode = .rows
  }

  // MARK: Two versions

  /// Words are stored only where the text they correct is still the one that was shown with the
  /// question; else the question is asked again over the other version.
  private func answer(_ words: String) throws {
    guard case .question(let question, let row) = mode else { return }
    switch question {
    case .text(let old), .comment(let old):
      let seen = desk.pair.rows.first { $0.id == row }
      _ = try desk.catchUp()
      guard desk.point(at: row) != nil, case .ask(let now) = try again(question) else {
        if let seen { last.conflict = try conflict(seen) }
        return
      }
      guard now.words == old else {
        mode = .question(now, row)
        if let seen { last.conflict = try conflict(seen) }
        return
      }
    case .find, .row, .command: break
    }
    take(try desk.answer(question, with: words))
  }

  private func again(_ question: ReviewDesk.Question) throws -> ReviewDesk.Reply {
    if case .text = question { return try desk.perform(.edit) }
    return try desk.perform(.comment)
  }

  /// After a fault: whether the row was another by then.
  func compare(_ seen: Row) throws {
    guard desk.pair.rows.first(where: { $0.id == seen.id }) != seen else { return }
    last.conflict = try conflict(seen)
  }

  private func conflict(_ seen: Row) throws -> Conflict {
    let place = desk.pair.place(of: seen)
    let isThere = desk.pair.rows[place].id == seen.id
    return Conflict(
      row: place + 1, isThere: isThere, theirs: desk.pair.view(place),
      by: try bench.lastTouch(of: desk.pair.rows[place].id, in: desk.pair.name))
  }
}

extension ReviewDesk.Question {
  /// The words that stood there when it was asked.
  var words: String {
    switch self {
    case .text(let words), .comment(let words): words
    case .find, .row, .command: ""
    }
  }
}
