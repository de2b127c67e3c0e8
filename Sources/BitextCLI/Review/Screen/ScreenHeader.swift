internal import Bitext
internal import Workbench

/// The first two lines: what is reviewed and how far it has come; the names of the columns.
struct ScreenHeader {
  private let desk: ReviewDesk
  private let tally: ReviewTally

  init(_ desk: ReviewDesk) {
    self.desk = desk
    tally = ReviewTally(desk.pair)
  }

  /// ` press · row 42 of 132 · ███░░ 68 % · 31 doubtful · 3.1 errors expected in 42 unreviewed`;
  /// what does not fit is left out, the least needed first.
  func progress(width: Int) -> ScreenLine {
    var parts = parts
    while parts.map(\.text.columns).reduce(0, +) + 3 * (parts.count - 1) + 2 > width,
      let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank }), parts.count > 1
    {
      if let short = parts[least].short { parts[least] = short } else { parts.remove(at: least) }
    }
    let words = parts.map(\.text).joined(separator: " \(Signs.dot) ")
    return ScreenLine((" " + words).clipped(to: width).padded(to: width), .reversed)
  }

  private struct Part {
    var text: String
    /// The greater, the sooner it is left out.
    var rank: Int
    private var shorter: [String] = []

    init(_ text: String, rank: Int, short: String? = nil) {
      self.text = text
      self.rank = rank
      shorter = short.map { [$0] } ?? []
    }

    /// The same in fewer words.
    var short: Part? { shorter.first.map { Part($0, rank: rank - 10) } }
  }

  private var parts: [Part] {
    let rows = desk.pair.rows.count
    let share = rows == 0 ? 0 : tally.decided * 100 / rows
    let filled = share * 12 / 100
    let bar =
      String(repeating: Signs.full, count: filled)
      + String(repeating: Signs.empty, count: 12 - filled)
    let errors = tally.errors.expectation
    let blind = tally.unscored > 0 ? ", \(tally.unscored) of them unknown" : ""
    var parts = [
      Part(desk.pair.name.harmless, rank: 4),
      Part("row \(desk.index + 1) of \(rows)", rank: 13, short: "\(desk.index + 1)/\(rows)"),
      Part("\(bar) \(share) %", rank: 17, short: "\(share) %"),
      Part("\(tally.doubtful) doubtful", rank: 1),
      Part(
        "\(errors) errors expected in \(tally.unreviewed) unreviewed\(blind)", rank: 15,
        short: "\(errors) errors in \(tally.unreviewed - tally.unscored)"
          + (tally.unscored > 0 ? ", \(tally.unscored) unknown" : "")),
    ]
    if desk.filter != .all { parts.append(Part("only \(desk.filter.name)", rank: 2)) }
    if desk.order == .worstFirst { parts.append(Part("worst first", rank: 8)) }
    if !desk.locksSource { parts.append(Part("source unlocked", rank: 9)) }
    if desk.held != nil { parts.append(Part("picked up", rank: 3)) }
    return parts
  }

  /// The names of the columns, the active one marked.
  func columns(_ columns: LadderColumns) -> ScreenLine {
    var line = ScreenLine()
    guard !columns.isStacked else {
      put(.source, into: &line, at: 1)
      line.put(" \(Signs.arrow) ", look: .dim)
      put(.target, into: &line, at: line.end)
      return line
    }
    line.put(String(repeating: Signs.rule, count: columns.width), at: 0, look: .dim)
    for bar in columns.bars { line.put(Signs.crossTop, at: bar, look: .dim) }
    for side in Side.allCases { put(side, into: &line, at: columns.texts[side]?.start ?? 0) }
    return line
  }

  private func put(_ side: Side, into line: inout ScreenLine, at column: Int) {
    let isActive = desk.side == side
    let name = "\(side.rawValue) \(desk.pair[side].document.language.tag)"
    line.put(
      isActive ? "\(Signs.segment)\(name) " : " \(name) ", at: max(0, column - 1),
      look: isActive ? Look(isBold: true, isUnderlined: true) : .dim)
  }
}
