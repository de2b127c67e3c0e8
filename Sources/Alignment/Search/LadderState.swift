/// What the last bead of a ladder was, as far as the next one cares: so that opening a run of nulls
/// and going on with it cost differently.
enum LadderState: Int, CaseIterable {
  case match, sourceNull, sourceRun, targetNull, targetRun

  static let count = allCases.count

  /// The states that a bead of this shape (a number in `Shapes.all`) can leave the ladder in.
  @inline(__always) static func after(_ shape: Int) -> Range<Int> {
    switch shape {
    case 0: sourceNull.rawValue..<targetNull.rawValue
    case 1: targetNull.rawValue..<count
    default: match.rawValue..<sourceNull.rawValue
    }
  }

  /// A step from one state to another and the feature that it has.
  struct Step {
    var from: Int
    var to: Int
    var feature: Feature?
  }

  /// Every step there is.
  static let steps: [Step] = allCases.flatMap { from in
    allCases.compactMap { to in step(from, to) }
  }

  private static func step(_ from: LadderState, _ to: LadderState) -> Step? {
    let feature: Feature?
    switch (from, to) {
    case (_, .match), (.match, .sourceNull), (.match, .targetNull): feature = nil
    case (.sourceNull, .sourceRun): feature = .sourceRun
    case (.sourceRun, .sourceRun): feature = .sourceRunOn
    case (.targetNull, .targetRun): feature = .targetRun
    case (.targetRun, .targetRun): feature = .targetRunOn
    case (.targetNull, .sourceNull): feature = .targetToSource
    case (.targetRun, .sourceNull): feature = .targetRunToSource
    case (.sourceNull, .targetNull): feature = .sourceToTarget
    case (.sourceRun, .targetNull): feature = .sourceRunToTarget
    default: return nil
    }
    return Step(from: from.rawValue, to: to.rawValue, feature: feature)
  }
}
