/// How many segments a bead holds on each side: `2-1`, `1-0`.
public struct Shape: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Segments on the source side.
  public let source: Int
  /// Segments on the target side.
  public let target: Int

  /// `source` segments facing `target` segments.
  public init(_ source: Int, _ target: Int) {
    self.source = source
    self.target = target
  }

  /// Reads `2-1`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let source = parts[0], let target = parts[1], source >= 0, target >= 0
    else { return nil }
    self.init(source, target)
  }

  /// Whether one side is empty.
  public var isNull: Bool { source == 0 || target == 0 }

  public var description: String { "\(source)-\(target)" }

  public static func < (a: Shape, b: Shape) -> Bool { (a.source, a.target) < (b.source, b.target) }
}

/// Source segments facing target segments, counted from 0. Gold files and other aligners' files
/// may hold gaps, repeats and crossings, so a bead alone promises nothing about order.
public struct Bead: Hashable, Sendable {
  /// Indices of the source segments.
  public var source: [Int]
  /// Indices of the target segments.
  public var target: [Int]
  /// The probability, 0 to 1, that the bead is right; `nil` when nobody stated one.
  public var confidence: Double?

  /// A bead of the given segments.
  public init(_ source: [Int], _ target: [Int], confidence: Double? = nil) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// How many segments it holds on each side.
  public var shape: Shape { Shape(source.count, target.count) }
}

/// All beads of a document pair: every segment of both sides exactly once, in order, and each
/// null bead holding one segment.
public struct Ladder: Hashable, Sendable, CustomStringConvertible {
  /// The beads from the first segments to the last.
  public let beads: [Bead]

  /// `nil` unless the beads cover both texts from segment 0 in order, none of them empty.
  public init?(_ beads: [Bead]) {
    var source = 0
    var target = 0
    for bead in beads {
      guard bead.source.elementsEqual(source..<source + bead.source.count),
        bead.target.elementsEqual(target..<target + bead.target.count),
        !bead.shape.isNull || bead.source.count + bead.target.count == 1
      else { return nil }
      source += bead.source.count
      target += bead.target.count
    }
    self.beads = beads
  }

  /// The ladder of these shapes; its shapes determine it. `nil` when a null bead is not of one
  /// segment, or the confidences given are not one a shape.
  public init?(shapes: [Shape], confidences: [Double]? = nil) {
    guard confidences.map({ $0.count == shapes.count }) ?? true else { return nil }
    var source = 0
    var target = 0
    self.init(
      shapes.enumerated().map { index, shape in
        defer {
          source += shape.source
          target += shape.target
        }
        return Bead(
          Array(source..<source + shape.source), Array(target..<target + shape.target),
          confidence: confidences?[index])
      })
  }

  /// Reads `1-1 2-1 0-1`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    let shapes = parts.compactMap { Shape($0) }
    guard shapes.count == parts.count else { return nil }
    self.init(shapes: shapes)
  }

  /// The number of segments on each side.
  public var extent: Shape {
    Shape(beads.reduce(0) { $0 + $1.source.count }, beads.reduce(0) { $0 + $1.target.count })
  }

  /// The short form: `1-1 2-1 0-1`.
  public var description: String { beads.map(\.shape.description).joined(separator: " ") }
}
