/// The review on a whole screen: keys in, frames out. What a key means for the rows is
/// `ReviewDesk`'s; here it is read, asked about, and shown.
internal import Bitext
internal import Foundation
internal import Workbench

struct ReviewScreen {
  /// What keys act on.
  enum Mode {
    /// The rows.
    case rows
    /// A field, whose words answer a question.
    case field(TextField, ReviewDesk.Question)
    /// The cuts of a split.
    case split(SplitDraft)
    /// A realignment that is shown before it is taken.
    case realignment(Realignment, showsBefore: Bool)
    /// The risk of accepting the rest, and the threshold being typed.
    case acceptance(Acceptance, typed: String)
    /// What would be taken back of a row's history.
    case rowUndo(RowUndo)
    /// The words of a term.
    case words(TermDraft)
    /// The two sides of a term.
    case term(source: TextField, target: TextField, side: Side)
    /// A filter to choose.
    case filter
    /// The keys, from a line on.
    case help(top: Int)
    /// Nothing any more.
    case over
  }

  var desk: ReviewDesk
  var mode = Mode.rows
  /// What to tell of the last key.
  var told: String?
  /// What the last key could not do.
  var fault: (any Fault)?
  /// The count typed before a key.
  var count: Int?
  /// What is shown of the row's terms and partners; `nil` while they are being found.
  var detail: RowDetail?
  /// Whether nothing has been drawn yet.
  private(set) var isFirst = true
  /// Whether terms and reasons are shown whole.
  var showsAll = false

  private var keyboard = ScreenKeyboard()
  private var painter = ScreenPainter()
  var ladder = LadderView()
  let share: Double

  init(_ desk: ReviewDesk) {
    self.desk = desk
    share = desk.pair.sourceShare
    AmbiguousWidth.isWide.store(desk.settings.hasWideAmbiguous, ordering: .relaxed)
  }

  /// Goes on until a person quits or the terminal goes away; then sums up.
  mutating func run() throws {
    KeyMode.enter(.screen)
    defer { KeyMode.leave() }
    var isDrawn = false
    loop: while true {
      if case .over = mode { break }
      if !isDrawn, !keyboard.hasMore() { try draw() }
      isDrawn = false
      switch keyboard.next(within: Self.lookAround) {
      case .key(let key): press(key)
      case .quiet: isDrawn = !catchUp() && (detail != nil || isPreview)
      case .paste(let text): paste(text)
      case .redraw: painter.forget()
      case .end: break loop
      }
    }
    KeyMode.leave()
    try sumUp()
  }

  /// How often a resting screen looks for what others did, in milliseconds.
  private static let lookAround: Int32 = 500

  /// Takes in what others did to the rows, while nothing is being chosen; whether there was anything.
  private mutating func catchUp() -> Bool {
    guard case .rows = mode, (try? desk.catchUp()) == true else { return false }
    told = "others changed rows"
    return true
  }

  private mutating func draw() throws {
    let size = Terminal.size
    try Terminal.prompt(painter.bytes(for: frame(size), width: size.columns))
    isFirst = false
  }

  private mutating func paste(_ text: String) {
    switch mode {
    case .field(var field, let question):
      field.insert(text)
      mode = .field(field, question)
    case .term(var source, var target, let side):
      if side == .source { source.insert(text) } else { target.insert(text) }
      mode = .term(source: source, target: target, side: side)
    default: told = "what is pasted is no key"
    }
  }

  /// What was done, and how far the review has come.
  private func sumUp() throws {
    let session = desk.session
    let done = session.done.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let figures = session.figures
    try Terminal.write(
      "\(desk.pair.name): \(done.isEmpty ? "nothing done" : done.joined(separator: ", "))")
    try Terminal.write(
      "\(figures.decided) of \(figures.rows.of("row")) decided; \(figures.riskWords)")
  }
}
