internal import Bitext

/// Cuts text by a language's SRX rules. Of the rules that match at a place the first decides, and
/// without one there is no cut (SRX 2.0). A rule that cuts is sought as programs do, forward from every
/// character and taking in as much as it can, so that `[。！]+` does not cut inside `！！`; one that keeps
/// together counts wherever it matches.
final class SRXCutter: SentenceCutter {
  private let rules: [(rule: SRXRules.Rule, pattern: ICUPattern)]
  private let path: String

  /// - Throws: `noRules`, `noSuchRules`, `badRule`.
  init(_ srx: SRXRules, _ language: Language) throws(SegmentationError) {
    path = srx.path
    var rules: [(SRXRules.Rule, ICUPattern)] = []
    for rule in try srx.rules(for: language) {
      rules.append((rule, try Self.pattern(rule, path)))
    }
    self.rules = rules
  }

  /// One pattern for both parts of a rule. It ends at the cut, or is empty there.
  private static func pattern(
    _ rule: SRXRules.Rule, _ path: String
  ) throws(SegmentationError) -> ICUPattern {
    let parts = [("beforebreak", rule.before), ("afterbreak", rule.after)]
    for (part, expression) in parts where !expression.isEmpty {
      _ = try ICUPattern(expression) { .badRule(path, line: rule.line, part: part, reason: $0) }
    }
    let before = LookBehind.bounded(rule.before)
    let after = "(?=\(rule.after))"
    let whole = rule.breaks ? "(?:\(before))\(after)" : "\(after)(?<=\(before))"
    return try ICUPattern(rule.before.isEmpty ? after : whole) {
      .badRule(path, line: rule.line, part: "beforebreak", reason: $0)
    }
  }

  func sentences(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(SegmentationError) -> [Range<Int>] {
    let bytes = ParagraphBytes(UnsafeBufferPointer(rebasing: text[range]))
    var sentences: [Range<Int>] = []
    var start = bytes.skippingSpaces(from: 0)
    for cut in try cuts(in: bytes) + [bytes.count] {
      let end = bytes.trimmingSpaces(to: cut)
      guard end > start else { continue }
      sentences.append(start + range.lowerBound..<end + range.lowerBound)
      start = bytes.skippingSpaces(from: cut)
    }
    return sentences
  }

  /// Where the text is cut, ascending: where a rule cuts and no earlier one keeps together.
  private func cuts(in bytes: ParagraphBytes) throws(SegmentationError) -> [Int] {
    var firstCutter: [Int: Int] = [:]
    for (index, entry) in rules.enumerated() where entry.rule.breaks {
      for place in try places(entry.pattern, entry.rule, in: bytes) {
        firstCutter[place] = firstCutter[place] ?? index
      }
    }
    guard let last = firstCutter.values.max() else { return [] }
    let keepers = rules[..<last].enumerated().filter { !$0.element.rule.breaks }
    for (_, entry) in keepers where !entry.pattern.begin(bytes.buffer) {
      throw .endless(path, line: entry.rule.line)
    }
    var cuts: [Int] = []
    for (place, index) in firstCutter.sorted(by: { $0.key < $1.key }) {
      let earlier = keepers.prefix { $0.offset < index }.map(\.element)
      if try !isKept(place, by: earlier) { cuts.append(place) }
    }
    return cuts
  }

  /// Where a rule cuts.
  private func places(
    _ pattern: ICUPattern, _ rule: SRXRules.Rule, in bytes: ParagraphBytes
  ) throws(SegmentationError) -> [Int] {
    guard pattern.begin(bytes.buffer) else { throw .endless(path, line: rule.line) }
    var places: [Int] = []
    var from = 0
    do {
      while let match = try pattern.match(from: from) {
        if places.last != match.upperBound { places.append(match.upperBound) }
        guard let next = bytes.character(at: match.lowerBound) else { break }
        from = match.lowerBound + next.length
      }
    } catch {
      throw .endless(path, line: rule.line)
    }
    return places
  }

  private func isKept(
    _ place: Int, by rules: [(rule: SRXRules.Rule, pattern: ICUPattern)]
  ) throws(SegmentationError) -> Bool {
    for entry in rules {
      do { if try entry.pattern.matches(at: place) { return true } } catch {
        throw .endless(path, line: entry.rule.line)
      }
    }
    return false
  }
}
