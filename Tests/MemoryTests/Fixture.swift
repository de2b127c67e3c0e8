// A workspace in a folder of its own, a clock that counts, and document pairs drawn from shapes.
import Bitext
import Foundation
import GRDB
import Synchronization

@testable import Memory

/// Ours, not the unit of measure in Foundation.
typealias Unit = Bitext.Unit

/// A folder that goes when the last reference goes.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("memory-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder, filled if bytes are given.
  func file(_ name: String = "bitext.db", _ bytes: String? = nil) throws -> String {
    let file = url.appendingPathComponent(name)
    if let bytes { try Data(bytes.utf8).write(to: file) }
    return file.path
  }

  func open(
    _ name: String = "bitext.db", _ mode: Store.Mode = .createIfMissing, author: String = "Li Na",
    from start: Int = 1_000
  ) throws -> Store {
    let time = Mutex(start)
    return try Store.open(
      path: file(name), mode: mode, author: author,
      clock: {
        time.withLock { now in
          defer { now += 1 }
          return Date(timeIntervalSince1970: Double(now))
        }
      }, patience: 0.05)
  }
}

extension DocumentPair {
  /// Sentences `甲0。`, `甲1。` … facing `Sentence 0.`, `Sentence 1.` … as the ladder says, all in
  /// one paragraph on each side.
  static func sample(
    _ name: String, _ ladder: String = "1-1 2-1 1-0 1-2 1-1", confidence: Double = 0.9
  ) -> DocumentPair {
    guard let shapes = Ladder(ladder) else { preconditionFailure("no ladder: \(ladder)") }
    let ladder = Ladder(
      shapes: shapes.beads.map(\.shape), confidences: shapes.beads.map { _ in confidence })!
    let source = SegmentedDocument.sample(.zh, (0..<ladder.extent.source).map { "甲\($0)。" }, "")
    let target = SegmentedDocument.sample(
      .en, (0..<ladder.extent.target).map { "Sentence \($0)." }, " ")
    return DocumentPair(
      name: name, source: source, target: target,
      rows: DocumentPair.rows(of: ladder, source: source, target: target))
  }

  /// The edit that gives some rows another content, unchanged in place.
  func edit(_ ids: Int..., change: (inout Bitext.Row) -> Void) -> RowEdit {
    let before = rows.filter { ids.contains($0.id) }
    var after = before
    for index in after.indices { change(&after[index]) }
    return RowEdit(rows: .init(before: before, after: after))
  }

  /// The edit that makes one row of a row and its successor.
  func merge(_ id: Int) -> RowEdit {
    let index = rows.firstIndex { $0.id == id }!
    let (first, second) = (rows[index], rows[index + 1])
    let merged = Bitext.Row(
      id: first.id, source: first.source.lowerBound..<second.source.upperBound,
      target: first.target.lowerBound..<second.target.upperBound)
    return RowEdit(rows: .init(before: [first, second], after: [merged]))
  }

  /// Carries an edit out in memory.
  mutating func apply(_ edit: RowEdit) {
    rows.removeAll { row in edit.rows.before.contains { $0.id == row.id } }
    rows = (rows + edit.rows.after).sorted {
      ($0.source.lowerBound, $0.target.lowerBound) < ($1.source.lowerBound, $1.target.lowerBound)
    }
    for side in Side.allCases {
      self[side].segments.removeAll { edit[side].before.contains($0) }
      self[side].segments = (self[side].segments + edit[side].after).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
    }
  }
}

extension SegmentedDocument {
  /// The sentences joined by `separator`, one segment each.
  static func sample(
    _ language: Language, _ sentences: [String], _ separator: String
  ) -> SegmentedDocument {
    let text = sentences.joined(separator: separator)
    var offset = 0
    let segments = sentences.map { sentence in
      defer { offset += sentence.utf8.count + separator.utf8.count }
      return Segment(range: offset..<offset + sentence.utf8.count, paragraph: 0)
    }
    return SegmentedDocument(
      document: Document(
        origin: Origin(
          fileName: "\(language).txt", sha256: String(repeating: "0a", count: 32),
          encoding: "UTF-8"),
        language: language, text: text, paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
      segments: segments)
  }
}

extension Store {
  /// Runs SQL behind the store's back, as another program might.
  func tamper(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }
}
