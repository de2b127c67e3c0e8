import Bitext
import Foundation
import Testing

@testable import Alignment

/// A corridor that is too narrow says so, and is widened where it is.
@Suite struct CorridorTests {
  /// A lattice over a band of the diagonal, with beads 1-1 on it but for `jump` target segments at
  /// `row` that only nulls can take.
  private static func lattice(_ corridor: Corridor, row: Int, jump: Int) -> Lattice {
    var lattice = Lattice(corridor, transitions: Weights().transitions)
    let holds = lattice.holds
    lattice.score { set in
      for i in 0...corridor.sourceCount {
        for j in corridor.low[i]...corridor.high[i] {
          let right = i < row ? i : i + jump
          if holds(i + 1, j) { set(i, j, 0, -8) }
          if holds(i, j + 1) { set(i, j, 1, -1) }
          if holds(i + 1, j + 1) { set(i, j, 2, j == right ? 5 : -5) }
        }
      }
    }
    return lattice
  }

  private static func band(_ half: Int, sources: Int, targets: Int) -> Corridor {
    Corridor(
      low: (0...sources).map { $0 * targets / sources - half },
      high: (0...sources).map { $0 * targets / sources + half }, targetCount: targets)
  }

  @Test func aPathWithinIsLeftAlone() {
    let lattice = Self.lattice(Self.band(12, sources: 60, targets: 70), row: 30, jump: 10)
    #expect(!lattice.edges(lattice.posteriors()).contains(true))
  }

  @Test func aPathOutsidePressesAgainstTheEdge() {
    var corridor = Self.band(6, sources: 100, targets: 140)
    var pressed = [true]
    var widenings = 0
    while pressed.contains(true), widenings < AlignmentPass.widenings {
      let lattice = Self.lattice(corridor, row: 50, jump: 40)
      pressed = lattice.edges(lattice.posteriors())
      if widenings == 0 { #expect(pressed.contains(true)) }
      corridor = corridor.widened(where: pressed, by: 12 << widenings)
      widenings += 1
    }
    #expect(!pressed.contains(true))
    #expect(corridor.low[50] <= 50 && corridor.high[50] >= 90)
  }

  @Test func onlyRowsNearAMarkedOneWiden() {
    let corridor = Self.band(3, sources: 50, targets: 50)
    var marked = [Bool](repeating: false, count: 51)
    marked[25] = true
    let wide = corridor.widened(where: marked, by: 4)
    #expect(wide.low[25] == corridor.low[25] - 4 && wide.high[25] == corridor.high[25] + 4)
    #expect(wide.low[5] == corridor.low[5] && wide.high[5] == corridor.high[5])
    #expect(wide.low[45] == corridor.low[45] && wide.high[45] == corridor.high[45])
  }
}
