internal import Bitext

/// Two files with a text a line, line by line each other's translation, as Moses and the trainers after
/// it take them: `press.zh` and `press.en`.
enum MosesReader: UnitReader {
  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    guard files.count == 2 else { throw ExchangeError.wrongFiles(files, "two files, line by line") }
    let source = try TextLines(files[0], encoding: options.encoding)
    let target = try TextLines(files[1], encoding: options.encoding)
    let languages = files.map { Language(String($0.name.split(separator: ".").last ?? "")) }
    while true {
      let pair = (try source.next(), try target.next())
      guard let (original, translation) = pair as? (String, String) else {
        if pair.0 == nil, pair.1 == nil { return }
        while try source.next() != nil {}
        while try target.next() != nil {}
        throw ExchangeError.lineCounts(
          files[0].path, source.number, files[1].path, target.number)
      }
      if original.isEmpty, translation.isEmpty { continue }
      try body(
        options.unit(
          source.number, original, translation, from: languages[0], into: languages[1]))
    }
  }
}

struct MosesWriter: UnitWriter {
  static let carries: Set<Aspect> = []

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    SidePaths(for: path, first, dropping: "moses").both
  }

  func add(_ unit: Unit, to output: inout UnitOutput) {
    let source = unit.source.onOneLine(unit.sourceLanguage)
    let target = unit.target.onOneLine(unit.targetLanguage)
    output.write(line: source, part: 0)
    output.write(line: target, part: 1)
    output.expect(source, target)
  }
}

/// The names of the files of two texts that go with a path: `press.zh` and `press.en`.
struct SidePaths {
  /// The path without the ending of its format.
  let stem: String
  let source: String
  let target: String

  /// - Parameter ending: what the path may end in; two scripts of Chinese keep their tags.
  init(for path: String, _ first: Unit, dropping ending: String) {
    stem = path.hasSuffix("." + ending) ? String(path.dropLast(ending.count + 1)) : path
    let languages = (first.sourceLanguage, first.targetLanguage)
    let isSame = languages.0.code == languages.1.code
    source = isSame ? languages.0.tag : languages.0.code
    target = isSame ? languages.1.tag : languages.1.code
  }

  var both: [String] { ["\(stem).\(source)", "\(stem).\(target)"] }
}
