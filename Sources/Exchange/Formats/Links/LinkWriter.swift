internal import Bitext

/// InterText's form of TEI: `press.zh.en.xml` with the links, `press.zh.xml` and `press.en.xml` with the
/// texts, whose sentences are numbered within their paragraphs.
struct TEILinkWriter: UnitWriter {
  static let carries: Set<Aspect> = [.shape, .paragraph, .status]
  static let scope = WritingScope.wholeText
  private var texts = SentenceWriter(form: .interText)

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    let names = SidePaths(for: path, first, dropping: "xml")
    let stem =
      names.stem.hasSuffix(".\(names.source).\(names.target)")
      ? String(names.stem.dropLast(names.source.count + names.target.count + 2)) : names.stem
    return [
      "\(stem).\(names.source).\(names.target).xml", "\(stem).\(names.source).xml",
      "\(stem).\(names.target).xml",
    ]
  }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    texts.open(first, to: &output)
    output.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<linkGrp"
        + output.attribute("toDoc", "\(first.document).\(texts.codes.target).xml")
        + output.attribute("fromDoc", "\(first.document).\(texts.codes.source).xml") + ">\n")
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let (source, target) = texts.add(unit, to: &output)
    let status = unit.status.isLocked ? "man" : "auto"
    output.write(
      line: "<link type=\"\(target.count)-\(source.count)\" "
        + "xtargets=\"\(target.joined(separator: " "));\(source.joined(separator: " "))\" "
        + "status=\"\(status)\"/>")
  }

  func close(_ output: inout UnitOutput) {
    output.write(line: "</linkGrp>")
    texts.close(&output)
  }
}

/// XCES as OPUS has it: `press.xml` with the links, `press.zh.xml` and `press.en.xml` with the texts.
struct XCESWriter: UnitWriter {
  static let carries: Set<Aspect> = [.shape, .paragraph, .confidence]
  static let scope = WritingScope.wholeText
  private var texts = SentenceWriter(form: .opus)
  private var links = 0

  init(_ options: WritingOptions) {}

  static func paths(for path: String, _ first: Unit) -> [String] {
    let names = SidePaths(for: path, first, dropping: "xml")
    return [path] + names.both.map { $0 + ".xml" }
  }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    texts.open(first, to: &output)
    output.write(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
      <cesAlign version="1.0">
      <linkGrp targType="s"\(output.attribute("fromDoc", "\(first.document).\(texts.codes.source).xml"))\
      \(output.attribute("toDoc", "\(first.document).\(texts.codes.target).xml"))>

      """)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let (source, target) = texts.add(unit, to: &output)
    links += 1
    let certainty = unit.confidence.map { " certainty=\"\(Number.thousandths($0))\"" } ?? ""
    output.write(
      line: "<link id=\"SL\(links)\"\(certainty) "
        + "xtargets=\"\(source.joined(separator: " "));\(target.joined(separator: " "))\"/>")
  }

  func close(_ output: inout UnitOutput) {
    output.write("</linkGrp>\n</cesAlign>\n")
    texts.close(&output)
  }
}

/// Writes two texts as XML, as the second and third part of an output.
private struct SentenceWriter {
  enum Form { case interText, opus }

  let form: Form
  private(set) var codes = (source: "", target: "")
  private var source = SegmentCounter()
  private var target = SegmentCounter()

  init(form: Form) { self.form = form }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    let names = SidePaths(for: "", first, dropping: "-")
    codes = (names.source, names.target)
    for (part, language) in [(1, first.sourceLanguage), (2, first.targetLanguage)] {
      let tag = form == .interText ? "TEI xmlns=\"http://www.tei-c.org/ns/1.0\"" : "document"
      output.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(tag)"
          + output.attribute("xml:lang", language.tag) + ">\n", part: part)
      guard form == .interText else { continue }
      let title = output.escaped(first.document)
      output.write(
        """
        <teiHeader><fileDesc><titleStmt><title>\(title)</title></titleStmt>\
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body>

        """, part: part)
    }
  }

  /// Writes the segments of a unit, and gives their identifiers.
  mutating func add(
    _ unit: Unit, to output: inout UnitOutput
  ) -> (source: [String], target: [String]) {
    let sources = write(unit, .source, &source, &output)
    let targets = write(unit, .target, &target, &output)
    output.expect(
      sources.map(\.segment).joined(in: unit.sourceLanguage),
      targets.map(\.segment).joined(in: unit.targetLanguage))
    return (sources.map(\.id), targets.map(\.id))
  }

  private typealias Written = (id: String, segment: Unit.Segments.Segment)

  private func write(
    _ unit: Unit, _ side: Side, _ counter: inout SegmentCounter, _ output: inout UnitOutput
  ) -> [Written] {
    let part = side == .source ? 1 : 2
    return unit.parts(side, after: counter.fresh).compactMap { segment in
      let words = UnitOutput.legal(segment.text).split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { return nil }
      if counter.add(segment) {
        let prefix = form == .opus ? "p" : ""
        output.write(
          (counter.paragraphs > 1 ? "</p>\n" : "") + "<p id=\"\(prefix)\(counter.paragraphs)\">\n",
          part: part)
      }
      let id =
        form == .interText
        ? "\(counter.paragraphs):\(counter.inParagraph)"
        : "s\(counter.paragraphs).\(counter.inParagraph)"
      let text = words.joined(separator: " ")
      output.write(line: "<s id=\"\(id)\">\(output.escaped(text))</s>", part: part)
      return (id, Unit.Segments.Segment(text, paragraph: segment.paragraph))
    }
  }

  func close(_ output: inout UnitOutput) {
    for (part, counter) in [(1, source), (2, target)] {
      output.write(
        (counter.paragraphs > 0 ? "</p>\n" : "")
          + (form == .interText ? "</body></text>\n</TEI>\n" : "</document>\n"), part: part)
    }
  }
}
