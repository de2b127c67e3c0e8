internal import Bitext
internal import Markup

/// XLIFF 1.0 to 1.2 (OASIS, 2008), and the SDLXLIFF that Trados makes of it. A unit that is divided into
/// segments (`seg-source`) is a unit each segment.
enum XLIFF1Reader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    head.root == "xliff" && !head.rootTag.contains(XLIFF2Reader.namespace)
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      try UnitStream.read(files[0], to: XLIFF1Handler(files[0].path, options, body))
    }
  }

  /// What a translation's `state` says (XLIFF 1.2, section 2.4), or the confirmation level of Trados.
  static func status(_ state: String?, isApproved: Bool) -> Status {
    switch state {
    case "final", "signed-off", "ApprovedSignOff", "ApprovedTranslation": .confirmed
    case nil: isApproved ? .confirmed : .unreviewed
    case "translated", "Translated": isApproved ? .confirmed : .accepted
    default: .unreviewed
    }
  }
}

private final class XLIFF1Handler: UnitHandler {
  private let options: ReadingOptions
  private var files = 0
  private var number = 0
  private var languages: (source: Language?, target: Language?)
  private var document: String?
  private var unit: TransUnit?
  /// The text that is being read.
  private var capture: InlineCapture?
  private var role = Role.source
  /// How many elements are open that hold other translations, or no text at all.
  private var skipped = 0
  /// The attributes of a note or a context that is being read, and its words.
  private var remark: (kind: Carried.Remark.Kind, attributes: [String: String], text: String)?

  private enum Role { case source, segments, target }

  init(_ path: String, _ options: ReadingOptions, _ receive: @escaping (Unit) throws -> Void) {
    self.options = options
    super.init(path, receive)
  }

  /// Elements whose content is no part of the unit.
  private static let others: Set<String> = ["alt-trans", "bin-unit", "skl", "header"]

  override func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || Self.others.contains(element) {
      skipped += 1
    } else if capture != nil {
      begin(inside: element, attributes)
    } else if unit == nil {
      begin(outside: element, attributes)
    } else {
      begin(inUnit: element, attributes)
    }
  }

  private func begin(outside element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "xliff" where attributes["version"]?.hasPrefix("2") == true:
      refuse(line: attributes.line, "says version 2 in the namespace of XLIFF 1")
    case "file":
      files += 1
      languages.source = attributes["source-language"].flatMap { Language($0) }
      languages.target = attributes["target-language"].flatMap { Language($0) }
      document = attributes["original"].flatMap { $0.isEmpty ? nil : $0 }
    case "trans-unit": unit = TransUnit(attributes)
    default: break
    }
  }

  private func begin(inUnit element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "source": start(.source, attributes)
    case "seg-source": start(.segments, attributes)
    case "target": start(.target, attributes)
    case "note", "context":
      let names = attributes.all.map { ($0.name == "context-type" ? "type" : $0.name, $0.value) }
      remark = (
        element == "note" ? .note : .property, Dictionary(names) { first, _ in first }, ""
      )
    case "seg": unit?.segments.describe(attributes)
    default: break
    }
  }

  private func start(_ role: Role, _ attributes: MarkupAttributes) {
    self.role = role
    capture = InlineCapture()
    if role == .source { languages.source = language(attributes) ?? languages.source }
    if role == .target {
      languages.target = language(attributes) ?? languages.target
      unit?.state = attributes["state"]
    }
  }

  private func language(_ attributes: MarkupAttributes) -> Language? {
    attributes.all.first { $0.name == "xml:lang" }.flatMap { Language($0.value) }
  }

  private func begin(inside element: String, _ attributes: MarkupAttributes) {
    if element == "mrk", attributes["mtype"] == "seg", role != .source {
      unit?.segments.begin(attributes["mid"] ?? "", isTarget: role == .target)
    } else if unit?.segments.isOpen == true {
      unit?.segments.capture.begin(element, attributes.all)
    } else {
      capture?.begin(element, attributes.all)
      return
    }
    nested.append(element)
  }

  /// Elements that are open inside a text and not part of `capture`.
  private var nested: [String] = []

  override func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
    } else if let open = nested.popLast() {
      if unit?.segments.isOpen == true, unit?.segments.capture.depth ?? 0 > 0 {
        unit?.segments.capture.end(open)
      } else {
        unit?.segments.end()
      }
    } else if let capture, capture.depth > 0 {
      self.capture?.end(element)
    } else if let found = capture {
      capture = nil
      unit?.take(found, isTarget: role == .target, isSegments: role == .segments)
    } else if let (kind, attributes, text) = remark, element == "note" || element == "context" {
      remark = nil
      unit?.remarks.append(Carried.Remark(kind, text, attributes: attributes))
    } else if element == "trans-unit" {
      giveUnits()
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    if capture != nil {
      let words = String(decoding: bytes, as: UTF8.self)
      if unit?.segments.isOpen == true {
        unit?.segments.capture.add(words)
      } else {
        capture?.add(words)
      }
    } else if remark != nil {
      remark?.text += String(decoding: bytes, as: UTF8.self)
    }
  }

  private func giveUnits() {
    guard let found = unit else { return }
    unit = nil
    for part in found.parts {
      number += 1
      // An identifier is unique in its `file` alone.
      let id = part.id.map { files > 1 ? "f\(files):\($0)" : $0 }
      let stated =
        found.isTranslatable
        ? XLIFF1Reader.status(part.state, isApproved: found.isApproved) : Status.nonText
      var given = options.unit(
        number, id: id, part.source.words, part.target.words, from: languages.source,
        into: languages.target, status: stated)
      given.document = document ?? options.document
      given.carried = found.carried(part)
      given.takeWhatIsOurs()
      // What another program said of it since counts more than what we wrote.
      if let state = part.state, state != XLIFF1Writer.state(given.status) { given.status = stated }
      give(given)
    }
  }
}

extension Unit {
  /// Takes what is ours out of the properties that a file carries, and the note that a person wrote.
  mutating func takeWhatIsOurs() {
    guard var found = carried else { return }
    found.unit.remarks = found.unit.remarks.filter { remark in
      switch remark.kind {
      case .property:
        return !UnitProperties.take(remark.type ?? "", remark.text, into: &self)
      case .note where comment == nil && remark.attributes.keys.allSatisfy({ $0 == "from" }):
        comment = remark.text
        author = remark.attributes["from"] ?? author
        return false
      case .note: return true
      }
    }
    carried = found.isEmpty ? nil : found
  }
}

/// A `trans-unit` while it is read.
private struct TransUnit {
  let isApproved: Bool
  let isTranslatable: Bool
  private let id: String?
  private let attributes: [String: String]
  var state: String?
  var remarks: [Carried.Remark] = []
  var segments = SegmentMarks()
  private var source = InlineCapture()
  private var target = InlineCapture()

  init(_ attributes: MarkupAttributes) {
    id = attributes["id"]
    isApproved = attributes["approved"] == "yes"
    isTranslatable = attributes["translate"] != "no"
    let known: Set<String> = ["id", "approved", "translate", "xml:space"]
    self.attributes = Dictionary(
      attributes.all.filter { !known.contains($0.name) && !$0.name.hasPrefix("xmlns") }
    ) { first, _ in first }
  }

  mutating func take(_ text: InlineCapture, isTarget: Bool, isSegments: Bool) {
    if isSegments { return }
    if isTarget { target = text } else { source = text }
  }

  typealias Part = (id: String?, source: InlineCapture, target: InlineCapture, state: String?)

  /// What becomes a unit each: the segments, or the whole; nothing where there are no words.
  var parts: [Part] {
    let parts: [Part] =
      segments.list.isEmpty
      ? [(id, source, target, state)]
      : segments.list.map { segment in
        (
          id.map { segments.list.count > 1 ? "\($0):\(segment.id)" : $0 }, segment.source,
          segment.target, segment.state ?? state
        )
      }
    return parts.filter { !$0.source.words.isBlank || !$0.target.words.isBlank }
  }

  func carried(_ part: Part) -> Carried? {
    let carried = Carried(
      unit: .init(attributes: attributes, remarks: remarks),
      source: .init(markup: part.source.codes), target: .init(markup: part.target.codes))
    return carried.isEmpty ? nil : carried
  }
}

/// The segments of a unit: `mrk` elements of the two texts that have the same number.
private struct SegmentMarks {
  struct Segment {
    var id: String
    var source = InlineCapture()
    var target = InlineCapture()
    /// Trados's word for how far the translation is.
    var state: String?
  }

  private(set) var list: [Segment] = []
  private var place: [String: Int] = [:]
  /// The text of the segment that is being read.
  var capture = InlineCapture()
  private var open: (id: String, isTarget: Bool)?

  var isOpen: Bool { open != nil }

  mutating func begin(_ id: String, isTarget: Bool) {
    // A segment never stands in another; one that does is read as its words.
    guard open == nil else { return capture.begin("mrk", [("mtype", "seg"), ("mid", id)]) }
    open = (id, isTarget)
    capture = InlineCapture()
  }

  mutating func end() {
    guard let (id, isTarget) = open else { return }
    open = nil
    let index = place[id] ?? list.count
    if index == list.count {
      place[id] = index
      list.append(Segment(id: id))
    }
    if isTarget { list[index].target = capture } else { list[index].source = capture }
  }

  /// Takes `sdl:seg`: the confirmation level, and whether the segment is locked.
  mutating func describe(_ attributes: MarkupAttributes) {
    guard let id = attributes["id"], let index = place[id] else { return }
    list[index].state = attributes["conf"] ?? "Draft"
  }
}
