internal import Bitext
internal import Workbench

/// A row on the screen: a line of what is known of it, then its two texts side by side.
struct RowLayout {
  private let width: Int
  private let indent = 6

  init(width: Int = Terminal.width) { self.width = width }

  func text(_ row: RowView) -> String {
    ([head(row)] + sides(row) + remarks(row)).joined(separator: "\n")
  }

  /// `  42 ? 1-2 0.71 number: 1994 only in target`.
  private func head(_ row: RowView) -> String {
    let facts = [row.shape, row.confidence?.probability ?? "-.--"] + row.structureWords
    let status = row.status == .unreviewed ? [] : [row.status.rawValue]
    let reasons = row.doubts.map(\.words).joined(separator: "; ")
    let start = "\(row.row)".rightAligned(to: indent - 2) + " " + sign(row)
    let line = ([start] + facts + status).joined(separator: " ")
    guard !reasons.isEmpty else { return line }
    let room = max(20, width - line.columns - 2)
    let wrapped = reasons.harmless.wrapped(to: room)
    let hanging = wrapped.dropFirst().map { String(repeating: " ", count: line.columns + 2) + $0 }
    return ([line + "  " + wrapped[0]] + hanging).joined(separator: "\n")
  }

  private func sign(_ row: RowView) -> String {
    if row.status.isLocked { return "✓".inColour(.green) }
    return row.isDoubtful ? "?".inColour(.yellow) : " "
  }

  private func sides(_ row: RowView) -> [String] {
    let room = (width - indent - 3) / 2
    let source = lines(row.source, room)
    let target = lines(row.target, width - indent - 3 - room)
    return (0..<max(source.count, target.count)).map { index in
      let left = index < source.count ? source[index] : ""
      let right = index < target.count ? target[index] : ""
      let line = String(repeating: " ", count: indent) + left.padded(to: room) + " │ " + right
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func lines(_ text: String, _ room: Int) -> [String] {
    text.isEmpty ? ["∅"] : text.harmless.wrapped(to: room)
  }

  private func remarks(_ row: RowView) -> [String] {
    let all = [row.original.map { "before: \($0)" }, row.comment.map { "comment: \($0)" }]
    return all.compactMap(\.self).flatMap { $0.harmless.wrapped(to: width - indent) }
      .map { String(repeating: " ", count: indent) + $0 }
  }
}
