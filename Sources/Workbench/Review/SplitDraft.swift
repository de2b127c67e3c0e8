public import Bitext
public import Review

/// A split that a person is choosing: a cut on each side of a row, moved until it is right.
public struct SplitDraft: Sendable {
  /// The row, from 0.
  public let index: Int
  /// The side whose cut moves.
  public var side: Side
  /// The places where each side can be cut, in the order of the text, its two ends among them.
  private let places: [Side: [Cut]]
  /// Those that are likely: between segments, after punctuation, the ends.
  private let likely: [Side: Set<Cut>]
  private var chosen: [Side: Int]
  private let pair: DocumentPair

  /// A split of the row at `index`, both sides cut where their parts are in proportion. On a side
  /// whose segments are locked only their borders can be chosen.
  init(of pair: DocumentPair, at index: Int, side: Side, lockedSource: Bool) {
    (self.pair, self.index, self.side) = (pair, index, side)
    let row = pair.rows[index]
    var (places, likely) = ([Side: [Cut]](), [Side: Set<Cut>]())
    for side in Side.allCases {
      let borders = (0...pair[side].indices(startingIn: row[side]).count).map { Cut($0) }
      let suggested = pair.suggestedCuts(at: index, side).filter { $0.bytes > 0 }
      let isLocked = side == .source && lockedSource
      let inside = isLocked ? [] : suggested + pair.wordCuts(at: index, side)
      places[side] = Set(borders + inside).sorted()
      likely[side] = Set(borders + (isLocked ? [] : suggested))
    }
    (self.places, self.likely) = (places, likely)
    chosen = [:]
    choose(bestOf: pair.balancedCuts(at: index, places: likely.mapValues { $0.sorted() }))
  }

  /// The action that carries the split out.
  public var action: ReviewAction { .split(source: cut(.source), target: cut(.target)) }

  /// The document pair as it would be; `nil` when this cannot be split so.
  public var preview: DocumentPair? {
    let nextID = (pair.rows.map(\.id).max() ?? 0) + 1
    return (try? pair.edit(for: action, at: index, nextID: nextID))
      .flatMap { try? pair.applying($0) }
  }

  /// Moves the cut of the active side by so many places.
  public mutating func move(by steps: Int) {
    let last = (places[side]?.count ?? 1) - 1
    chosen[side] = max(0, min(last, (chosen[side] ?? 0) + steps))
  }

  /// Moves the cut of the active side to the next likely place, or the one before.
  public mutating func moveToLikely(forward: Bool) {
    let places = places[side] ?? []
    let here = chosen[side] ?? 0
    let likely = places.indices.filter { self.likely[side]?.contains(places[$0]) ?? false }
    let next = forward ? likely.first { $0 > here } : likely.last { $0 < here }
    chosen[side] = next ?? (forward ? likely.first : likely.last) ?? here
  }

  /// Cuts the active side after so many segments, and the other where that is in proportion.
  mutating func cut(afterSegments count: Int) {
    let fixed = [Cut(count)]
    var open = likely.mapValues { $0.sorted() }
    open[side] = fixed
    choose(bestOf: pair.balancedCuts(at: index, places: open))
  }

  private func cut(_ side: Side) -> Cut {
    guard let places = places[side], let place = chosen[side] else { return Cut(0) }
    return places[place]
  }

  private mutating func choose(bestOf cuts: (source: Cut, target: Cut)) {
    chosen[.source] = places[.source]?.firstIndex(of: cuts.source) ?? 0
    chosen[.target] = places[.target]?.firstIndex(of: cuts.target) ?? 0
  }
}
