public import Alignment
public import Bitext
internal import Memory
internal import Review

/// What an update changed, or would change.
public struct UpdateReport: Codable, Sendable {
  /// The document pair as it is now, in figures.
  public var figures: PairFigures
  /// How many rows are as they were.
  public var kept: Int
  /// How many of them had been decided.
  public var keptDecided: Int
  /// How many decided rows want a decision again, since their text has changed, or are gone.
  public var reopened: Int
  /// The rows that are not as they were, as they stand now.
  public var changed: [RowView]
  /// What is to be told of the reading.
  public var notices: [String]
}

/// The new files of a document pair.
public struct UpdateFiles: Sendable {
  /// The new files of each side, in order; a side without any stays as it is.
  public var files: [Side: [String]]
  /// Their encoding, by name; `nil` to find it out.
  public var encoding: String?
  /// What becomes one segment.
  public var unit: SegmentUnit
  /// A file of segmentation rules of the user's own, in the format SRX 2.0.
  public var rules: String?

  /// New files of one side or both.
  public init(
    _ files: [Side: [String]], encoding: String? = nil, unit: SegmentUnit = .sentence,
    rules: String? = nil
  ) {
    self.files = files
    self.encoding = encoding
    self.unit = unit
    self.rules = rules
  }
}

extension Bench {
  /// Takes a new version of a document pair's texts. Rows whose text is unchanged stay as they are,
  /// decided or not; what stands elsewhere is aligned between them, and says what is different. One
  /// event, which `undo` takes back whole; none when the files hold what is stored already.
  /// O(n log n) to compare the texts, and the time of aligning what is new.
  /// - Parameter isDryRun: whether to store nothing.
  /// - Throws: `DocumentError`, `WorkbenchError` for the files; `MemoryError` for an unknown name, or
  ///   when somebody changed the document pair meanwhile.
  public func update(
    _ name: String, with files: UpdateFiles, means: MeansFinder, model: Model? = nil,
    isDryRun: Bool = false
  ) throws -> UpdateReport {
    let event = try store.lastEvent(of: name)
    let old = try store.pair(named: name)
    let reader = try TextReader(encoding: files.encoding, unit: files.unit, rules: files.rules)
    let source = try files.text(.source, of: old, reader)
    let target = try files.text(.target, of: old, reader)
    let notices = source.notices(files.files[.source]) + target.notices(files.files[.target])
    guard source.isAnother(than: old.source) || target.isAnother(than: old.target) else {
      return UpdateReport(old, kept: Set(old.rows.map(\.id)), of: old, notices)
    }
    let revision = Revision(
      of: old, source: source, target: target, nextID: try store.nextRowID(in: name))
    let (from, to) = (old.source.document.language, old.target.document.language)
    let aligner = try Alignments(from: store, from, to, means(from, to), model: model)
    let (new, kept) = try aligner.pair(revision)
    let report = UpdateReport(new, kept: kept, of: old, notices)
    if !isDryRun {
      try store.replace(
        name, with: new, heirs: Dictionary(uniqueKeysWithValues: kept.map { ($0, $0) }),
        since: event, action: "update", subject: files.sides + report.changed.count.rowsChanged)
      aligner.keepVectors()
    }
    return report
  }
}

extension UpdateFiles {
  /// The new text of a side, with the cuts that a person made; the old one where it has no new files.
  fileprivate func text(
    _ side: Side, of old: DocumentPair, _ reader: TextReader
  ) throws -> SegmentedDocument {
    guard let paths = files[side], !paths.isEmpty else { return old[side] }
    let language = old[side].document.language
    let text = try reader.segmented(reader.read(paths, language), language)
    let other = old[side.other].document.origin
    guard text.document.origin.sha256 != other.sha256 else {
      throw WorkbenchError.sameText(other.fileName, paths[0])
    }
    return try text.keepingCuts(of: old.rows.map(\.[side]), in: old[side], reader)
  }

  /// `source: `, `source and target: `.
  fileprivate var sides: String {
    Side.allCases.filter { files[$0]?.isEmpty == false }.map(\.rawValue)
      .joined(separator: " and ") + ": "
  }
}

extension SegmentedDocument {
  /// Whether anything is other than in the text that is stored, but what is told of the reading.
  fileprivate func isAnother(than old: SegmentedDocument) -> Bool {
    var document = document
    document.notices = []
    return document != old.document
  }

  /// What is to be told of the reading, with the file's name.
  fileprivate func notices(_ paths: [String]?) -> [String] {
    (paths ?? []).count > 1
      ? document.notices : document.notices.map { "\(document.origin.fileName): \($0)" }
  }
}

extension Int {
  fileprivate var rowsChanged: String { self == 1 ? "1 row changed" : "\(self) rows changed" }
}

extension Alignments {
  /// The revised document pair with what is new in it aligned, and the ids of the rows that are as
  /// they were.
  fileprivate func pair(
    _ revision: Revision
  ) throws -> (pair: DocumentPair, kept: Set<Row.ID>) {
    var pair = revision.pair
    let found = try rows(of: revision.runs, in: pair, bound: revision.bound)
    try pair.apply(pair.edit(realigning: found, nextID: revision.nextID))
    let kept = pair.restore(revision.kept, corrections: revision.pair)
    pair.markNonText(from: revision.firstID)
    pair.mark(revision.changes) { !kept.contains($0.id) }
    return (pair, kept)
  }
}

extension DocumentPair {
  /// Makes rows that came out as they stood what they were, and gives changed rows the corrections
  /// that they had. The ids of the former.
  fileprivate mutating func restore(
    _ old: [Row.ID: Row], corrections: DocumentPair
  ) -> Set<Row.ID> {
    let corrected = Dictionary(
      uniqueKeysWithValues: corrections.rows.filter { $0.edited != nil }.map { ($0.id, $0.edited) })
    var kept: Set<Row.ID> = []
    for index in rows.indices {
      if let row = old[rows[index].id], row.source == rows[index].source,
        row.target == rows[index].target
      {
        rows[index] = row
        kept.insert(row.id)
      } else if let edited = corrected[rows[index].id] {
        rows[index].edited = edited
      }
    }
    return kept
  }
}

extension UpdateReport {
  fileprivate init(
    _ new: DocumentPair, kept: Set<Row.ID>, of old: DocumentPair, _ notices: [String]
  ) {
    figures = PairFigures(new)
    self.kept = kept.count
    let decided = old.rows.filter(\.status.isLocked)
    keptDecided = decided.count { kept.contains($0.id) }
    reopened = decided.count - keptDecided
    changed = new.rows.indices.filter { !kept.contains(new.rows[$0].id) }.map(new.view)
    self.notices = notices
  }
}
