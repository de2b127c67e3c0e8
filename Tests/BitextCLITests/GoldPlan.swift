// A reviewer who knows the gold ladder and wastes no key: where the ladder is wrong, the shortest
// script of keys that puts it right is searched for.
import Bitext
import Foundation
import Review
import Testing

@testable import Workbench

struct GoldPlan {
  /// The shapes of the gold ladder.
  let gold: [Shape]
  private let borders: Set<Shape>
  private let goldBeads: Set<[Shape]>
  private var desk: ReviewDesk

  /// The plan of a pair in the workspace of a folder, which is copied and then left alone.
  init(_ folder: String, _ name: String, gold path: String) throws {
    let copy = folder + "/plan.db"
    try FileManager.default.copyItem(atPath: folder + "/bitext.db", toPath: copy)
    let bench = try Bench(workspace: copy, .existing, author: "plan") {
      Date(timeIntervalSince1970: 0)
    }
    desk = try bench.reviewDesk(name, ReviewSettings()) { _, _ in AligningMeans() }
    let extent = Shape(desk.pair.source.segments.count, desk.pair.target.segments.count)
    gold = try Self.ladder(String(contentsOfFile: path, encoding: .utf8), extent)
    let corners = Self.corners(gold)
    borders = Set(corners)
    goldBeads = Set(zip(corners, corners.dropFirst()).map { [$0, $1] })
  }

  /// The shapes of gold beads in the order of the texts; what no bead holds is a null of its own.
  private static func ladder(_ text: String, _ extent: Shape) throws -> [Shape] {
    var shapes: [Shape] = []
    var (source, target) = (0, 0)
    func fill(to end: Shape) {
      shapes += Array(repeating: Shape(1, 0), count: max(0, end.source - source))
      shapes += Array(repeating: Shape(0, 1), count: max(0, end.target - target))
      (source, target) = (max(source, end.source), max(target, end.target))
    }
    for line in text.split(separator: "\n") {
      let sides = line.split(separator: ":").prefix(2).map { side in
        side.matches(of: /\d+/).compactMap { Int($0.output) }
      }
      try #require(sides.count == 2)
      guard let firstSource = sides[0].first ?? Optional(source),
        let firstTarget = sides[1].first ?? Optional(target)
      else { continue }
      guard !sides[0].isEmpty, !sides[1].isEmpty else { continue }
      fill(to: Shape(firstSource, firstTarget))
      shapes.append(Shape(sides[0].count, sides[1].count))
      (source, target) = (source + sides[0].count, target + sides[1].count)
    }
    fill(to: extent)
    return shapes
  }

  /// The segments above each bead, and all of them below the last.
  private static func corners(_ shapes: [Shape]) -> [Shape] {
    shapes.reduce(into: [Shape(0, 0)]) { corners, shape in
      let last = corners[corners.count - 1]
      corners.append(Shape(last.source + shape.source, last.target + shape.target))
    }
  }

  private static func corners(of pair: DocumentPair) -> [Shape] {
    corners(pair.rows.map(pair.shape))
  }

  /// How many rows are no gold beads.
  var wrongBeads: Int {
    let corners = Self.corners(of: desk.pair)
    return zip(corners, corners.dropFirst()).count { !goldBeads.contains([$0, $1]) }
  }

  /// Whether a row is no gold bead, or less sure than what is accepted.
  func isWrongOrUnsure(_ index: Int) -> Bool {
    let corners = Self.corners(of: desk.pair)
    return !goldBeads.contains([corners[index], corners[index + 1]])
      || (desk.pair.rows[index].confidence ?? 0) < desk.settings.acceptAbove
  }

  // MARK: Scripts

  /// Every row put right where it is wrong, and confirmed by itself: from the top, row by row.
  mutating func keysConfirmingEachRow() throws -> [String] {
    var keys = ["home"]
    _ = try desk.perform(.top)
    while desk.pair.rows.contains(where: { $0.status == .unreviewed }) {
      keys += try mend()
      _ = try desk.perform(.confirmAndStep)
      keys.append("y")
    }
    return keys
  }

  /// Every doubtful row put right where it is wrong, and confirmed; then the rest accepted.
  mutating func keysDoubtfulFirst() throws -> [String] {
    var keys: [String] = []
    while desk.pair.rows.contains(where: { RowFilter.doubtful.holds($0, of: desk.pair) }) {
      keys += try mend()
      _ = try desk.perform(.confirm)
      keys.append("enter")
    }
    _ = try desk.accept(desk.acceptance(atLeast: desk.settings.acceptAbove))
    return keys + ["Y", "enter"]
  }

  /// The shortest script that puts the rows right between the nearest borders, around the cursor,
  /// that both ladders have.
  private mutating func mend() throws -> [String] {
    let corners = Self.corners(of: desk.pair)
    var (first, end) = (desk.index, desk.index + 1)
    while !borders.contains(corners[first]) { first -= 1 }
    while !borders.contains(corners[end]) { end += 1 }
    let wanted = borders.filter { isWithin($0, corners[first], corners[end]) }
    guard Set(corners[first...end]) != wanted else { return [] }
    let found = try Search(desk, wanted: wanted, from: corners[first], to: corners[end]).run()
    let script = try #require(
      found,
      "no script mends rows \(first + 1) to \(end) of \(desk.pair.name)")
    desk = script.desk
    return script.keys
  }

  private func isWithin(_ corner: Shape, _ first: Shape, _ last: Shape) -> Bool {
    (first.source...last.source).contains(corner.source)
      && (first.target...last.target).contains(corner.target)
  }
}

/// Dijkstra's search through what keys make of some rows.
private struct Search {
  struct Script {
    var desk: ReviewDesk
    var keys: [String]
  }

  private let start: ReviewDesk
  private let wanted: Set<Shape>
  private let first: Shape
  private let last: Shape

  init(_ desk: ReviewDesk, wanted: Set<Shape>, from first: Shape, to last: Shape) {
    start = desk
    (self.wanted, self.first, self.last) = (wanted, first, last)
  }

  private static let commands: [(String, KeyCommand)] = [
    ("j", .down), ("k", .up), ("tab", .otherSide), ("J", .nudgeDown), ("K", .nudgeUp),
    ("m", .mergeDown), ("M", .mergeUp), ("S", .splitHere), ("right", .nextSegment),
    (">", .shiftDown), ("<", .shiftUp),
  ]

  /// The script with the fewest keys; `nil` when twelve are not enough.
  func run() throws -> Script? {
    var queue: [[Node]] = [[Node(Local(start, first, last), keys: [])]]
    var seen: Set<Local> = []
    for cost in 0...12 {
      guard cost < queue.count else { continue }
      for node in queue[cost] where seen.insert(node.local).inserted {
        if node.local.corners == wanted { return try replayed(node.keys) }
        for next in node.local.next() {
          let total = cost + next.keys.count
          while queue.count <= total { queue.append([]) }
          queue[total].append(Node(next.local, keys: node.keys + next.keys))
        }
      }
    }
    return nil
  }

  private struct Node {
    var local: Local
    var keys: [String]

    init(_ local: Local, keys: [String]) { (self.local, self.keys) = (local, keys) }
  }

  /// The same keys on the desk itself.
  private func replayed(_ keys: [String]) throws -> Script {
    var desk = start
    var draft: SplitDraft?
    for key in keys {
      if key == "s" {
        if case .split(let split) = try desk.perform(.split) { draft = split }
      } else if let split = draft {
        var split = split
        draft = nil
        switch key {
        case ";": split.moveToLikely(forward: true)
        case ",": split.moveToLikely(forward: false)
        case "tab": split.side = split.side.other
        default:
          _ = try desk.take(split)
          continue
        }
        draft = split
      } else if let command = Self.commands.first(where: { $0.0 == key })?.1 {
        _ = try desk.perform(command)
      }
    }
    return Script(desk: desk, keys: keys)
  }
}

/// Some rows with the cursor, in a document pair of its own that is stored nowhere.
private struct Local: Hashable {
  private var pair: DocumentPair
  private var cursor: Int
  private var side: Side
  private var segment = 0
  /// The corners that the rows lie between, which stay.
  private let ends: (first: Shape, last: Shape)

  init(_ desk: ReviewDesk, _ first: Shape, _ last: Shape) {
    pair = desk.pair
    (cursor, side, segment) = (desk.index, desk.side, desk.segment)
    ends = (first, last)
  }

  static func == (a: Local, b: Local) -> Bool {
    (a.cursor, a.side, a.segment) == (b.cursor, b.side, b.segment) && a.corners == b.corners
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(cursor)
    hasher.combine(side)
    hasher.combine(segment)
    hasher.combine(corners)
  }

  /// The corners of the rows, both ends among them.
  var corners: Set<Shape> {
    var corners: Set<Shape> = []
    var corner = Shape(0, 0)
    for row in pair.rows {
      if isWithin(corner) { corners.insert(corner) }
      let shape = pair.shape(row)
      corner = Shape(corner.source + shape.source, corner.target + shape.target)
    }
    if isWithin(corner) { corners.insert(corner) }
    return corners
  }

  private func isWithin(_ corner: Shape) -> Bool {
    (ends.first.source...ends.last.source).contains(corner.source)
      && (ends.first.target...ends.last.target).contains(corner.target)
  }

  /// What one key, or one split, makes of it.
  func next() -> [(local: Local, keys: [String])] {
    var next: [(Local, [String])] = []
    func add(_ keys: [String], _ change: (inout Local) -> Bool) {
      var local = self
      if change(&local), local.isWhole { next.append((local, keys)) }
    }
    add(["j"]) { $0.go(1) }
    add(["k"]) { $0.go(-1) }
    add(["tab"]) {
      ($0.side, $0.segment) = ($0.side.other, 0)
      return true
    }
    add(["right"]) {
      $0.segment += 1
      return $0.segment
        < $0.pair[$0.side].indices(startingIn: $0.pair.rows[$0.cursor][$0.side]).count
    }
    for (key, action) in actions { add([key]) { $0.act(action) } }
    add(["S"]) { local in
      var split = local.draft
      split.cut(afterSegments: local.segment + 1)
      return local.act(split.action)
    }
    for (keys, split) in splits { add(["s"] + keys + ["enter"]) { $0.act(split.action) } }
    return next
  }

  private var isWhole: Bool {
    let corners = corners
    return corners.contains(ends.first) && corners.contains(ends.last)
  }

  private var actions: [(String, ReviewAction)] {
    [
      ("J", .nudgeDown(side)), ("K", .nudgeUp(side)), ("m", .mergeDown()), ("M", .mergeUp()),
      (">", .shiftDown(side)), ("<", .shiftUp(side)),
    ]
  }

  private var draft: SplitDraft {
    SplitDraft(of: pair, at: cursor, side: side, lockedSource: true)
  }

  /// Splits with the keys that choose them: likely places on the active side, then on the other.
  private var splits: [(keys: [String], split: SplitDraft)] {
    let moves: [[String]] = [[], [";"], [";", ";"], [","], [",", ","]]
    return moves.flatMap { here in
      moves.map { there -> ([String], SplitDraft) in
        var split = draft
        for key in here { split.moveToLikely(forward: key == ";") }
        guard !there.isEmpty else { return (here, split) }
        split.side = split.side.other
        for key in there { split.moveToLikely(forward: key == ";") }
        return (here + ["tab"] + there, split)
      }
    }
  }

  private mutating func go(_ step: Int) -> Bool {
    cursor += step
    segment = 0
    return pair.rows.indices.contains(cursor)
  }

  private mutating func act(_ action: ReviewAction) -> Bool {
    let old = pair.rows[cursor]
    let nextID = (pair.rows.map(\.id).max() ?? 0) + 1
    guard let edit = try? pair.edit(for: action, at: cursor, nextID: nextID),
      !edit.changesNothing, (try? pair.apply(edit)) != nil
    else { return false }
    cursor = pair.place(of: old)
    segment = 0
    return true
  }
}
