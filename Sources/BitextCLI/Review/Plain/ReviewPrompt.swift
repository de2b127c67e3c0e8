/// The review as a conversation, as in `git add -p`: a row, the prompt, a key, and so on. The keys
/// and what they do are `PlainReview`'s; here they are asked for and answered.
internal import Bitext
internal import Foundation
internal import Workbench

struct ReviewPrompt {
  private var session: PlainReview
  private let keyboard = Keyboard()
  /// What stands on the screen; `nil` to show it again.
  private var shown: (index: Int, row: Row)?

  init(_ session: PlainReview) { self.session = session }

  /// Goes on until no row is left, `q`, or the end of the input; then sums up.
  mutating func run() throws {
    defer { KeyMode.leave() }
    while let index = session.index {
      keyboard.listen()
      try show(index)
      try Terminal.prompt("\(progress(index)) \(PlainReview.prompt) ")
      let key = keyboard.key()
      try Terminal.write(key.echo)
      switch key {
      case .end: return try sumUp()
      case .interrupted: continue
      case .other(let words): try refuse(words)
      case .character("\n"): shown = nil
      case .character(let key): if try press(key) == .quit { return try sumUp() }
      }
    }
    try Terminal.write("\nno row is left to look at")
    try sumUp()
  }

  private mutating func press(_ key: Character) throws -> PlainReview.Reply? {
    do {
      let reply = try session.press(key)
      try answer(reply, key)
      return reply
    } catch let fault as any Fault {
      // Where nobody sits, a workspace that cannot be written ends the review.
      let isLost = fault.kind == .workspaceUnavailable || fault.kind == .output
      if isLost, !keyboard.isTerminal { throw fault }
      try Terminal.write(fault.description)
      return nil
    }
  }

  private mutating func answer(_ reply: PlainReview.Reply, _ key: Character) throws {
    switch reply {
    case .done, .quit: break
    case .realigned(let count):
      try Terminal.write(count == 0 ? "nothing changed" : "\(count.of("row")) changed")
    case .askForCut: try split()
    case .askForText: try correct()
    case .help:
      for key in PlainReview.keys { try Terminal.write("  \(key.key)  \(key.help)") }
    case .unknown: try refuse(String(key))
    }
  }

  private func refuse(_ typed: String) throws {
    try Terminal.write("'\(typed.harmless)' is no key here; ? shows the keys")
  }

  private mutating func split() throws {
    guard let source = try ask(.source), let target = try ask(.target) else {
      return try Terminal.write("not split")
    }
    try session.split(source: source, target: target)
  }

  /// Asks after which words to cut one side; `nil` for none of the choices.
  private func ask(_ side: Side) throws -> CutChoice? {
    let choices = session.cutChoices(side)
    if choices.count == 1 { return choices[0] }
    let room = (Terminal.width - 9) / 2
    for (number, choice) in choices.enumerated() {
      let above = choice.above.isEmpty ? "∅" : choice.above.harmless.shortenedAtStart(to: room)
      let below = choice.below.isEmpty ? "∅" : choice.below.harmless.shortened(to: room)
      try Terminal.write("\(number + 1)".rightAligned(to: 4) + "  \(above) │ \(below)")
    }
    let line = try askForLine(
      "cut the \(side.rawValue) text where? [1-\(choices.count), Enter: nowhere] ")
    return Int(line.filter { !$0.isWhitespace }).flatMap { number in
      choices.indices.contains(number - 1) ? choices[number - 1] : nil
    }
  }

  private mutating func correct() throws {
    guard let index = session.index else { return }
    let text = session.pair.text(session.pair.rows[index], .target)
    let corrected = try corrected(text) ?? ""
    if corrected.contains("\u{FFFD}") {
      try Terminal.write("that was not UTF-8; not changed")
    } else if corrected.isEmpty || corrected == text {
      try Terminal.write("not changed")
    } else {
      try session.correct(corrected)
    }
  }

  private func corrected(_ text: String) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    guard keyboard.isTerminal, let editor = TextEditor(environment: environment) else {
      let line = try askForLine("new target text (Enter: leave it): ")
      return String(line.trimmingPrefix(while: \.isWhitespace))
    }
    KeyMode.leave()
    let isUnspaced = session.pair.target.document.language.isUnspaced
    return try editor.edit(text, joiningLinesWith: isUnspaced ? "" : " ")
  }

  /// Asks for a line. From a pipe it is written after the prompt, as a terminal would show it.
  private func askForLine(_ prompt: String) throws -> String {
    KeyMode.leave()
    try Terminal.prompt(prompt)
    let line = keyboard.line() ?? ""
    if !keyboard.isTerminal { try Terminal.write(line) }
    return line
  }

  private mutating func show(_ index: Int) throws {
    let row = session.pair.rows[index]
    if let shown, shown == (index, row) { return }
    let card = RowCard(pair: session.pair, index: index, width: Terminal.width)
    try Terminal.write(([""] + card.lines).joined(separator: "\n"))
    shown = (index, row)
  }

  /// `[17/46, 9 doubtful left]`
  private func progress(_ index: Int) -> String {
    "[\(index + 1)/\(session.pair.rows.count), \(session.doubtful) doubtful left]"
  }

  private func sumUp() throws {
    let done = session.done.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let figures = session.figures
    try Terminal.write("\ndone: \(done.isEmpty ? "nothing" : done.joined(separator: ", "))")
    try Terminal.write(
      "\(figures.decided) of \(figures.rows.of("row")) decided; \(figures.riskWords)")
  }
}

extension String {
  /// The end of the text in at most `width` columns of one line.
  fileprivate func shortenedAtStart(to width: Int) -> String {
    String(String(wrapped(to: .max)[0].reversed()).shortened(to: width).reversed())
  }
}
