/// A run of pieces with as many neighbours on each side as the n-gram layers see from it, so that
/// what they make of it depends on nothing else. Missing neighbours mean that the text ends there.
struct Passage: Hashable {
  /// Neighbours before, the run, neighbours behind.
  let pieces: [Int32]
  /// The run itself.
  let core: Range<Int>

  /// Two layers see this far.
  static let reach = 2 * Network.reach

  /// A run in a text.
  init(_ text: [Int32], _ run: Range<Int>) {
    let start = max(0, run.lowerBound - Self.reach)
    let end = min(text.count, run.upperBound + Self.reach)
    pieces = Array(text[start..<end])
    core = run.lowerBound - start..<run.upperBound - start
  }
}
