import Bitext
import Testing

@testable import Workbench

@Suite struct UnchangedTests {
  /// Old items, new items, and where the old ones stand now.
  @Test(arguments: [
    ("abc", "abc", "012"),
    ("abc", "xabc", "123"),
    ("abc", "ac", "0-1"),
    ("abc", "cab", "12-"),
    ("", "abc", ""),
    ("abc", "", "---"),
    ("aXa", "aYXa", "023"),
    ("aaa", "aaaa", "012"),
    ("abab", "xabaab", "--45"),
  ])
  func places(old: String, new: String, expected: String) {
    let places = unchanged(Array(old), Array(new))
    #expect(places.map { $0.map(String.init) ?? "-" }.joined() == expected)
  }

  @Test(arguments: 1...20)
  func placesGrowAndHoldTheSame(seed: UInt64) {
    var random = SeededGenerator(seed)
    let old = (0..<200).map { _ in Int.random(in: 0..<150, using: &random) }
    var new = old
    for _ in 0..<30 {
      new[Int.random(in: new.indices, using: &random)] = Int.random(in: 0..<150, using: &random)
      new.remove(at: Int.random(in: new.indices, using: &random))
      new.insert(999, at: Int.random(in: new.indices, using: &random))
    }
    let places = unchanged(old, new)
    let found = places.compactMap(\.self)
    #expect(found == Array(Set(found)).sorted())
    #expect(found.count > 60)
    for (item, place) in zip(old, places) { #expect(place.map { new[$0] == item } ?? true) }
  }
}
