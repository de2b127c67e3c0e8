internal import Bitext
internal import Workbench

/// Found units as lines: what was found one below the other in the middle, with what stands around
/// it, and the other side beneath.
struct ConcordanceLines {
  private let width: Int
  private let head: Int

  /// - Parameter units: all that will be shown, so that their names get room.
  init(_ units: [FoundUnit], width: Int = Terminal.width) {
    self.width = width
    head = min(width / 4, units.map { $0.name.columns + 2 }.max() ?? 0)
  }

  /// A unit on two lines, cut to the width.
  func keyword(_ found: FoundUnit) -> String {
    let side = found.marks.first { $0.form != .rendering }?.side ?? .source
    let room = width - head - 1
    let margin = String(repeating: " ", count: head)
    return [
      title(found) + " "
        + MarkedText(found, side).line(width: room, focus: room * 2 / 5),
      margin + " " + MarkedText(found, side.other).line(width: room, focus: room * 2 / 5),
    ].joined(separator: "\n")
  }

  /// A unit's whole texts, and its neighbours' dimmed.
  func whole(_ hit: Concordance.Hit) -> String {
    let around = { (found: FoundUnit) in
      ([found.name.harmless] + body(found)).map { $0.inColour(.dim) }
    }
    let (sign, colour) = hit.found.sign
    let name = hit.found.name.harmless + (sign == " " ? "" : " " + sign.inColour(colour))
    let unit = [name] + body(hit.found)
    return (hit.before.flatMap(around) + unit + hit.after.flatMap(around)).joined(separator: "\n")
      + "\n"
  }

  private func title(_ found: FoundUnit) -> String {
    let (sign, colour) = found.sign
    return found.name.harmless.clipped(to: head - 2).padded(to: head - 1).inColour(.dim)
      + sign.inColour(colour)
  }

  private func body(_ found: FoundUnit) -> [String] {
    Side.allCases.flatMap { side in
      MarkedText(found, side).plain.wrapped(to: width - 4).map { "    " + $0 }
    }
  }
}

extension FoundUnit {
  /// `press:42`, `0.83 press:42`.
  var name: String {
    (similarity.map { "\($0.probability) " } ?? "") + "\(unit.document):\(number)"
  }

  /// What is known of it, in one column.
  fileprivate var sign: (String, Colour) {
    switch unit.status {
    case .confirmed, .edited: ("✓", .green)
    case .rejected: ("✗", .red)
    case .unreviewed, .accepted: (" ", .dim)
    case .omitted, .added, .nonText: ("-", .dim)
    }
  }

  /// What a mark is around.
  func text(_ mark: Mark) -> String {
    let text = Array((mark.side == .source ? unit.source : unit.target).utf8)
    return String(decoding: text[mark.range], as: UTF8.self)
  }
}
