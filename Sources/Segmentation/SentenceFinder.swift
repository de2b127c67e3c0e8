internal import CICU

/// The sentences of one paragraph: ICU and the language's extra terminators propose where one may
/// end, and the rules decide at each such joint.
final class SentenceFinder {
  private let rules: SegmentationRules
  private let icu: OpaquePointer?

  init(rules: SegmentationRules) {
    self.rules = rules
    icu = cicu_sentences_open(rules.locale)
  }

  deinit { cicu_sentences_close(icu) }

  /// The places of the sentences in `range`, in order, without surrounding white space. O(n).
  func sentences(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    let bytes = ParagraphBytes(UnsafeBufferPointer(rebasing: text[range]))
    var sentences: [Range<Int>] = []
    var start = bytes.skippingSpaces(from: 0)
    var lastTerminator = 0
    for end in proposals(in: bytes) where end > lastTerminator {
      guard let joint = Joint(proposed: end, in: bytes, after: start),
        joint.terminator.upperBound > lastTerminator
      else { continue }
      lastTerminator = joint.terminator.upperBound
      guard rules.breaks(at: joint, in: bytes) else { continue }
      sentences.append(start..<joint.end)
      start = joint.start
    }
    let end = bytes.trimmingSpaces(to: bytes.count)
    if start < end { sentences.append(start..<end) }
    return sentences.map {
      $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound
    }
  }

  /// Offsets at which a sentence may end, ascending.
  private func proposals(in bytes: ParagraphBytes) -> [Int] {
    var ends: [Int] = []
    guard
      bytes.buffer.withMemoryRebound(
        to: CChar.self, { cicu_sentences_begin(icu, $0.baseAddress, $0.count) })
    else { return bytes.ends(of: rules.extraTerminators) }
    while case let end = cicu_sentences_next(icu), end >= 0 { ends.append(Int(end)) }
    return merged(ends, bytes.ends(of: rules.extraTerminators))
  }

  private func merged(_ a: [Int], _ b: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i] <= b[j] {
        result.append(a[i])
        i += 1
      } else {
        result.append(b[j])
        j += 1
      }
    }
    return result
  }
}
