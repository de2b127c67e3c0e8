internal import Bitext

/// A document pair in its new texts, before anything is aligned: the rows that stay, and between them
/// a row for each place where the text is another.
struct Revision {
  /// What becomes of a row of the revised pair.
  enum Fate {
    /// Its text is unchanged: it is as it was.
    case kept
    /// A person decided it, and its segments stand there with changed text: its borders stay.
    case changed
    /// What stands here is to be aligned.
    case anew
  }

  /// A place where the text is another.
  struct Change {
    var gap: Gap
    /// What stood there on each side, as a person had left it; a side that is unchanged is absent.
    var old: [Side: String]
  }

  /// The revised document pair.
  private(set) var pair: DocumentPair
  /// What becomes of each of its rows.
  private(set) var fates: [Fate] = []
  /// The places where the text is another.
  private(set) var changes: [Change] = []

  /// The least id of a row that is not one of the old rows.
  let firstID: Row.ID
  /// An id that neither a row of the revised pair has nor one of the old pair had.
  private(set) var nextID: Row.ID

  private let old: DocumentPair
  private let places: [Side: SegmentPlaces]
  private var shapes: [Shape] = []
  private var rows: [Row] = []
  private var end = Gap(source: 0..<0, target: 0..<0)

  /// O(n log n) in the segments.
  /// - Parameter nextID: an id that no row of `old` has or had; new rows have it and those after it.
  init(
    of old: DocumentPair, source: SegmentedDocument, target: SegmentedDocument, nextID: Row.ID
  ) {
    self.old = old
    firstID = nextID
    self.nextID = nextID
    pair = old
    (pair.source, pair.target) = (source, target)
    places = [
      .source: SegmentPlaces(of: old.source, in: source),
      .target: SegmentPlaces(of: old.target, in: target),
    ]
    var waiting: [Row] = []
    for row in old.rows {
      guard let source = places[.source]?[row.source], let target = places[.target]?[row.target],
        case let isChanged = source.isChanged || target.isChanged, !isChanged || row.isSettled
      else {
        waiting.append(row)
        continue
      }
      let gap = Gap(source: source.range, target: target.range)
      fill(to: gap, waiting)
      waiting = []
      if isChanged {
        add(row.reopened(keepingCorrection: !target.isChanged), gap, .changed)
        note(gap, [row], (source.isChanged ? [.source] : []) + (target.isChanged ? [.target] : []))
      } else {
        add(carried(row), gap, .kept)
      }
    }
    let (sources, targets) = (source.segments.count, target.segments.count)
    fill(to: Gap(source: sources..<sources, target: targets..<targets), waiting)
    finish()
  }

  /// Rows that stand no more give way to one that holds what stands there now.
  private mutating func fill(to place: Gap, _ gone: [Row]) {
    let gap = Gap(
      source: end.source.upperBound..<place.source.lowerBound,
      target: end.target.upperBound..<place.target.lowerBound)
    guard !gap.source.isEmpty || !gap.target.isEmpty else { return }
    let comments = gone.compactMap(\.comment)
    add(
      Row(
        id: nextID, source: 0..<0, target: 0..<0,
        comment: comments.isEmpty ? nil : comments.joined(separator: "; ")), gap, .anew)
    nextID += 1
    note(gap, gone, Side.allCases)
  }

  private mutating func add(_ row: Row, _ gap: Gap, _ fate: Fate) {
    rows.append(row)
    shapes.append(Shape(gap.source.count, gap.target.count))
    fates.append(fate)
    end = gap
  }

  /// A row whose text is unchanged, with what it says of other places told of the new texts. What
  /// changed before it was decided is told no more.
  private func carried(_ row: Row) -> Row {
    var carried = row
    carried.doubts = row.doubts.compactMap { doubt in
      if doubt.kind == .changed, row.status.isLocked { return nil }
      guard let place = doubt.place else { return doubt }
      let other: Side = row.target.isEmpty ? .target : .source
      guard let now = places[other]?[place], !now.isChanged else { return nil }
      let segments = pair[other].segments[now.range].map(\.range)
      guard let first = segments.first, let last = segments.last else { return nil }
      var told = doubt
      told.place = first.lowerBound..<last.upperBound
      return told
    }
    return carried
  }

  private mutating func note(_ gap: Gap, _ rows: [Row], _ sides: [Side]) {
    func words(_ side: Side) -> String {
      rows.map { old.text($0, side) }.filter { !$0.isEmpty }
        .joined(separator: old[side].document.language.isUnspaced ? "" : " ")
    }
    let stood = Dictionary(uniqueKeysWithValues: sides.map { ($0, words($0)) })
    changes.append(Change(gap: gap, old: stood))
  }

  /// Gives every row its place in the new texts.
  private mutating func finish() {
    pair.rows = DocumentPair.rows(of: shapes, source: pair.source, target: pair.target)
    for (index, row) in rows.enumerated() {
      let (source, target) = (pair.rows[index].source, pair.rows[index].target)
      pair.rows[index] = row
      (pair.rows[index].source, pair.rows[index].target) = (source, target)
    }
  }
}

extension Revision {
  /// The rows that are as they were, by their ids.
  var kept: [Row.ID: Row] {
    Dictionary(
      uniqueKeysWithValues: zip(pair.rows, fates).filter { $1 == .kept }.map { ($0.0.id, $0.0) })
  }

  /// The runs of rows to be found anew, with neighbours that lack a side: what came may be what they
  /// lack. Other neighbours stay: aligned again with them, what was put in on one side only was taken
  /// into them too often (strict F1 .918 without them, .891 with two on each side). A changed row is a
  /// run of its own, whose borders stay.
  var runs: [Range<Int>] {
    var isAnew = fates.map { $0 == .anew }
    for index in fates.indices where fates[index] == .anew {
      for step in [-1, 1] {
        var next = index + step
        while lacksSide(next, beside: pair.rows[index]) {
          isAnew[next] = true
          next += step
        }
      }
    }
    return fates.indices.reduce(into: []) { runs, index in
      if isAnew[index], index > 0, isAnew[index - 1], let last = runs.popLast() {
        runs.append(last.lowerBound..<index + 1)
      } else if isAnew[index] || fates[index] == .changed {
        runs.append(index..<index + 1)
      }
    }
  }

  /// The rows whose borders stay though their text has changed.
  var bound: Set<Int> { Set(fates.indices.filter { fates[$0] == .changed }) }

  /// Whether a row whose text is unchanged may be paired with what came beside it: it has text on one
  /// side only, and if a person called that an omission, what came has text on the other only.
  private func lacksSide(_ index: Int, beside new: Row) -> Bool {
    guard fates.indices.contains(index), fates[index] == .kept else { return false }
    let row = pair.rows[index]
    return switch row.status {
    case .unreviewed, .accepted: row.source.isEmpty || row.target.isEmpty
    case .omitted: row.target.isEmpty && new.source.isEmpty
    case .added: row.source.isEmpty && new.target.isEmpty
    default: false
    }
  }
}

extension Row {
  /// Whether its borders are a person's.
  fileprivate var isSettled: Bool { status.isLocked || edited != nil }

  /// The row as it is when its text has changed.
  fileprivate func reopened(keepingCorrection: Bool) -> Row {
    var row = self
    (row.status, row.confidence, row.doubts) = (.unreviewed, nil, [])
    if !keepingCorrection { row.edited = nil }
    return row
  }
}
