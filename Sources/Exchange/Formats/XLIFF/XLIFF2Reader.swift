internal import Bitext
internal import Markup

/// XLIFF 2.0 and 2.1 (OASIS, 2014 and 2018; ISO 21720): a unit each segment; what stands between
/// segments is no text.
enum XLIFF2Reader: UnitReader {
  static let namespace = "urn:oasis:names:tc:xliff:document:2"

  static func recognises(_ head: FileHead) -> Bool {
    head.root == "xliff" && head.rootTag.contains(namespace)
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      try UnitStream.read(files[0], to: XLIFF2Handler(files[0].path, options, body))
    }
  }

  /// What the `state` of a segment says (section 4.3.1.23).
  static func status(_ state: String?) -> Status {
    switch state {
    case "final", "reviewed": .confirmed
    case "translated": .accepted
    default: .unreviewed
    }
  }
}

private final class XLIFF2Handler: UnitHandler {
  private let options: ReadingOptions
  private var languages: (source: Language?, target: Language?)
  private var files = 0
  private var document: String?
  private var number = 0
  private var unit: XLIFF2Unit?
  private var segment: XLIFF2Unit.Segment?
  private var capture: InlineCapture?
  private var isTarget = false
  /// How many elements are open that belong to modules, or are no segments.
  private var skipped = 0
  private var remark: (kind: Carried.Remark.Kind, attributes: [String: String], text: String)?
  /// The code of the original format that is being read, by its number.
  private var data: (id: String, text: String)?

  init(_ path: String, _ options: ReadingOptions, _ receive: @escaping (Unit) throws -> Void) {
    self.options = options
    super.init(path, receive)
  }

  private static let others: Set<String> = [
    "skeleton", "matches", "glossary", "changeTrack", "resourceData", "validation", "ignorable",
  ]

  override func begin(_ element: String, _ attributes: MarkupAttributes) {
    if skipped > 0 || Self.others.contains(element) {
      skipped += 1
    } else if capture != nil {
      begin(inside: element, attributes)
    } else {
      begin(outside: element, attributes)
    }
  }

  private func begin(outside element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "xliff":
      languages.source = attributes["srcLang"].flatMap { Language($0) }
      languages.target = attributes["trgLang"].flatMap { Language($0) }
    case "file":
      files += 1
      document = attributes["original"] ?? attributes["id"]
    case "unit":
      unit = XLIFF2Unit(
        id: attributes["id"] ?? "", name: attributes["name"],
        isTranslatable: attributes["translate"] != "no")
    case "segment" where unit != nil:
      segment = .init(id: attributes["id"], state: attributes["state"])
    case "source" where segment != nil, "target" where segment != nil:
      isTarget = element == "target"
      capture = InlineCapture()
    case "note" where unit != nil: remark = (.note, Self.named(attributes), "")
    case "meta" where unit != nil: remark = (.property, Self.named(attributes), "")
    case "data" where unit != nil: data = (attributes["id"] ?? "", "")
    default: break
    }
  }

  private static func named(_ attributes: MarkupAttributes) -> [String: String] {
    Dictionary(attributes.all.filter { $0.name != "id" && $0.name != "appliesTo" }) { first, _ in
      first
    }
  }

  private func begin(inside element: String, _ attributes: MarkupAttributes) {
    if element == "cp" {
      // A character that XML cannot carry; it is known by its number alone.
      capture?.begin("cp", [])
      return
    }
    capture?.begin(element, attributes.all.map(shown))
  }

  /// An attribute of a code; one that points to the original's code says it instead.
  private func shown(_ attribute: (name: String, value: String)) -> (name: String, value: String) {
    let says = ["dataRef": "disp", "dataRefStart": "dispStart", "dataRefEnd": "dispEnd"]
    guard let name = says[attribute.name], let code = unit?.data[attribute.value] else {
      return attribute
    }
    return (name, code)
  }

  override func end(_ element: String) {
    if skipped > 0 {
      skipped -= 1
    } else if let open = capture {
      if open.depth > 0 {
        capture?.end(element)
      } else {
        if isTarget { segment?.target = open } else { segment?.source = open }
        capture = nil
      }
    } else {
      endOutside(element)
    }
  }

  private func endOutside(_ element: String) {
    switch element {
    case "segment":
      if let segment { unit?.segments.append(segment) }
      segment = nil
    case "note", "meta":
      if let (kind, attributes, text) = remark {
        unit?.remarks.append(Carried.Remark(kind, text, attributes: attributes))
      }
      remark = nil
    case "data":
      if let data { unit?.data[data.id] = data.text }
      data = nil
    case "unit": giveUnits()
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, capture != nil || remark != nil || data != nil else { return }
    let words = String(decoding: bytes, as: UTF8.self)
    if capture != nil {
      capture?.add(words)
    } else if remark != nil {
      remark?.text += words
    } else {
      data?.text += words
    }
  }

  private func giveUnits() {
    guard let found = unit else { return }
    unit = nil
    for (index, segment) in found.segments.enumerated()
    where !segment.source.words.isBlank || !segment.target.words.isBlank {
      number += 1
      let base = found.name ?? (files > 1 ? "f\(files):\(found.id)" : found.id)
      let stated = found.isTranslatable ? XLIFF2Reader.status(segment.state) : Status.nonText
      var given = options.unit(
        number, id: found.segments.count > 1 ? "\(base):\(segment.id ?? String(index + 1))" : base,
        segment.source.words, segment.target.words, from: languages.source,
        into: languages.target, status: stated)
      given.document = document ?? options.document
      let carried = Carried(
        unit: .init(remarks: found.remarks), source: .init(markup: segment.source.codes),
        target: .init(markup: segment.target.codes))
      given.carried = carried.isEmpty ? nil : carried
      given.takeWhatIsOurs()
      // What another program said of it since counts more than what we wrote.
      if segment.state ?? "initial" != XLIFF2Writer.state(given.status) { given.status = stated }
      give(given)
    }
  }
}

/// A `unit` of XLIFF 2 while it is read.
private struct XLIFF2Unit {
  struct Segment {
    var id: String?
    var state: String?
    var source = InlineCapture()
    var target = InlineCapture()
  }

  let id: String
  /// What the unit was called where it comes from.
  let name: String?
  let isTranslatable: Bool
  var segments: [Segment] = []
  var remarks: [Carried.Remark] = []
  /// Codes of the original format, by their numbers.
  var data: [String: String] = [:]
}
