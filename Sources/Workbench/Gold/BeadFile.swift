internal import Alignment
internal import Bitext
internal import Documents
internal import Foundation

/// A file of beads, one a line, read strictly: `[0, 1]:[0]` with a probability third if there is
/// one. Gaps, repeats and crossings are allowed, as gold and other aligners have them.
struct BeadFile {
  let path: String
  let beads: [Bead]
  /// The line each bead stands on, counted from 1; blank lines hold none.
  private let lines: [Int]

  /// - Throws: `DocumentError` when the file cannot be read, `WorkbenchError` for the first line
  ///   that is not a bead, and for a file without any.
  init(reading path: String) throws {
    guard let text = String(validating: try FileBytes.read(path), as: UTF8.self) else {
      throw WorkbenchError.noBeads(path)
    }
    var beads: [Bead] = []
    var lines: [Int] = []
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in all.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let bead = Bead(line: line), bead.shape != Shape(0, 0) else {
        throw WorkbenchError.notABead(path, line: index + 1)
      }
      beads.append(bead)
      lines.append(index + 1)
    }
    guard !beads.isEmpty else { throw WorkbenchError.noBeads(path) }
    (self.path, self.beads, self.lines) = (path, beads, lines)
  }

  /// Checks that every bead has a probability: other aligners have costs in its place.
  func checkProbabilities() throws(WorkbenchError) {
    let bad = beads.firstIndex { bead in !(bead.confidence.map((0...1).contains) ?? false) }
    if let bad { throw .noProbability(path, line: lines[bad]) }
  }

  /// The texts beside the file that its beads count the lines of: `X.zh` and `X.en` beside `X.gold`.
  /// - Throws: `DocumentError`; `WorkbenchError` when a bead names a segment that they do not have.
  func texts(_ languages: LanguagePair) throws -> TextPair {
    let stem = URL(fileURLWithPath: path).deletingPathExtension().relativePath
    let texts = try TextPair(
      reading: TextFiles(
        source: ["\(stem).\(languages.from)"], target: ["\(stem).\(languages.to)"],
        sourceLanguage: languages.from, targetLanguage: languages.to, unit: .line,
        keepsOrder: true))
    try check(against: texts)
    return texts
  }

  /// Checks that no bead names a segment that the texts do not have.
  func check(against texts: TextPair) throws(WorkbenchError) {
    let counts = Shape(texts.source.segments.count, texts.target.segments.count)
    for (bead, line) in zip(beads, lines) {
      if let index = bead.source.first(where: { $0 >= counts.source }) {
        throw .noSuchSegment(path, line: line, index, .source, of: counts.source)
      }
      if let index = bead.target.first(where: { $0 >= counts.target }) {
        throw .noSuchSegment(path, line: line, index, .target, of: counts.target)
      }
    }
  }
}

extension WorkbenchError {
  static func notABead(_ path: String, line: Int) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "\(path):\(line)", problem: "not a bead",
      fix: "write [source segments]:[target segments], counted from 0, as in [0, 1]:[0]")
  }

  static func noBeads(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path, problem: "holds no beads",
      fix: "name a file with lines such as [0, 1]:[0], as `bitext align --format beads` writes")
  }

  static func noProbability(_ path: String, line: Int) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "\(path):\(line)", problem: "the bead has no probability from 0 to 1",
      fix: "score without --calibration, or write the probability third, as in [0]:[0]:0.982")
  }

  static func noSuchSegment(
    _ path: String, line: Int, _ index: Int, _ side: Side, of count: Int
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "\(path):\(line)",
      problem: "there is no \(side.rawValue) segment \(index): the text has \(count), from 0",
      fix: "give the texts that these beads were made for, one segment a line")
  }
}
