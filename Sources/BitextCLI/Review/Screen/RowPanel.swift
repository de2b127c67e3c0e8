internal import Bitext
internal import Workbench

/// What is told of the row at the cursor below the ladder: why to look, remarks, terms.
struct RowPanel {
  private let entries: [(label: String, words: String)]

  init(_ desk: ReviewDesk, _ detail: RowDetail?) {
    let row = desk.pair.view(desk.index)
    let terms = (detail?.terms ?? []).map(Self.words).joined(separator: " \(Signs.dot) ")
    entries = [
      ("why", Self.reasons(row)), ("note", row.comment ?? ""), ("was", row.original ?? ""),
      ("terms", terms),
    ].filter { !$0.1.isEmpty }
  }

  /// Why to look at a row, or that there is no reason.
  private static func reasons(_ row: RowView) -> String {
    let hasNewBorders = row.status == .unreviewed && row.confidence == nil
    let reasons =
      (hasNewBorders ? ["new borders, of unknown confidence"] : []) + row.doubts.map(\.words)
    if reasons.isEmpty { return row.isDoubtful ? "improbable" : "no doubt" }
    return reasons.joined(separator: " \(Signs.dot) ")
  }

  /// `网络立法 → cyber legislation ✓`, `宪法 → ✗ Constitution`.
  private static func words(_ term: RowDetail.TermUse) -> String {
    let (sign, _) = Signs.status(term.status)
    guard let rendering = term.rendering else {
      let wanted = term.wanted.prefix(2).joined(separator: " / ")
      return "\(term.term) \(Signs.arrow) " + (wanted.isEmpty ? "?" : "\(sign) \(wanted)")
    }
    let status = term.status.flatMap { $0 == .preferred ? nil : " \($0.rawValue)" } ?? ""
    return "\(term.term) \(Signs.arrow) \(rendering) \(sign)\(status)"
  }

  /// Exactly so many lines. Each entry gets one first, then more in turn; what does not fit is cut.
  func lines(width: Int, height: Int) -> [ScreenLine] {
    let wrapped = entries.map { $0.words.harmless.wrapped(to: max(10, width - Self.indent)) }
    var given = wrapped.indices.map { $0 < height ? 1 : 0 }
    var left = height - given.reduce(0, +)
    while left > 0, let next = given.indices.first(where: { given[$0] < wrapped[$0].count }) {
      given[next] += 1
      left -= 1
    }
    var lines: [ScreenLine] = []
    for (entry, count) in given.enumerated() {
      for number in 0..<count {
        var line = ScreenLine()
        if number == 0 {
          line.put(entries[entry].label.rightAligned(to: Self.indent - 2), at: 0, look: .dim)
        }
        let isCut = number == count - 1 && count < wrapped[entry].count
        let words = wrapped[entry][number]
        line.put(
          isCut ? words.cutWithMore(to: max(10, width - Self.indent)) : words, at: Self.indent)
        lines.append(line)
      }
    }
    return lines + Array(repeating: ScreenLine(), count: max(0, height - lines.count))
  }

  /// How many lines it would take whole.
  func wanted(width: Int) -> Int {
    entries.reduce(0) { $0 + $1.words.harmless.wrapped(to: max(10, width - Self.indent)).count }
  }

  private static let indent = 7
}

extension String {
  /// The line with a sign at its end that there is more.
  fileprivate func cutWithMore(to width: Int) -> String {
    columns + 2 <= width ? self + " " + Signs.more : String(dropLast(2)) + Signs.more
  }
}
