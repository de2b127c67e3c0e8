// How soon what a person confirms is found.
internal import Bitext
internal import Foundation
internal import Memory

extension MemoryBenchmark {
  /// Confirms rows one by one with a text that was not there, and finds each.
  func measureAdding() throws {
    let store = try open()
    let name = "benchmark \(Int(Date().timeIntervalSince1970))"
    let count = 50
    try store.add(.numbered(name, count))
    let matcher = Matcher(store)
    try matcher.refresh()
    var (adding, finding): ([Double], [Double]) = ([], [])
    for row in try store.pair(named: name).rows {
      var after = row
      after.status = .edited
      after.edited = "Benchmark row \(row.id) of \(name), said in other words."
      let start = Stopwatch()
      try store.apply(
        RowEdit(rows: .init(before: [row], after: [after])), to: name, action: "edit")
      adding.append(start.wall)
      let search = Stopwatch()
      let found = try matcher.matches(for: MatchQuery(after.edited ?? "", .en)).first
      finding.append(search.wall)
      guard found?.percent == 100 else { throw WorkbenchError.notFoundAgain(name) }
    }
    try store.remove(name)
    try report(.init(name: "confirming a row, p50", value: 1000 * adding.share(0.5), unit: "ms"))
    try report(
      .init(name: "finding it, p50", value: 1000 * finding.share(0.5), unit: "ms", bar: 5))
  }
}

extension DocumentPair {
  /// Sentences that are numbered, one a row.
  fileprivate static func numbered(_ name: String, _ count: Int) -> DocumentPair {
    func side(_ language: Language, _ sentences: [String], _ joiner: String) -> SegmentedDocument {
      var segments: [Segment] = []
      var start = 0
      for sentence in sentences {
        segments.append(Segment(range: start..<start + sentence.utf8.count, paragraph: 0))
        start += sentence.utf8.count + joiner.utf8.count
      }
      let text = sentences.joined(separator: joiner)
      let origin = Origin(
        fileName: "\(name).\(language)", sha256: SHA256.hex(of: text.utf8), encoding: "UTF-8")
      return SegmentedDocument(
        document: Document(
          origin: origin, language: language, text: text,
          paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
        segments: segments)
    }
    let source = side(.zhHans, (0..<count).map { "这是\(name)的第\($0)行。" }, "")
    let target = side(.en, (0..<count).map { "This is row \($0) of \(name)." }, " ")
    let shapes = Array(repeating: Shape(1, 1), count: count)
    return DocumentPair(
      name: name, source: source, target: target,
      rows: rows(of: shapes, source: source, target: target))
  }
}

extension WorkbenchError {
  fileprivate static func notFoundAgain(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: name, problem: "a row that was just confirmed was not found",
      fix: "this is a defect: please report it")
  }
}
