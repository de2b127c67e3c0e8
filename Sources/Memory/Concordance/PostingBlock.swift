internal import Bitext

/// Which grams stand in which of some units, made in memory: the units are added in order, then the
/// pages are read off. 4 bytes for each gram of each unit, twice at the end.
struct PostingBlock {
  private var table = GramTable()
  /// The grams of each unit, one unit after the other, none twice in one.
  private var numbers: [UInt32] = []
  /// For each unit: its place among the block's ids, and where its grams end.
  private var units: [(place: UInt32, end: Int)] = []

  /// Adds a unit's text on one side.
  /// - Parameter place: its id less the block's first; not less than the last one's.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ side: Side, place: UInt32, by tokens: SearchTokens
  ) {
    var last: SearchToken.Key?
    tokens.scan(text) { token in
      if let gram = Gram(token.key, side) { add(gram, place) }
      if let last, let gram = Gram(last, token.key, side) { add(gram, place) }
      last = token.key
    }
    units.append((place, numbers.count))
  }

  @inline(__always)
  private mutating func add(_ gram: Gram, _ place: UInt32) {
    if let number = table.number(gram, in: place) { numbers.append(number) }
  }

  /// The pages, by their grams. Counting sort: O(grams of units + distinct grams × log).
  func pages(_ body: (_ first: Gram, _ page: [UInt8]) throws -> Void) rethrows {
    var counts = [Int](repeating: 0, count: table.grams.count)
    for number in numbers { counts[Int(number)] += 1 }
    let order = counts.indices.sorted { table.grams[$0] < table.grams[$1] }
    var ends = counts
    var total = 0
    for number in order {
      ends[number] = total
      total += counts[number]
    }
    var places = [UInt32](repeating: 0, count: total)
    var start = 0
    for unit in units {
      for number in numbers[start..<unit.end] {
        places[ends[Int(number)]] = unit.place
        ends[Int(number)] += 1
      }
      start = unit.end
    }
    var page = PostingPage()
    for number in order {
      let list = places[ends[number] - counts[number]..<ends[number]]
      if page.isFull(with: list.count) { try page.finish(body) }
      page.append(table.grams[number], list)
    }
    try page.finish(body)
  }
}
