/// The segments of one side that may belong elsewhere: the nulls of a ladder, and what the lattice
/// holds for a null with some probability though the ladder absorbed it in a bead.
struct OpenSegments {
  /// A segment that is a null with at least this probability is open.
  static let leastNull: Float = 0.05

  /// The open segments in order.
  private(set) var list: [Int] = []
  /// For each open segment the gaps between the ladder's pairs that it could stand in; `nil` for
  /// the others. Two segments whose gaps meet could be paired in order.
  private(set) var gaps: [ClosedRange<Int>?]

  private init(count: Int) { gaps = Array(repeating: nil, count: count) }

  private mutating func open(_ segment: Int, _ gap: ClosedRange<Int>) {
    list.append(segment)
    gaps[segment] = gap
  }

  /// Both sides of a ladder.
  /// - Parameter nulls: for each segment the probability that it is a null.
  static func both(
    _ steps: [Lattice.Step], nulls: (source: [Float], target: [Float])
  ) -> (source: OpenSegments, target: OpenSegments) {
    var source = OpenSegments(count: nulls.source.count)
    var target = OpenSegments(count: nulls.target.count)
    var gap = 0
    for step in steps {
      let (a, b) = Shapes.all[step.shape]
      let isNull = a == 0 || b == 0
      let reach = isNull ? gap...gap : gap...gap + 1
      for i in step.i..<step.i + a where isNull || nulls.source[i] >= leastNull {
        source.open(i, reach)
      }
      for j in step.j..<step.j + b where isNull || nulls.target[j] >= leastNull {
        target.open(j, reach)
      }
      gap = reach.upperBound
    }
    return (source, target)
  }

  /// The runs of up to `longest` open segments that hold `segment`.
  func spans(around segment: Int, longest: Int) -> [Range<Int>] {
    (max(0, segment - longest + 1)...segment).flatMap { start in
      (segment + 1...min(gaps.count, start + longest)).map { start..<$0 }
    }.filter { $0.allSatisfy { gaps[$0] != nil } }
  }
}
