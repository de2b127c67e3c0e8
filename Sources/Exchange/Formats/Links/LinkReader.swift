internal import Bitext
internal import Markup

/// Links between the elements of two XML texts: InterText's and other `linkGrp` of TEI, and the
/// `cesAlign` of XCES that OPUS has. The texts are the files that are named after the links, else those
/// that the links name, beside them.
enum LinkReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    head.root == "linkGrp" || head.root == "cesAlign" || head.text.contains("<linkGrp")
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    try texts(files, options).units(options, body)
  }

  static func texts(_ files: [SourceFile], _ options: ReadingOptions) throws -> LinkedTexts {
    let links = LinkHandler(files[0].path)
    try UnitStream.read(files[0], to: links)
    guard links.groups == 1 else { throw ExchangeError.severalGroups(files[0].path, links.groups) }
    let paths = files.count == 3 ? files.dropFirst().map(\.path) : beside(files[0], links)
    let texts = try paths.enumerated().map { index, path in
      let wanted = Set(links.links.flatMap { index == 0 ? $0.source : $0.target })
      let handler = IdentifiedTexts(path, wanted)
      try UnitStream.read(files.count == 3 ? files[index + 1] : SourceFile(path), to: handler)
      return handler
    }
    guard texts.count == 2 else {
      throw ExchangeError.wrongFiles(files, "links and their two texts")
    }
    return try linked(links, texts[0], texts[1], files[0])
  }

  /// The files that the links name, from the folder that the links stand in.
  private static func beside(_ file: SourceFile, _ links: LinkHandler) -> [String] {
    guard let source = links.sourceFile, let target = links.targetFile else { return [] }
    let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    // Of an address within the folder only: a path that leads elsewhere is not followed.
    return [source, target].map { name in
      (folder + name.split(separator: "/").filter { $0 != ".." }).joined(separator: "/")
    }
  }

  private static func linked(
    _ links: LinkHandler, _ source: IdentifiedTexts, _ target: IdentifiedTexts, _ file: SourceFile
  ) throws(ExchangeError) -> LinkedTexts {
    var beads: [Bead] = []
    for link in links.links {
      func indices(_ ids: [String], _ text: IdentifiedTexts) throws(ExchangeError) -> [Int] {
        var indices: [Int] = []
        for id in ids {
          guard let index = text.place[id] else { throw .noSuchElement(file.path, text.path, id) }
          indices.append(index)
        }
        return indices
      }
      beads.append(
        Bead(
          try indices(link.source, source), try indices(link.target, target),
          confidence: link.confidence))
    }
    return LinkedTexts(
      source: .init(segments: source.segments, language: source.language),
      target: .init(segments: target.segments, language: target.language), beads: beads)
  }
}

/// Reads the links of a file.
private final class LinkHandler: UnitHandler {
  typealias Link = (source: [String], target: [String], confidence: Double?)

  private(set) var links: [Link] = []
  private(set) var groups = 0
  /// The file of the text translated from, and into, as the links call them.
  private(set) var sourceFile: String?
  private(set) var targetFile: String?
  private var isCES = false

  init(_ path: String) { super.init(path) { _ in } }

  override func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "cesAlign": isCES = true
    case "linkGrp":
      groups += 1
      sourceFile = attributes["fromDoc"]
      targetFile = attributes["toDoc"]
    case "link": take(attributes)
    default: break
    }
  }

  private func take(_ attributes: MarkupAttributes) {
    if let targets = attributes["xtargets"] {
      let sides = targets.split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").map(String.init) }
      guard sides.count == 2 else {
        return refuse(line: attributes.line, "xtargets='\(targets)' has no two sides")
      }
      // XCES names the source first, InterText the document that the links lead to.
      let (source, target) = isCES ? (sides[0], sides[1]) : (sides[1], sides[0])
      links.append((source, target, nil))
    } else if let targets = attributes["target"] ?? attributes["targets"] {
      takePointers(targets.split(separator: " ").map(String.init), attributes.line)
    }
  }

  /// TEI's pointers, `zh.xml#s1 zh.xml#s2 en.xml#s1`: the first document is the source.
  private func takePointers(_ pointers: [String], _ line: Int) {
    let parts = pointers.map { $0.split(separator: "#", omittingEmptySubsequences: false) }
    guard parts.allSatisfy({ $0.count == 2 }) else {
      return refuse(line: line, "a target without '#'")
    }
    if sourceFile == nil { sourceFile = parts.first.map { String($0[0]) } }
    if targetFile == nil {
      targetFile = parts.first { String($0[0]) != sourceFile }.map { String($0[0]) }
    }
    links.append(
      (
        parts.filter { String($0[0]) == sourceFile }.map { String($0[1]) },
        parts.filter { String($0[0]) == targetFile && targetFile != sourceFile }
          .map { String($0[1]) }, nil
      ))
  }
}

/// Reads the elements of a text that links point to, and its other sentences.
private final class IdentifiedTexts: UnitHandler {
  private(set) var segments: [Unit.Segments.Segment] = []
  private(set) var place: [String: Int] = [:]
  private(set) var language: Language?
  private let wanted: Set<String>
  /// The numbers of the elements that are open.
  private var open: [Int] = []
  private var elements = 0
  /// The segment that is being read: how deep it stands, and its words.
  private var segment: (depth: Int, id: String, text: String, words: [String])?
  private var isInWord = false
  private var paragraphs: [Int: Int] = [:]

  init(_ path: String, _ wanted: Set<String>) {
    self.wanted = wanted
    super.init(path) { _ in }
  }

  override func begin(_ element: String, _ attributes: MarkupAttributes) {
    elements += 1
    open.append(elements)
    if language == nil, let tag = attributes["lang"] { language = Language(tag) }
    guard segment == nil else {
      if element == "w" || element == "pc" || element == "c" {
        isInWord = true
        segment?.words.append("")
      }
      return
    }
    guard let id = attributes["id"], wanted.contains(id) || element == "s" || element == "seg"
    else {
      return
    }
    segment = (open.count, id, "", [])
  }

  override func end(_ element: String) {
    defer { open.removeLast() }
    isInWord = false
    guard let (depth, id, text, words) = segment, depth == open.count else { return }
    segment = nil
    // Words that are marked up one by one stand for themselves; the white space between is the file's.
    let isUnspaced = language?.isUnspaced ?? false
    let line = words.isEmpty ? text : words.joined(separator: isUnspaced ? "" : " ")
    let parent = depth > 1 ? open[depth - 2] : 0
    let paragraph = paragraphs[parent] ?? paragraphs.count + 1
    paragraphs[parent] = paragraph
    if place.updateValue(segments.count, forKey: id) != nil {
      refuse(line: 1, "two elements are called '\(id)'")
    }
    let spaced = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    segments.append(Unit.Segments.Segment(spaced, paragraph: paragraph))
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard segment != nil else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if isInWord, let last = segment?.words.count, last > 0 {
      segment?.words[last - 1] += text
    } else {
      segment?.text += text
    }
  }
}
