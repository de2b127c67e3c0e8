/// Places of units, rising, read as far as somebody wants them.
protocol PostingStream: AnyObject {
  /// The first place that is not below `place`; `nil` when there is none. Asked for rising places.
  func first(from place: UInt32) -> UInt32?
}

/// The list of one gram.
final class ListStream: PostingStream {
  private var numbers: LEB128<[UInt8]>
  private var current: UInt32? = .max

  init(_ list: [UInt8]) { numbers = LEB128(list) }

  func first(from place: UInt32) -> UInt32? {
    while let here = current, here == .max || here < place {
      current = numbers.next().map { here &+ UInt32(truncatingIfNeeded: $0) }
    }
    return current
  }
}

/// Units that all streams have. O(the shortest stream), but every stream is decoded up to there.
final class AllOf: PostingStream {
  private let streams: [any PostingStream]

  init(_ streams: [any PostingStream]) { self.streams = streams }

  func first(from place: UInt32) -> UInt32? {
    guard var candidate = streams.first?.first(from: place) else { return nil }
    var index = 1
    while index < streams.count {
      guard let found = streams[index].first(from: candidate) else { return nil }
      if found == candidate {
        index += 1
      } else {
        guard let next = streams[0].first(from: found) else { return nil }
        (candidate, index) = (next, 1)
      }
    }
    return candidate
  }
}

/// Units that any of the streams has.
final class AnyOf: PostingStream {
  private let streams: [any PostingStream]

  init(_ streams: [any PostingStream]) { self.streams = streams }

  func first(from place: UInt32) -> UInt32? {
    streams.compactMap { $0.first(from: place) }.min()
  }
}
