internal import FlyingSocks
internal import Foundation
internal import Workbench

/// Tells every open page when something was done in the workspace, by a page or by another process.
actor News {
  /// How often other processes are looked for while a page is open, and how often a page is written
  /// to so that one that has gone is noticed.
  private static let (looking, beating) = (Duration.milliseconds(250), Duration.seconds(15))

  private let bench: Bench
  private var last = 0
  private var readers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var nextReader = 0

  init(_ bench: Bench) { self.bench = bench }

  /// A page's own stream, beginning with the last event.
  func subscribe() -> ByteStream {
    let (messages, reader) = AsyncStream.makeStream(of: [UInt8].self)
    let number = nextReader
    nextReader += 1
    readers[number] = reader
    reader.onTermination = { [weak self] _ in Task { await self?.forget(number) } }
    reader.yield(Self.message(last))
    return ByteStream(messages: messages)
  }

  /// Tells of an event that nobody was told of yet.
  func check() throws {
    let event = try bench.lastEvent()
    guard event != last else { return }
    last = event
    for reader in readers.values { reader.yield(Self.message(event)) }
  }

  /// Looks again and again until cancelled. A workspace that is locked for a moment is read later.
  func watch() async throws {
    var beat = ContinuousClock.now
    while true {
      try await Task.sleep(for: Self.looking)
      guard !readers.isEmpty else { continue }
      try? check()
      guard beat.duration(to: .now) > Self.beating else { continue }
      beat = .now
      for reader in readers.values { reader.yield(Array(":\n\n".utf8)) }
    }
  }

  private func forget(_ number: Int) { readers[number] = nil }

  private static func message(_ event: Int) -> [UInt8] { Array("data: \(event)\n\n".utf8) }
}

/// Messages as the server writes them: each as soon as it is there.
struct ByteStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let messages: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(messages: messages.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var messages: AsyncStream<[UInt8]>.Iterator

    mutating func next() async -> UInt8? { await messages.next()?.first }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? { await messages.next() }
  }
}
