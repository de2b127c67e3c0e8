// What is encoded once is looked up afterwards, and nobody can tell the vectors apart.
import Bitext
import Encoding
import Foundation
import GRDB
import Synchronization
import TestData
import Testing

@testable import Workbench

@Suite struct CachedEncoderTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let segments = ["春天来了。", "花都开了。", "花都开了。", "我们回家。", ""]
  private static let spans = segments.indices.flatMap { start in
    (start + 1...min(start + 4, segments.count)).map { start..<$0 }
  }

  private func vectors(_ encoder: some SentenceEncoder) throws -> [Float] {
    try encoder.encode(spans: Self.spans, of: Self.segments, joiner: "")
  }

  @Test func nothingIsEncodedTwice() throws {
    let counting = CountingEncoder()
    let first = CachedEncoder(counting, in: try folder.bench().store)
    let vectors = try vectors(first)
    let distinct = Self.spans.count - 1  // 花都开了。 stands there twice.
    #expect(counting.calls == [distinct])
    #expect(try self.vectors(first) == vectors, "before it is kept")
    first.keep()
    #expect(try self.vectors(first) == vectors)
    let again = CachedEncoder(counting, in: try folder.bench().store)
    #expect(try self.vectors(again) == vectors)
    again.keep()
    #expect(counting.calls == [distinct])
    let kept = try folder.bench().figures().vectors
    #expect(kept.count == distinct && kept.bytes == distinct * 2 * 2)
  }

  @Test func onlyWhatIsMissingIsEncoded() throws {
    let counting = CountingEncoder()
    let first = CachedEncoder(counting, in: try folder.bench().store)
    _ = try first.encode(Self.segments)
    first.keep()
    let again = CachedEncoder(counting, in: try folder.bench().store)
    let vectors = try vectors(again)
    #expect(counting.calls == [4, Self.spans.count - 5])
    #expect(try vectors == self.vectors(CachedEncoder(CountingEncoder(), in: nil)))
  }

  @Test func anotherEncoderHasItsOwn() throws {
    for id in ["a", "b"] {
      let counting = CountingEncoder(id: id)
      let encoder = CachedEncoder(counting, in: try folder.bench().store)
      _ = try encoder.encode(Self.segments)
      encoder.keep()
      #expect(counting.calls == [4], "\(id)")
    }
  }

  @Test func aFileOfVectorsIsNotCopied() throws {
    let path = folder.path + "/texts.npy"
    let texts = try folder.file("texts.txt", "a\nb\n")
    try Data(VectorFile.bytes([1, 0, 0, 1], dimension: 2, asArray: true))
      .write(to: URL(filePath: path))
    let bench = try folder.bench()
    let encoder = CachedEncoder(try VectorFile(vectors: path, texts: texts), in: bench.store)
    #expect(try encoder.encode(["b", "a"]) == [0, 1, 1, 0])
    encoder.keep()
    #expect(try bench.figures().vectors.count == 0)
  }

  // MARK: The same vectors

  @Test(.needsEncoder) func vectorsAreTheSameHoweverTheyCome() throws {
    let embedded = try EmbeddedEncoder(path: #require(TestData.encoder))
    let expected = try vectors(CachedEncoder(embedded, in: nil))
    for kept in [0, 3, 9, Self.spans.count] {
      let bench = try Folder().bench()
      let before = CachedEncoder(embedded, in: bench.store)
      _ = try before.encode(
        spans: Array(Self.spans.suffix(kept)), of: Self.segments, joiner: "")
      before.keep()
      #expect(try vectors(CachedEncoder(embedded, in: bench.store)) == expected, "\(kept) kept")
    }
    let exact = try vectors(embedded)
    for (number, rounded) in zip(exact, expected) { #expect(abs(number - rounded) < 3e-4) }
  }

  // MARK: A workspace that cannot be used

  @Test func aHeldWorkspaceOnlyCostsTime() throws {
    let counting = CountingEncoder()
    let encoder = CachedEncoder(counting, in: try folder.bench().store)
    var settings = Configuration()
    settings.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: folder.path + "/bitext.db", configuration: settings)
    try other.writeWithoutTransaction { try $0.beginTransaction(.exclusive) }
    _ = try encoder.encode(Self.segments)
    encoder.keep()
    #expect(counting.calls == [4])
    try other.writeWithoutTransaction { try $0.rollback() }
    #expect(try folder.bench().figures().vectors.count == 0)
  }

  @Test func anUnreadableWorkspaceOnlyCostsTime() throws {
    let counting = CountingEncoder()
    let encoder = CachedEncoder(counting, in: try folder.bench().store)
    _ = try encoder.encode(Self.segments)
    encoder.keep()
    let other = try DatabaseQueue(path: folder.path + "/bitext.db")
    try other.write { try $0.execute(sql: "DROP TABLE vector") }
    #expect(try encoder.encode(["春天来了。"]) == CountingEncoder().encode(["春天来了。"]))
    #expect(counting.calls == [4, 1])
  }

  @Test func theEncodersFaultIsTold() throws {
    let encoder = CachedEncoder(CountingEncoder(breaksAt: 2), in: try folder.bench().store)
    _ = try encoder.encode(Self.segments)
    #expect(throws: Broken.self) { try self.vectors(encoder) }
    encoder.keep()
    #expect(try folder.bench().figures().vectors.count == 4)
  }
}

private struct Broken: Error {}

/// Two numbers a text, which half floats hold exactly, and how many texts each call had.
private final class CountingEncoder: SentenceEncoder {
  let id: String
  let dimension = 2
  private let breaksAt: Int?
  private let counts = Mutex<[Int]>([])

  init(id: String = "counting", breaksAt: Int? = nil) { (self.id, self.breaksAt) = (id, breaksAt) }

  var calls: [Int] { counts.withLock(\.self) }

  func encode(_ texts: [String]) throws -> [Float] {
    let calls = counts.withLock { counts in
      counts.append(texts.count)
      return counts.count
    }
    if calls == breaksAt { throw Broken() }
    return texts.flatMap { text in
      let sum = text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 1024 }
      return [Float(sum) / 1024, Float(text.utf8.count)]
    }
  }
}
