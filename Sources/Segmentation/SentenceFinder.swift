internal import CICU

/// The sentences of one paragraph: ICU and the language's extra terminators propose where one may
/// end, and the rules decide at each such joint.
final class SentenceFinder: SentenceCutter {
  let rules: SegmentationRules
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
    joints(in: bytes) { joint, verdict in
      guard verdict == .ends else { return }
      sentences.append(start + range.lowerBound..<joint.end + range.lowerBound)
      start = joint.start
    }
    let end = bytes.trimmingSpaces(to: bytes.count)
    if start < end { sentences.append(start + range.lowerBound..<end + range.lowerBound) }
    return sentences
  }

  /// Every joint with what the rules say of it, in order. O(n).
  func joints(in bytes: ParagraphBytes, _ body: (Joint, Verdict) -> Void) {
    var start = bytes.skippingSpaces(from: 0)
    var lastTerminator = 0
    for end in proposals(in: bytes) where end > lastTerminator {
      guard let joint = Joint(proposed: end, in: bytes, after: start),
        joint.terminator.upperBound > lastTerminator
      else { continue }
      lastTerminator = joint.terminator.upperBound
      let verdict = rules.verdict(at: joint, in: bytes)
      body(joint, verdict)
      if verdict == .ends { start = joint.start }
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
