public import Bitext

/// A file of beads by the numbers of segments, in the notation of any aligner: `[0, 1]:[0]` of Vecalign,
/// Bertalign and this program, or hunalign's rungs.
public enum LadderFile {
  /// Reads the beads of a file; a probability that stands in the third field is taken along only by
  /// `[0]:[0]:0.982`, since other programs have costs there.
  /// - Throws: `ExchangeError` with the line.
  public static func read(_ path: String) throws(ExchangeError) -> [Bead] {
    try beads(SourceFile(path))
  }

  static func beads(_ file: SourceFile) throws(ExchangeError) -> [Bead] {
    let lines = try TextLines(file)
    var beads: [Bead] = []
    var rungs: [(source: Int, target: Int)] = []
    while let line = try lines.next() {
      if line.isBlank || line.hasPrefix("#") { continue }
      if var bead = Bead(line: line), rungs.isEmpty {
        bead.confidence = nil
        beads.append(bead)
      } else if let rung = rung(line), beads.isEmpty {
        if let last = rungs.last, rung.source < last.source || rung.target < last.target {
          throw .brokenFile(
            file.path, line: lines.number, "this rung stands before the one above it")
        }
        guard max(rung.source, rung.target) <= mostSegments else {
          throw .brokenFile(
            file.path, line: lines.number, "this rung counts more than \(mostSegments) segments")
        }
        rungs.append(rung)
      } else {
        throw .notALadder(file.path, line: lines.number)
      }
    }
    guard !beads.isEmpty || rungs.count > 1 else { throw .noUnits(file.path, "a ladder") }
    return beads
      + zip(rungs, rungs.dropFirst()).map { from, to in
        Bead(Array(from.source..<to.source), Array(from.target..<to.target))
      }.filter { !$0.source.isEmpty || !$0.target.isEmpty }
  }

  /// A longer text is none: a rung's beads are made before the texts are read.
  private static let mostSegments = 5_000_000

  /// A line of hunalign: where the next bead begins on each side, and how good it is.
  private static func rung(_ line: String) -> (source: Int, target: Int)? {
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard fields.count == 3, let source = Int(fields[0]), let target = Int(fields[1]), source >= 0,
      target >= 0, Double(fields[2]) != nil
    else { return nil }
    return (source, target)
  }
}

/// A ladder with its two texts, a segment a line; a blank line ends a paragraph.
enum LadderReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    guard let first = head.lines.first(where: { !$0.hasPrefix("#") }) else { return false }
    return Bead(line: first) != nil
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    try texts(files, options).units(options, body)
  }

  static func texts(
    _ files: [SourceFile], _ options: ReadingOptions
  ) throws(ExchangeError) -> LinkedTexts {
    guard files.count == 3 else { throw .wrongFiles(files, "a ladder and its two texts") }
    let beads = try LadderFile.beads(files[0])
    func side(_ file: SourceFile, _ most: Int) throws(ExchangeError) -> LinkedTexts.Text {
      LinkedTexts.Text(
        segments: try segments(file, options.encoding, atLeast: most + 1),
        language: Language(String(file.name.split(separator: ".").last ?? "")))
    }
    let texts = LinkedTexts(
      source: try side(files[1], beads.flatMap(\.source).max() ?? -1),
      target: try side(files[2], beads.flatMap(\.target).max() ?? -1), beads: beads)
    try texts.check(files[0], files.dropFirst().map(\.path))
    return texts
  }

  /// The lines of a text. Vecalign counts blank lines too: where the ladder has more segments than there
  /// are lines with words, all lines are counted.
  private static func segments(
    _ file: SourceFile, _ encoding: String?, atLeast count: Int
  ) throws(ExchangeError) -> [Unit.Segments.Segment] {
    let lines = try TextLines(file, encoding: encoding)
    var all: [Unit.Segments.Segment] = []
    var paragraph = 1
    while let line = try lines.next() {
      let text = line.trimmed
      all.append(Unit.Segments.Segment(text, paragraph: paragraph))
      if text.isEmpty { paragraph += 1 }
    }
    let filled = all.filter { !$0.text.isEmpty }
    return count > filled.count && count <= all.count ? all : filled
  }
}

/// A ladder as this program has it, with the two texts beside it.
struct LadderWriter: UnitWriter {
  static let carries: Set<Aspect> = [.confidence, .shape, .paragraph]
  static let scope = WritingScope.wholeText
  private var texts = SegmentLineWriter()

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    [path] + SegmentLineWriter.paths(for: path, first)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let (source, target) = texts.add(unit, to: &output)
    let bead = Bead(Array(source), Array(target), confidence: unit.confidence)
    output.write(line: bead.line)
  }
}

/// hunalign's rungs: where each bead begins, and at the end where the texts end. The third field is how
/// good the bead is: the probability, which hunalign's own numbers are not.
struct HunalignWriter: UnitWriter {
  static let carries: Set<Aspect> = [.confidence, .shape, .paragraph]
  static let scope = WritingScope.wholeText
  private var texts = SegmentLineWriter()
  private var end = (source: 0, target: 0)

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    [path] + SegmentLineWriter.paths(for: path, first)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let (source, target) = texts.add(unit, to: &output)
    output.write(line: Self.rung(source.lowerBound, target.lowerBound, unit.confidence ?? 0))
    end = (source.upperBound, target.upperBound)
  }

  func close(_ output: inout UnitOutput) {
    output.write(line: Self.rung(end.source, end.target, 0))
  }

  private static func rung(_ source: Int, _ target: Int, _ score: Double) -> String {
    "\(source)\t\(target)\t\(Number.thousandths(score))"
  }
}

/// Writes two texts a segment a line, as the second and third part of an output.
struct SegmentLineWriter {
  private var source = SegmentCounter()
  private var target = SegmentCounter()

  /// The names of the two files beside a file of links.
  static func paths(for path: String, _ first: Unit) -> [String] {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
    return SidePaths(for: path, first, dropping: ending).both
  }

  /// Writes the segments of a unit, and says which they are.
  mutating func add(
    _ unit: Unit, to output: inout UnitOutput
  ) -> (source: Range<Int>, target: Range<Int>) {
    let starts = (source.count, target.count)
    let sources = Self.write(unit, .source, &source, part: 1, &output)
    let targets = Self.write(unit, .target, &target, part: 2, &output)
    output.expect(sources.joined(in: unit.sourceLanguage), targets.joined(in: unit.targetLanguage))
    return (starts.0..<source.count, starts.1..<target.count)
  }

  private static func write(
    _ unit: Unit, _ side: Side, _ counter: inout SegmentCounter, part: Int,
    _ output: inout UnitOutput
  ) -> [Unit.Segments.Segment] {
    let language = side == .source ? unit.sourceLanguage : unit.targetLanguage
    let segments = unit.parts(side, after: counter.fresh).map {
      Unit.Segments.Segment($0.text.onOneLine(language).trimmed, paragraph: $0.paragraph)
    }.filter { !$0.text.isEmpty }
    for segment in segments {
      if counter.add(segment), counter.paragraphs > 1 { output.write("\n", part: part) }
      output.write(line: segment.text, part: part)
    }
    return segments
  }
}
