// What the index finds is what comparing every text finds: nothing is lost at the least score, on
// random texts of every length, in parts and in the tail.
import Bitext
import Testing

@testable import Memory

/// Levenshtein's distance by the textbook's table.
func plainDistance<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let changed = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}

/// The score of two texts as the guide defines it.
func plainScore(_ a: String, _ b: String, _ unit: MatchUnit) -> Double {
  let (a, b) = (MatchTokens(a, by: unit).keys, MatchTokens(b, by: unit).keys)
  return 1 - Double(plainDistance(a, b)) / Double(max(a.count, b.count, 1))
}

/// Texts that resemble each other: some are new, the others are earlier ones with edits.
struct RandomTexts {
  var random: SeededGenerator
  let alphabet: [String]
  let joiner: String

  mutating func edited(_ words: [String], _ edits: Int) -> [String] {
    var words = words
    for _ in 0..<edits {
      let place = Int.random(in: 0...words.count, using: &random)
      let word = alphabet.randomElement(using: &random)!
      switch Int.random(in: 0..<3, using: &random) {
      case 0: words.insert(word, at: place)
      case 1 where place < words.count && words.count > 1: words.remove(at: place)
      case _ where place < words.count: words[place] = word
      default: words.append(word)
      }
    }
    return words
  }

  mutating func texts(_ count: Int, longest: Int) -> [[String]] {
    var texts: [[String]] = []
    while texts.count < count {
      if let old = texts.randomElement(using: &random), Bool.random(using: &random) {
        texts.append(edited(old, Int.random(in: 0...max(1, old.count / 3), using: &random)))
      } else {
        let length = Int.random(in: 1...longest, using: &random)
        texts.append((0..<length).map { _ in alphabet.randomElement(using: &random)! })
      }
    }
    return texts
  }
}

@Suite struct MatchIndexTests {
  private static let characters = ["网", "络", "法", "治", "國", "国", "𠮷", "é", "e\u{301}", "a", "。"]
  private static let words = [
    "Law", "law", "the", "of", "THE", "Straße", "国际", ",", "don't", "café",
  ]

  /// The scores of the best texts by comparing all.
  private func exhaustive(
    _ query: String, _ texts: [String], _ unit: MatchUnit, _ least: Double, _ limit: Int
  ) -> [Double] {
    let scores = texts.map { plainScore(query, $0, unit) }.filter { $0 >= least - 1e-9 }
    return Array(scores.sorted(by: >).prefix(limit))
  }

  @Test(arguments: [0.3, 0.5, 0.7, 0.75, 0.95, 1.0], [MatchUnit.characters, .words])
  func findsWhatComparingAllFinds(_ least: Double, _ unit: MatchUnit) throws {
    let isWords = unit == .words
    var maker = RandomTexts(
      random: SeededGenerator(UInt64(least * 1000) + (isWords ? 1 : 0)),
      alphabet: isWords ? Self.words : Self.characters, joiner: isWords ? " " : "")
    let made = maker.texts(150, longest: 24) + maker.texts(12, longest: 90)
    let texts = made.map { $0.joined(separator: maker.joiner) }
    var indexed = MatchTexts()
    for (key, text) in texts.prefix(120).enumerated() {
      indexed.append(Int64(key), text, by: unit)
    }
    let index = MatchIndex(unit, indexed)
    for key in 120..<texts.count { index.add(Int64(key), texts[key]) }
    for _ in 0..<40 {
      let base = made.randomElement(using: &maker.random)!
      let edits = Int.random(in: 0...max(1, base.count / 3), using: &maker.random)
      let query = maker.edited(base, edits).joined(separator: maker.joiner)
      let limit = Int.random(in: 1...6, using: &maker.random)
      let found = try index.search(query, least: least, limit: limit) { key in
        let score = plainScore(query, texts[Int(key)], unit)
        return score >= least - 1e-9 ? score : nil
      }
      #expect(found.map(\.score) == exhaustive(query, texts, unit, least, limit), "\(query)")
    }
  }

  @Test(arguments: 0..<6) func distanceIsLevenshteins(_ seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    for _ in 0..<60 {
      // Around 64 and 128, where a block ends.
      let lengths = [0, 1, 5, 63, 64, 65, 127, 128, 129, 200]
      func text() -> [UInt32] {
        let length = lengths.randomElement(using: &random)!
        return (0..<length).map { _ in UInt32.random(in: 0..<4, using: &random) }
      }
      let (a, b) = (text(), text())
      let distance = plainDistance(a, b)
      var measure = EditDistance(a)
      #expect(measure(to: b, atMost: 400) == distance)
      #expect(measure(to: b, atMost: distance) == distance)
      #expect(measure(to: b, atMost: distance - 1) == nil)
    }
  }

  @Test func wordsAndCharactersAreCut() {
    func keys(_ text: String, _ unit: MatchUnit) -> String {
      MatchTokens(text, by: unit).keys.joined(separator: "|")
    }
    #expect(
      keys("The U.S.’s law-making, 50% more", .words) == "the|u|.|s|.|’|s|law|-|making|,|50|%|more")
    #expect(keys("Cafe\u{301} CAFÉ \u{212A}ELVIN", .words) == "café|café|kelvin")
    #expect(keys("法e\u{301}𠮷 a", .characters) == "法|é|𠮷| |a")
    #expect(keys("", .words) == "" && keys(" \u{3000}\n", .words) == "")
    #expect(keys("葛\u{E0100}城", .characters) == "葛\u{E0100}|城")
  }

  @Test func placesAreBytesOfTheText() {
    let text = "ÉTÉ, 法治\u{301}"
    let tokens = MatchTokens(text, by: .words)
    let bytes = Array(text.utf8)
    let words = tokens.ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(words == ["ÉTÉ", ",", "法治\u{301}"])
  }

  /// Equal tokens have equal symbols, whatever they are written as.
  @Test(arguments: [
    ("Café au lait", "CAFE\u{301} AU LAIT", MatchUnit.words), ("ÉTÉ", "été", .words),
    ("國際法", "国际法", .characters), ("\u{212B}", "Å", .characters),
  ]) func equalTokensAreEqualSymbols(_ a: String, _ b: String, _ unit: MatchUnit) {
    #expect(MatchSymbols.of(a, by: unit) == MatchSymbols.of(b, by: unit))
  }

  @Test func aPartReadsBackAsItWasMade() throws {
    var texts = MatchTexts()
    for number in 0..<100 {
      texts.append(Int64(number), String(repeating: "法治", count: 1 + number % 7), by: .characters)
    }
    let order = texts.parts()[0]
    let builder = MatchPartBuilder(texts, order)
    #expect(MatchPartHead(builder.head.bytes) == builder.head)
    var blocks: [[UInt8]] = []
    builder.eachBlock { _, bytes in blocks.append(bytes) }
    let part = MatchPart(builder.head) { [blocks] in blocks[$0] }
    for (slot, text) in order.enumerated() {
      let (key, symbols) = try part.text(slot)
      #expect(key == texts.keys[text] && Array(symbols) == Array(texts.symbols[texts.range(text)]))
    }
  }

  @Test(arguments: 0..<200) func aDamagedBlockIsRefused(_ seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    var texts = MatchTexts()
    for number in 0..<40 { texts.append(Int64(number), "网络法治\(number)", by: .characters) }
    let builder = MatchPartBuilder(texts, texts.parts()[0])
    var blocks: [[UInt8]] = []
    builder.eachBlock { _, bytes in blocks.append(bytes) }
    let block = Int.random(in: 0..<blocks.count, using: &random)
    for _ in 0..<3 where !blocks[block].isEmpty {
      blocks[block][Int.random(in: 0..<blocks[block].count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    if seed % 3 == 0 { blocks[block].removeLast(Int.random(in: 0...8, using: &random)) }
    let index = MatchIndex(.characters, parts: [MatchPart(builder.head) { [blocks] in blocks[$0] }])
    // Found, not found or refused: never a crash.
    _ = try? index.search("网络法治7", least: 0.7, limit: 3) { _ in 0.8 }
  }

  @Test func nothingIsNearNothing() throws {
    let index = MatchIndex(.words)
    index.add(1, "")
    index.add(2, "law")
    #expect(try index.search("", least: 0, limit: 5) { _ in 1 }.isEmpty)
    #expect(try index.search(" ", least: 0.7, limit: 5) { _ in 1 }.isEmpty)
  }

  @Test func veryLongTextsAreFound() throws {
    let long = String(repeating: "法治", count: 40_000)
    var texts = MatchTexts()
    texts.append(1, long, by: .characters)
    texts.append(2, "法治", by: .characters)
    let index = MatchIndex(.characters, texts)
    let found = try index.search(long + "国", least: 0.99, limit: 1) { _ in 0.995 }
    #expect(found.map(\.key) == [1])
  }
}
