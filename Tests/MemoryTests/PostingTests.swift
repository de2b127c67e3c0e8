// Postings give back what was put in, however the pages fall.
import Bitext
import Testing

@testable import Memory

@Suite struct PostingTests {
  @Test func pagesGiveBackEveryUnitOfEveryGram() {
    var random = SeededGenerator(7)
    let words = (0..<300).map { "w\($0)" }
    var texts: [(place: UInt32, text: String)] = []
    var place: UInt32 = 0
    for _ in 0..<2_000 {
      place += UInt32.random(in: 1...3, using: &random)
      // Common words in most units, others in few.
      let text = (0..<8).map { _ in
        words[min(299, Int(1 / Double.random(in: 0.003...1, using: &random)))]
      }
      texts.append((place, text.joined(separator: " ")))
    }
    let cutter = SearchTokens(Stems(.en))
    var block = PostingBlock()
    var expected: [Gram: [UInt32]] = [:]
    for (place, text) in texts {
      var copy = text
      copy.withUTF8 { block.add($0, .target, place: place, by: cutter) }
      for key in Set(cutter.tokens(of: text).map(\.key)) {
        expected[Gram(key, .target)!, default: []].append(place)
      }
    }
    var pages: [(Gram, [UInt8])] = []
    block.pages { pages.append(($0, $1)) }
    #expect(pages.count > 2)
    #expect(pages.map(\.0) == pages.map(\.0).sorted())
    for (gram, places) in expected {
      let page = pages.last { $0.0 <= gram }!
      let list = page.1.withUnsafeBytes {
        PostingPage.list(of: gram, in: $0, from: Int64(page.0.value))
      }
      let stream = ListStream(list ?? [])
      var found: [UInt32] = []
      while let next = stream.first(from: (found.last ?? 0) + (found.isEmpty ? 0 : 1)) {
        found.append(next)
      }
      #expect(found == places)
    }
  }

  @Test func streamsMeet() {
    func list(_ places: [UInt32]) -> ListStream {
      var bytes: [UInt8] = []
      var before = UInt32.max
      for place in places {
        bytes.append(leb128: UInt64(place &- before))
        before = place
      }
      return ListStream(bytes)
    }
    func all(_ stream: any PostingStream) -> [UInt32] {
      var found: [UInt32] = []
      var from: UInt32 = 0
      while let next = stream.first(from: from) {
        found.append(next)
        from = next + 1
      }
      return found
    }
    #expect(all(list([0, 1, 500, 70_000])) == [0, 1, 500, 70_000])
    #expect(
      all(AllOf([list([0, 3, 9, 12]), list([1, 3, 4, 12, 13]), list([3, 12])])) == [3, 12])
    #expect(all(AllOf([list([1, 2]), list([])])).isEmpty)
    #expect(all(AnyOf([list([5]), list([0, 5, 7]), list([])])) == [0, 5, 7])
    #expect(
      all(AllOf([AnyOf([list([1, 4]), list([2, 8])]), list([2, 4, 8, 9])])) == [2, 4, 8])
  }

  /// A page cut off or overwritten ends a search, it does not crash it.
  @Test func damagedPagesAreEndured() {
    var random = SeededGenerator(3)
    let gram = Gram(.character(0x6CD5), .source)!
    for _ in 0..<5_000 {
      let page = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let list = page.withUnsafeBytes {
        PostingPage.list(of: gram, in: $0, from: Int64(gram.value - 3))
      }
      let stream = ListStream(list ?? page)
      var (from, rounds) = (UInt32(0), 0)
      while let next = stream.first(from: from), next < .max, rounds < 100 {
        (from, rounds) = (next + 1, rounds + 1)
      }
    }
  }
}
