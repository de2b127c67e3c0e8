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
    guard files.count == 1 else { return try texts(files, options).units(options, body) }
    var count = 0
    for group in try groups(files) {
      let texts = try linked(group, beside(files[0], group).map { try SourceFile($0) }, files)
      try texts.units(options, after: count, body)
      count += texts.beads.count
    }
  }

  static func texts(_ files: [SourceFile], _ options: ReadingOptions) throws -> LinkedTexts {
    let groups = try groups(files)
    guard groups.count == 1 else {
      throw ExchangeError.severalGroups(files[0].path, groups.count)
    }
    let texts =
      try files.count == 3
      ? Array(files.dropFirst()) : beside(files[0], groups[0]).map { try SourceFile($0) }
    return try linked(groups[0], texts, files)
  }

  private static func groups(_ files: [SourceFile]) throws -> [LinkGroup] {
    let handler = LinkHandler(files[0].path)
    try UnitStream.read(files[0], to: handler)
    return handler.groups
  }

  /// The files that the links name, from the folder that the links stand in.
  private static func beside(_ file: SourceFile, _ links: LinkGroup) -> [String] {
    guard let source = links.sourceFile, let target = links.targetFile else { return [] }
    let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    // Of an address within the folder only: a path that leads elsewhere is not followed.
    return [source, target].map { name in
      (folder + name.split(separator: "/").filter { $0 != ".." }).joined(separator: "/")
    }
  }

  private static func linked(
    _ links: LinkGroup, _ files: [SourceFile], _ all: [SourceFile]
  ) throws -> LinkedTexts {
    guard files.count == 2 else {
      throw ExchangeError.wrongFiles(all, "links and their two texts")
    }
    let texts = try files.enumerated().map { index, file in
      let wanted = Set(links.links.flatMap { index == 0 ? $0.source : $0.target })
      let handler = IdentifiedTexts(file.path, wanted)
      try UnitStream.read(file, to: handler)
      return handler
    }
    return try linked(links, texts[0], texts[1], all[0])
  }

  private static func linked(
    _ links: LinkGroup, _ source: IdentifiedTexts, _ target: IdentifiedTexts, _ file: SourceFile
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

/// The links between two texts.
private struct LinkGroup {
  typealias Link = (source: [String], target: [String], confidence: Double?)

  var links: [Link] = []
  /// The file of the text translated from, and into, as the links call them.
  var sourceFile: String?
  var targetFile: String?
}

/// Reads the links of a file.
private final class LinkHandler: UnitHandler {
  private(set) var groups: [LinkGroup] = []
  private var group = LinkGroup()
  private var isCES = false

  init(_ path: String) { super.init(path) { _ in } }

  override func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "cesAlign": isCES = true
    case "linkGrp":
      group = LinkGroup(sourceFile: attributes["fromDoc"], targetFile: attributes["toDoc"])
    case "link": take(attributes)
    default: break
    }
  }

  override func end(_ element: String) {
    if element == "linkGrp" { groups.append(group) }
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
      group.links.append((source, target, nil))
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
    if group.sourceFile == nil { group.sourceFile = parts.first.map { String($0[0]) } }
    if group.targetFile == nil {
      group.targetFile = parts.first { String($0[0]) != group.sourceFile }.map { String($0[0]) }
    }
    let (source, target) = (group.sourceFile, group.targetFile)
    group.links.append(
      (
        parts.filter { String($0[0]) == source }.map { String($0[1]) },
        parts.filter { String($0[0]) == target && target != source }.map { String($0[1]) }, nil
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
