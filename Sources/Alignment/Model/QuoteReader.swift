internal import Bitext

/// Follows quotation marks from segment to segment, so that speech that runs over several
/// sentences is known to be open between them. Straight marks are told by their neighbours: an
/// opening one follows white space or a bracket, a closing one a letter or a mark; an apostrophe
/// stands between letters.
struct QuoteReader {
  /// Whether a quotation is open after what was read.
  private(set) var isOpen = false
  /// Whether the open one began with `„`, which `“` closes.
  private var isLow = false

  /// What one segment showed.
  struct Seen {
    var opensFirst = false
    var closesLast = false
    var any = false
  }

  /// Reads the next segment.
  mutating func read(_ text: String) -> Seen {
    let scalars = Array(text.unicodeScalars)
    var seen = Seen()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "„":
        open(&seen, index == 0)
        isLow = true
      case "“" where isLow: close(&seen, index == scalars.count - 1)
      case "“", "「", "『", "‘", "«": open(&seen, index == 0)
      case "”", "」", "』", "»": close(&seen, index == scalars.count - 1)
      case "\"", "'", "’":
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + 1 < scalars.count ? scalars[index + 1] : " "
        if scalar != "’", Self.isGap(before), !Self.isGap(after) {
          open(&seen, index == 0)
        } else if Script.of(after) != .letter, scalar == "\"" || isOpen {
          close(&seen, index == scalars.count - 1)
        }
      default: break
      }
    }
    return seen
  }

  private mutating func open(_ seen: inout Seen, _ first: Bool) {
    isOpen = true
    seen.any = true
    if first { seen.opensFirst = true }
  }

  private mutating func close(_ seen: inout Seen, _ last: Bool) {
    isOpen = false
    isLow = false
    seen.any = true
    if last { seen.closesLast = true }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    Script.of(scalar) == .space || scalar == "(" || scalar == "[" || scalar == "—" || scalar == "-"
  }
}
