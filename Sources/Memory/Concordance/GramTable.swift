/// Numbers grams from 0 in the order in which they are met, and tells which are met for the first time
/// in a unit. Open addressing with all of it in one place of 16 bytes, since indexing takes as long as
/// it waits for memory here.
struct GramTable {
  private struct Place {
    var gram: UInt64
    /// The gram's number + 1, or 0 for a free place.
    var number: UInt32 = 0
    /// The last unit that has it.
    var unit: UInt32 = .max
  }

  private(set) var grams: [Gram] = []
  private var places = [Place](repeating: Place(gram: 0), count: 1 << 12)

  /// The gram's number, a new one if need be; `nil` when it was met in this unit before.
  @inline(__always)
  mutating func number(_ gram: Gram, in unit: UInt32) -> UInt32? {
    if grams.count * 2 >= places.count { grow() }
    var place = start(of: gram)
    while places[place].number != 0 {
      if places[place].gram == gram.value {
        if places[place].unit == unit { return nil }
        places[place].unit = unit
        return places[place].number - 1
      }
      place = (place + 1) & (places.count - 1)
    }
    grams.append(gram)
    places[place] = Place(gram: gram.value, number: UInt32(grams.count), unit: unit)
    return UInt32(grams.count - 1)
  }

  @inline(__always)
  private func start(of gram: Gram) -> Int {
    let mixed = (gram.value ^ gram.value >> 29) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(gram: 0), count: old.count * 2)
    for kept in old where kept.number != 0 {
      var place = start(of: grams[Int(kept.number - 1)])
      while places[place].number != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = kept
    }
  }
}
