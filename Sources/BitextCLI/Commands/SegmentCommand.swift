internal import ArgumentParser
internal import Bitext
internal import Workbench

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Shows how a text is cut: paragraphs, segments, soft boundaries and why.",
    discussion: """
      Examples:
        bitext segment press.docx
        bitext segment zh.txt --segment clause
        bitext segment en.txt --rules my.srx
        bitext segment zh-1.html zh-2.html --json
        bitext segment zh.txt --lines > press.zh

      Reads every format that `align` does; several files are one text, in order,
      and - is standard input. Under a segment stand the parts that it could be cut
      into too, each with the reason: a semicolon, a colon, an item of an
      enumeration, a pause, a quotation or a bracket that holds a sentence.

      With --lines it writes a segment a line and an empty line between paragraphs,
      which `align --segmented` reads.
      """)

  @Argument(help: "The files of one text, in order; - is standard input.", completion: .file())
  var files: [String]
  @OptionGroup var segments: SegmentOptions
  @Option(help: .init("The language; else told by the text.", valueName: "tag"))
  var lang: Language?
  @Option(help: .init("The encoding: GB18030, UTF-16LE; else found out.", valueName: "name"))
  var encoding: String?
  @Flag(help: "Write the segments, one a line.") var lines = false
  @OptionGroup var output: JSONOption

  func validate() throws {
    if lines, output.json { throw ValidationError("Give --lines or --json, not both.") }
  }

  func run() throws {
    let text = try CutText(
      reading: files, language: lang, encoding: encoding, unit: segments.unit,
      rules: segments.rules)
    if output.json { return try Terminal.write(json: text.report) }
    for notice in text.text.document.notices { Terminal.note(notice) }
    try lines ? text.writeLines() : text.writeWords()
  }
}

extension CutText {
  /// Writes the text a segment a line, an empty line between paragraphs: what `--segmented` reads.
  fileprivate func writeLines() throws {
    var isFirst = true
    try Terminal.writing { write in
      try eachParagraph { paragraph in
        let lines = paragraph.segments.map { $0.line(in: text.document.language) }
        guard !lines.isEmpty else { return }
        try write((isFirst ? "" : "\n") + lines.joined(separator: "\n"))
        isFirst = false
      }
    }
  }

  /// Writes every paragraph with its segments and their soft boundaries.
  fileprivate func writeWords() throws {
    let width = "\(text.segments.count)".count
    var number = 0
    try Terminal.writing { write in
      try write(head)
      try eachParagraph { paragraph in
        number += 1
        try write(paragraph.words(number: number, width))
      }
    }
  }

  private var head: String {
    let document = text.document
    let boundaries = softCount == 1 ? "1 soft boundary" : "\(softCount) soft boundaries"
    return "\(document.origin.fileName.harmless): \(document.language), "
      + "\(document.paragraphs.count.of("paragraph")), \(text.segments.count.of("segment")), "
      + boundaries
  }
}

extension SegmentReport.Paragraph {
  /// The paragraph under its number and what it is, where it is no running text.
  fileprivate func words(number: Int, _ width: Int) -> String {
    let kind = kind == .text ? "" : " \(kind.rawValue)"
    return (["¶ \(number)\(kind)".inColour(.dim)] + segments.map { $0.words(width) })
      .joined(separator: "\n")
  }
}

extension SegmentReport.Segment {
  /// The segment behind its number, each part that could stand alone below the one before it.
  fileprivate func words(_ width: Int) -> String {
    let margin = width + 4
    let lines = parts.flatMap { part -> [String] in
      let text = (part.reason.map { "¦ \($0): " } ?? "") + part.text
      return text.harmless.wrapped(to: Terminal.width - margin)
    }
    let head = "\(number)".rightAligned(to: width + 2) + "  "
    let rest = String(repeating: " ", count: margin)
    let mark = kind == .label ? "  (label)" : ""
    return head + lines.joined(separator: "\n" + rest) + mark
  }
}
