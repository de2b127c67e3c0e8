// Units found by what they mean: which are nearest, what is kept, what goes on after a stop.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

/// Vectors of 64 numbers in which texts of the same letters are near.
private struct LetterEncoder: SentenceEncoder {
  var id = "letters"
  let dimension = 64

  func encode(_ texts: [String]) -> [Float] {
    texts.flatMap { text in
      var vector = [Float](repeating: 0, count: dimension)
      for scalar in text.unicodeScalars {
        for bit in 0..<8 {
          let mixed = (scalar.value &* 2_654_435_761 &+ UInt32(bit) &* 40_503) >> 7
          vector[Int(mixed % 64)] += bit % 2 == 0 ? 1 : -1
        }
      }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? vector.map { $0 / length } : vector
    }
  }
}

@Suite struct MeaningTests {
  let folder: Folder
  let store: Store
  private let encoder = LetterEncoder()

  init() throws {
    folder = try Folder()
    store = try folder.open()
  }

  private func take(_ texts: [String], as name: String) throws {
    var rest: [Unit]? = texts.enumerated().map { index, text in
      Unit(
        id: "", source: text, target: "", sourceLanguage: .en, targetLanguage: .zhHans,
        status: index % 2 == 0 ? .confirmed : .unreviewed, document: name, tu: index + 1)
    }
    let memory = TranslationMemory(
      name: name,
      origin: Origin(
        fileName: "a.tmx", sha256: String(repeating: "0b", count: 32), encoding: "UTF-8"),
      format: "tmx")
    try store.importUnits(memory) {
      defer { rest = nil }
      return rest.map { UnitRows($0) }
    }
  }

  /// Indexes at most so many portions.
  private func index(portions: Int = .max, of count: Int = 7, by encoder: LetterEncoder? = nil)
    throws
  {
    let encoder = encoder ?? self.encoder
    _ = try store.unitsWithoutMeaning(of: encoder)
    for _ in 0..<portions {
      let units = try store.nextWithoutMeaning(of: encoder, count)
      if units.isEmpty { return }
      try store.keepMeanings(
        units.flatMap { encoder.encode([$0.texts[0]]) }, of: units, by: encoder)
    }
  }

  private func nearest(
    _ text: String, _ limit: Int = 3, all: Bool = false, _ filter: UnitCondition = UnitCondition()
  ) throws -> [FoundUnit] {
    try store.nearest(to: encoder.encode([text]), where: filter, limit: limit, all: all).units
  }

  private func sentences(_ count: Int) -> [String] {
    (0..<count).map { number in
      (0..<6).map { "word\((number * 31 + $0 * $0 * 17) % 211)" }.joined(separator: " ")
    }
  }

  @Test func theSameTextIsNearestAndTheOrderIsThatOfAllVectors() throws {
    let texts = sentences(300)
    try take(texts, as: "a")
    try index()
    for text in texts.prefix(20) {
      let found = try nearest(text, 10)
      #expect(found[0].unit.source == text && found[0].similarity ?? 0 > 0.99)  // kept in bytes
      // In full precision, in order, without an index.
      let query = encoder.encode([text])
      let truth = texts.map { other in
        zip(query, encoder.encode([other])).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      }.sorted(by: >)
      for (unit, cosine) in zip(found, truth) {
        #expect(abs(Float(unit.similarity ?? 0) - cosine) < 0.01)
      }
      #expect(try nearest(text, 10, all: true) == found)
    }
  }

  @Test func whatWasInterruptedGoesOn() throws {
    try take(sentences(40), as: "a")
    try index(portions: 2)
    #expect(try store.unitsWithoutMeaning(of: encoder) == 26)
    try index()
    #expect(try store.unitsWithoutMeaning(of: encoder) == 0)
    try take(["quite new"], as: "b")
    #expect(try store.unitsWithoutMeaning(of: encoder) == 1)
    try index()
    #expect(try nearest("quite new")[0].unit.document == "b")
  }

  @Test func anotherEncodersVectorsGo() throws {
    try take(sentences(20), as: "a")
    try index()
    let other = LetterEncoder(id: "letters 2")
    #expect(try store.unitsWithoutMeaning(of: other) == 20)
    try index(by: other)
    #expect(try store.unitsWithoutMeaning(of: encoder) == 20)
    #expect(
      try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meaning") } == 20)
  }

  @Test func filtersAndWhatIsGone() throws {
    try take(sentences(30), as: "a")
    try take(["word1 word2"], as: "b")
    try index()
    var filter = UnitCondition()
    filter.documents = ["b"]
    #expect(try nearest("word200", 3, all: false, filter).map(\.unit.document) == ["b"])
    try store.undo(.document("b"))
    #expect(try !nearest("word1 word2", 31).contains { $0.unit.document == "b" })
  }
}
