// TMX as one of the formats that can be converted into each other.
internal import Bitext

enum TMXUnitReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool { head.root == "tmx" || head.isPacked }

  /// - Parameter options: its languages choose two of a file that has several.
  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    let choice = LanguageChoice(source: options.sourceLanguage, target: options.targetLanguage)
    let file = try TMXImport(files[0], memory: options.document, choice: choice)
    while let units = try file.next() {
      for unit in units { try body(unit) }
    }
  }
}

struct TMXUnitWriter: UnitWriter {
  static let carries = Set(Aspect.allCases)

  private let options: WritingOptions
  private var writer = TMXWriter()
  private var sourceCode = ""

  init(_ options: WritingOptions) { self.options = options }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    sourceCode = first.sourceLanguage.regionalCode
    writer.open(sourceCode: sourceCode, toolVersion: options.toolVersion, date: options.date)
    output.parts[0] += writer.take()
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let unit = (unit.isImported ? unit.storable : unit).withCodes(in: .tmx)
    let written = WritableUnit(unit)
    let texts = written.texts
    let dropped = writer.illegalCharacters
    writer.add(written, sourceCode: sourceCode)
    output.parts[0] += writer.take()
    output.illegalCharacters += texts.illegalCharacters + writer.illegalCharacters - dropped
    if texts.lostCodes > 0 { output.lost[.codes, default: 0] += 1 }
    output.expect(texts.source.text, texts.target.text)
  }

  mutating func close(_ output: inout UnitOutput) {
    writer.close()
    output.parts[0] += writer.take()
  }
}
