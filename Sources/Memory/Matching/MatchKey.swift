internal import Bitext

/// Which text of which unit, in one number.
struct MatchKey: Hashable {
  let unit: Int
  let side: Side

  init(unit: Int, side: Side) { (self.unit, self.side) = (unit, side) }

  init(_ number: Int64) {
    self.init(unit: Int(number >> 1), side: number & 1 == 0 ? .source : .target)
  }

  var number: Int64 { Int64(unit) << 1 | (side == .source ? 0 : 1) }
}
