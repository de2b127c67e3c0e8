// Vectors are kept, found again to the bit, and make room for each other; the state knows nothing
// of them.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct VectorTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let day = 86_400

  private func key(_ number: UInt8) -> Data { Data(repeating: number, count: 16) }

  /// Vectors of two numbers, the first of which is the key's.
  private func vectors(_ numbers: UInt8...) -> [(key: Data, vector: KeptVector)] {
    numbers.map { (key($0), KeptVector([Float($0), 0.5])) }
  }

  /// The numbers under which `store` keeps a vector.
  private func kept(_ store: Store, among numbers: ClosedRange<UInt8> = 1...9) throws -> [UInt8] {
    let keys = numbers.map(key)
    var matrix = [Float](repeating: 0, count: 2 * keys.count)
    let found = try store.fill(Array(keys.indices), of: &matrix, dimension: 2, from: keys)
    let rows = keys.indices.filter { !found.missing.contains($0) }
    for row in rows {
      #expect(matrix[2 * row..<2 * row + 2] == [Float(numbers.lowerBound) + Float(row), 0.5])
    }
    return rows.map { numbers.lowerBound + UInt8($0) }
  }

  @Test func whatIsKeptIsFoundAgain() throws {
    let store = try folder.open()
    try store.keep(vectors(1, 2, 4), used: [])
    #expect(try kept(folder.open()) == [1, 2, 4])
    #expect(try store.vectorCounts() == VectorCounts(count: 3, bytes: 12))
  }

  @Test func onlyTheRowsAskedForAreFilled() throws {
    let store = try folder.open()
    try store.keep(vectors(1, 2, 3), used: [])
    var matrix = [Float](repeating: -1, count: 6)
    let found = try store.fill([2], of: &matrix, dimension: 2, from: [key(1), key(2), key(3)])
    #expect(found == FoundVectors())
    #expect(matrix == [-1, -1, -1, -1, 3, 0.5])
  }

  @Test func aVectorOfAnotherLengthIsMissing() throws {
    let store = try folder.open()
    try store.keep(vectors(1), used: [])
    var matrix: [Float] = [7, 7, 7]
    let found = try store.fill([0], of: &matrix, dimension: 3, from: [key(1)])
    #expect(found.missing == [0])
    #expect(matrix == [7, 7, 7])
  }

  // MARK: Room

  /// Four bytes a vector. What was used last stays; of one day, what was stored last.
  @Test(arguments: [
    (room: 12, [3, 4, 5]), (room: 20, [1, 2, 3, 4, 5]), (room: 15, [3, 4, 5]), (room: 8, [4, 5]),
    (room: 4, [4]), (room: 3, [1, 2, 3]),
  ])
  func theLongestUnusedMakesRoom(room: Int, expected: [UInt8]) throws {
    let store = try folder.open()
    try store.keep(vectors(1, 2, 3), used: [])
    try store.keep(vectors(4, 5), used: [], room: room)
    #expect(try kept(store) == expected)
  }

  @Test func whatIsUsedStays() throws {
    try folder.open(from: 0).keep(vectors(1, 2, 3), used: [])
    let later = try folder.open(from: Self.day)
    var matrix: [Float] = [0, 0]
    let found = try later.fill([0], of: &matrix, dimension: 2, from: [key(1)])
    #expect(found == FoundVectors(missing: [], unused: [0]))
    try later.keep(vectors(4), used: [key(1)], room: 12)
    #expect(try kept(later) == [1, 3, 4])
  }

  @Test func aDaysUseIsNotedOnce() throws {
    let store = try folder.open(from: 5 * Self.day)
    try store.keep(vectors(1), used: [])
    var matrix: [Float] = [0, 0]
    #expect(
      try store.fill([0], of: &matrix, dimension: 2, from: [key(1)]) == FoundVectors())
    let tomorrow = try folder.open(from: 6 * Self.day)
    try tomorrow.keep(vectors(1), used: [])
    #expect(
      try tomorrow.fill([0], of: &matrix, dimension: 2, from: [key(1)]) == FoundVectors())
  }

  @Test func forgettingGivesTheRoomBack() throws {
    let store = try folder.open()
    try store.add(.sample("press"))
    let state = try store.stateDump()
    let empty = try store.pages
    try store.keep(
      (0..<2_000).map {
        (KeyMaker.key("\($0)"), KeptVector([Float](repeating: 0.1, count: 512)[...]))
      },
      used: [])
    #expect(try store.pages > empty + 500)
    try store.forgetVectors()
    #expect(try store.pages <= empty)
    #expect(try store.vectorCounts() == VectorCounts(count: 0, bytes: 0))
    #expect(try store.stateDump() == state)
  }

  // MARK: No part of the state

  @Test func theStateAndItsLogKnowNothing() throws {
    let store = try folder.open()
    try store.add(.sample("press"))
    let (state, events) = try (store.stateDump(), store.log(.workspace))
    try store.keep(vectors(1, 2), used: [key(1)])
    #expect(try store.stateDump() == state)
    #expect(try store.log(.workspace) == events)
    _ = try store.undo(.workspace)
    #expect(try kept(store) == [1, 2])
  }

  @Test func aHeldWorkspaceIsSaid() throws {
    let store = try folder.open()
    var settings = Configuration()
    settings.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: store.path, configuration: settings)
    try other.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    let error = #expect(throws: MemoryError.self) { try store.keep(vectors(1), used: []) }
    #expect(error?.reason == .locked)
  }
}

/// Keys and rounding need no workspace.
@Suite struct KeptVectorTests {
  /// Workspaces hold such keys: a change would make every vector in them useless.
  @Test func theKeyIsWhatItWas() {
    let key = KeyMaker(id: "encoder-1").key(["春天", "来了。"], "")
    #expect(key.map { String(format: "%02x", $0) }.joined() == "7f1bf43bcb6c63851be087be03207f97")
  }

  @Test func everythingCounts() {
    let keys = [
      KeyMaker().key(["春天来了。"], ""), KeyMaker().key(["春天", "来了。"], ""),
      KeyMaker().key(["春天来", "了。"], ""), KeyMaker().key(["春天", "来了。"], " "),
      KeyMaker().key(["春天 ", "来了。"], ""), KeyMaker().key(["春天", "", "来了。"], ""),
      KeyMaker().key([""], ""), KeyMaker().key(["", ""], ""),
      KeyMaker(id: "other").key(["春天来了。"], ""),
      KeyMaker(dimension: 3).key(["春天来了。"], ""),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(KeyMaker().key(["春天来了。"], " ") == keys[0], "one segment is not joined")
  }

  @Test(arguments: 1...20) func roundingIsSmallAndDoneOnce(seed: UInt64) {
    let raw = (1...512).map { sin(Float(seed) * Float($0 * $0)) }
    let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let vector = raw.map { $0 / length }
    var kept = [Float](repeating: 0, count: 512)
    KeptVector(vector[...]).fill(row: 0, of: &kept)
    var again = kept
    KeptVector(kept[...]).fill(row: 0, of: &again)
    #expect(again == kept)
    for (number, rounded) in zip(vector, kept) {
      #expect(abs(number - rounded) <= abs(number) / 2048 + 3e-8)
    }
    let product = zip(vector, kept).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(product - 1) < 5e-5)
  }
}

/// An encoder in name only.
private struct KeyMaker: SentenceEncoder {
  var id = "encoder"
  var dimension = 2

  func encode(_ texts: [String]) throws -> [Float] { [] }

  func key(_ segments: [String], _ joiner: String) -> Data {
    VectorKeys(self).key(of: segments[...], joiner: joiner)
  }

  static func key(_ text: String) -> Data { KeyMaker().key([text], "") }
}

extension Store {
  /// The size of the file, as the last checkpoint would leave it.
  fileprivate var pages: Int {
    get throws { try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 } }
  }
}
