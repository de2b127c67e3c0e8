internal import Bitext

/// Where the segments of an old text stand in a new one. Segments of the same text hold the two
/// together; where between two of them as many stand as before, each is the old one changed, if it is
/// still like it.
struct SegmentPlaces {
  /// Where segments stand, and whether the text of any has changed.
  struct Place {
    var range: Range<Int>
    var isChanged = false
  }

  /// Two texts are alike from this share of common pairs of characters on: a sentence half of which
  /// was written anew is another one.
  private static let alike = 0.5

  private let old: SegmentedDocument
  private var places: [Int?]
  private var isChanged: [Bool]

  /// O(n log n) in the segments.
  init(of old: SegmentedDocument, in new: SegmentedDocument) {
    self.old = old
    let texts = (old: old.texts, new: new.texts)
    places = unchanged(texts.old, texts.new)
    isChanged = [Bool](repeating: false, count: places.count)
    var above = (old: -1, new: -1)
    for index in 0...places.count {
      guard let place = index < places.count ? places[index] : texts.new.count else { continue }
      if index - above.old == place - above.new {
        findChanged(texts, above.old + 1..<index, movedBy: place - index)
      }
      above = (index, place)
    }
  }

  private mutating func findChanged(
    _ texts: (old: [String], new: [String]), _ run: Range<Int>, movedBy shift: Int
  ) {
    for index in run
    where likeness(texts.old[index], texts.new[index + shift]) >= Self.alike {
      places[index] = index + shift
      isChanged[index] = true
    }
  }

  /// The new segments that are the old ones of a row; `nil` when they are not all there in a row.
  /// An empty range stands after what stood above it.
  subscript(bytes: Range<Int>) -> Place? {
    let held = old.indices(startingIn: bytes)
    guard !held.isEmpty else {
      return border(before: held.lowerBound).map { Place(range: $0..<$0) }
    }
    guard let first = places[held.lowerBound],
      held.allSatisfy({ places[$0] == first + $0 - held.lowerBound })
    else { return nil }
    return Place(range: first..<first + held.count, isChanged: isChanged[held].contains(true))
  }

  private func border(before index: Int) -> Int? {
    if index == 0 { return 0 }
    if let above = places[index - 1] { return above + 1 }
    return index < places.count ? places[index] : nil
  }
}

/// How many of the pairs of neighbouring characters of two texts they have in common: twice their
/// number over that of all (Dice 1945). O(n).
func likeness(_ a: String, _ b: String) -> Double {
  func pairs(_ text: String) -> [UInt64: Int] {
    let scalars = text.unicodeScalars
    return zip(scalars, scalars.dropFirst()).reduce(into: [:]) { pairs, pair in
      pairs[UInt64(pair.0.value) << 32 | UInt64(pair.1.value), default: 0] += 1
    }
  }
  let (first, second) = (pairs(a), pairs(b))
  let all = (first.values.reduce(0, +) + second.values.reduce(0, +))
  let common = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
  return all == 0 ? 0 : Double(2 * common) / Double(all)
}
