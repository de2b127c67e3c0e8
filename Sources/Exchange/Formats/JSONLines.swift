internal import Bitext
internal import Foundation

/// An object a line. Ours hold everything that a unit has; of others' the texts are found by usual
/// names: `source` and `target`, `src` and `tgt`, or the tags of the languages, alone or under
/// `translation`.
enum JSONLinesReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    head.text.first == "{"
      && (["jsonl", "ndjson", "json"].contains(head.ending)
        || head.lines.dropLast().allSatisfy { $0.first == "{" && $0.last == "}" })
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Bitext.Unit) throws -> Void
  ) throws {
    let lines = try TextLines(files[0], encoding: options.encoding)
    let decoder = JSONDecoder()
    while let line = try lines.next() {
      if line.isBlank { continue }
      let data = Data(line.utf8)
      var unit: Bitext.Unit
      if let whole = try? decoder.decode(Bitext.Unit.self, from: data) {
        unit = whole
        unit.sourceLanguage = options.sourceLanguage ?? whole.sourceLanguage
        unit.targetLanguage = options.targetLanguage ?? whole.targetLanguage
      } else {
        let place = "\(files[0].path):\(lines.number)"
        unit = try ForeignObject(data, place, options).unit(lines.number, options)
      }
      try body(unit)
    }
  }
}

/// An object of another program.
private struct ForeignObject {
  private let object: [String: Any]
  private let place: String
  private let source: (text: String, language: Language?)
  private let target: (text: String, language: Language?)

  init(_ data: Data, _ place: String, _ options: ReadingOptions) throws(ExchangeError) {
    guard let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] else {
      throw .brokenFile(place, "is no JSON object on one line")
    }
    self.object = object
    self.place = place
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { object[$0] as? String }.first
    }
    if let source = text("source", "src", "source_text"),
      let target = text("target", "tgt", "trg", "target_text")
    {
      (self.source, self.target) = ((source, nil), (target, nil))
      return
    }
    let texts = object["translation"] as? [String: Any] ?? object
    (source, target) = try Self.sides(
      texts.compactMapValues { $0 as? String }, options, place)
  }

  private typealias Side = (text: String, language: Language?)

  /// The texts under tags of languages: those that are stated, else the only two; of Chinese and
  /// English the Chinese is the source.
  private static func sides(
    _ texts: [String: String], _ options: ReadingOptions, _ place: String
  ) throws(ExchangeError) -> (source: Side, target: Side) {
    let found = texts.compactMap { name, text in
      name.count == 2 || name.contains { "-_".contains($0) }
        ? Language(name).map { ($0, text) } : nil
    }.sorted { $0.0.tag < $1.0.tag }
    func side(_ stated: Language) throws(ExchangeError) -> Side {
      guard
        let side = found.first(where: { $0.0 == stated })
          ?? found.first(where: { $0.0.code == stated.code })
      else { throw .noSuchLanguage(place, stated, found.map(\.0)) }
      return (side.1, side.0)
    }
    if let source = options.sourceLanguage, let target = options.targetLanguage {
      return (try side(source), try side(target))
    }
    guard found.count == 2 else {
      throw .brokenFile(place, "the object has no source and target, nor two texts by language")
    }
    let chineseFirst = found[1].0.code == "zh" && found[0].0.code == "en"
    let (first, second) = chineseFirst ? (found[1], found[0]) : (found[0], found[1])
    return ((first.1, first.0), (second.1, second.0))
  }

  func unit(_ number: Int, _ options: ReadingOptions) -> Bitext.Unit {
    let id = object["id"].map { "\($0)" }
    var unit = options.unit(
      number, id: id, source.text, target.text, from: source.language, into: target.language,
      status: (object["status"] as? String).flatMap(Status.init))
    unit.document = object["document"] as? String ?? unit.document
    unit.speaker = object["speaker"] as? String
    unit.comment = object["comment"] as? String
    return unit
  }
}

struct JSONLinesWriter: UnitWriter {
  static let carries = Set(Aspect.allCases)
  static let scope = WritingScope.any
  private let encoder: JSONEncoder

  init(_ options: WritingOptions) {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func add(_ unit: Bitext.Unit, to output: inout UnitOutput) {
    // A unit is texts and numbers, none of them infinite, so that it always encodes.
    guard let data = try? encoder.encode(unit) else { return }
    output.parts[0].append(contentsOf: data)
    output.parts[0].append(0x0A)
    output.expect(unit.source, unit.target)
  }
}
