/// Which items of an old list stand in a new one, and where: what is unique in both and in the same
/// order holds the lists together (patience diff, Bram Cohen 2004), and equal neighbours of what is
/// found are found too. The places grow from item to item. O(n log n).
func unchanged<Item: Hashable>(_ old: [Item], _ new: [Item]) -> [Int?] {
  let positions = uniquePositions(new)
  let pairs = uniquePositions(old).compactMap { item, place in positions[item].map { (place, $0) } }
  let anchors = longestRise(pairs.sorted { $0.0 < $1.0 })
  var places = [Int?](repeating: nil, count: old.count)
  var above = (old: -1, new: -1)
  for anchor in anchors + [(old.count, new.count)] {
    var (i, j) = (above.old + 1, above.new + 1)
    while i < anchor.0, j < anchor.1, old[i] == new[j] {
      places[i] = j
      (i, j) = (i + 1, j + 1)
    }
    var (k, l) = (anchor.0 - 1, anchor.1 - 1)
    while k >= i, l >= j, old[k] == new[l] {
      places[k] = l
      (k, l) = (k - 1, l - 1)
    }
    if anchor.0 < old.count { places[anchor.0] = anchor.1 }
    above = (anchor.0, anchor.1)
  }
  return places
}

private func uniquePositions<Item: Hashable>(_ items: [Item]) -> [Item: Int] {
  let all = Dictionary(grouping: items.indices) { items[$0] }
  return all.compactMapValues { $0.count == 1 ? $0[0] : nil }
}

/// The longest run of pairs, taken in order, whose second members grow: patience sorting.
private func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
  var tops: [Int] = []
  var below = [Int?](repeating: nil, count: pairs.count)
  for index in pairs.indices {
    var (low, high) = (0, tops.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[tops[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
    }
    below[index] = low > 0 ? tops[low - 1] : nil
    if low < tops.count { tops[low] = index } else { tops.append(index) }
  }
  var run: [(Int, Int)] = []
  var next = tops.last
  while let index = next {
    run.append(pairs[index])
    next = below[index]
  }
  return run.reversed()
}
