internal import Bitext
internal import Foundation
internal import Review

/// Finding words in both texts.
extension ReviewDesk {
  /// Goes to the next row that holds the words on either side, the case of letters aside; words
  /// that are empty stand for the last ones.
  mutating func find(_ words: String) -> Reply {
    if !words.isEmpty { needle = words }
    guard !needle.isEmpty else { return .done("there is nothing to find") }
    texts.read(pair)
    let below = match(in: index + 1..<pair.rows.count)
    guard let found = below ?? match(in: 0..<index + 1) else {
      return .done("'\(needle)' is not here")
    }
    let reply = goTo(found)
    if case .done(nil) = reply, below == nil { return .done("found from the top again") }
    return reply
  }

  /// The first of these rows that holds the needle. O(text), fast: one pass over its bytes.
  private func match(in rows: Range<Int>) -> Int? {
    guard let first = rows.first else { return nil }
    let inTexts = Side.allCases.compactMap { side -> Int? in
      let start = pair.rows[first][side].lowerBound
      let end = pair.rows[rows.upperBound - 1][side].upperBound
      return texts.first(needle, side, in: start..<end).flatMap { row(holding: $0, side) }
    }
    let corrected = rows.first { index in
      pair.rows[index].edited?.range(of: needle, options: .caseInsensitive) != nil
    }
    return (inTexts + [corrected].compactMap(\.self)).min()
  }

  private func row(holding byte: Int, _ side: Side) -> Int? {
    var (low, high) = (0, pair.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if pair.rows[middle][side].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low < pair.rows.count ? low : nil
  }
}

/// Both texts in lower case at the same places; a letter whose lower case is longer stays.
struct FoldedTexts: Sendable {
  private var bytes: [Side: [UInt8]] = [:]

  /// Reads the texts once. O(texts).
  mutating func read(_ pair: DocumentPair) {
    guard bytes.isEmpty else { return }
    for side in Side.allCases { bytes[side] = Self.folded(pair[side].document.text) }
  }

  /// Where the words first stand in a range of bytes.
  func first(_ words: String, _ side: Side, in range: Range<Int>) -> Int? {
    let needle = Self.folded(words)
    guard let text = bytes[side], range.upperBound <= text.count, !needle.isEmpty else {
      return nil
    }
    return text.withUnsafeBytes { text in
      needle.withUnsafeBytes {
        Self.first($0, in: UnsafeRawBufferPointer(rebasing: text[range]))
      }.map { range.lowerBound + $0 }
    }
  }

  /// Looks for the last byte, which in Chinese is rarer than the first.
  private static func first(
    _ needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer
  ) -> Int? {
    guard let start = text.baseAddress, let wanted = needle.baseAddress else { return nil }
    var end = needle.count - 1
    while end < text.count {
      guard let hit = memchr(start + end, Int32(needle[needle.count - 1]), text.count - end) else {
        return nil
      }
      end = start.distance(to: UnsafeRawPointer(hit)) + 1
      if memcmp(start + end - needle.count, wanted, needle.count) == 0 {
        return end - needle.count
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else {
        let lower = String(scalar).lowercased().utf8
        folded += lower.count == UTF8.width(scalar) ? Array(lower) : Array(String(scalar).utf8)
      }
    }
    return folded
  }
}
