// TMX 1.1 to 1.4b (LISA OSCAR, 2005), level 1 and 2, as a stream of its units. Strict where a text
// would be in doubt, lenient elsewhere, and silent never: what was put right is noted.
internal import Bitext

final class TMXReader {
  private(set) var header = TMXHeader()
  private(set) var notes = ReadingNotes()

  private let input: UTF8Input
  private let path: String
  private var stream: XMLStream!
  private var names: TMXNames!
  private var attributeNames: AttributeNames!

  /// Units read and not yet handed on.
  private var ready: [TMXUnit] = []
  private var fault: ExchangeError?
  private var isAtEnd = false

  // Where the reader stands in the file.
  private var hasRoot = false
  private var hasHeader = false
  private var hasBody = false
  private var unit: TMXUnit?
  private var variant: TMXUnit.Variant?
  private var remark: Carried.Remark?
  private var remarkText: [UInt8] = []
  private var segment = SegmentBuilder()
  /// How many elements are open in the segment, itself included; 0 outside.
  private var segmentDepth = 0
  private var encoding = SegmentBuilder()
  private var encodingDepth = 0
  private var languages: [String: Language?] = [:]
  /// How many bytes the unit has so far.
  private var unitSize = 0

  /// A segment or a note never has more bytes.
  private static let longestText = 5_000_000
  /// A unit never has more bytes, all its texts, notes and properties together.
  private static let largestUnit = 20_000_000
  private static let mostVariants = 1000

  /// Begins to read a file.
  init(_ file: InputFile) throws(ExchangeError) {
    path = file.path
    input = try UTF8Input(file)
    stream = XMLStream(self)
    names = TMXNames(stream)
    attributeNames = AttributeNames(stream)
  }

  /// The encoding of the file.
  var charset: String { input.encoding }

  /// The next units, in order; `nil` at the end.
  /// - Throws: what is wrong with the file, after the units before that place were handed on.
  func next() throws(ExchangeError) -> [TMXUnit]? {
    while ready.isEmpty {
      if let fault { throw fault }
      if isAtEnd { return nil }
      do throws(ExchangeError) { try readOn() } catch { fault = error }
    }
    defer { ready.removeAll(keepingCapacity: true) }
    return ready
  }

  private func readOn() throws(ExchangeError) {
    let piece = try input.next()
    isAtEnd = piece.isEmpty
    do throws(XMLFault) { try stream.parse(piece) } catch {
      if !hasRoot { throw .badInput(path, "is no TMX: \(error.reason)", fix: Self.otherFile) }
      throw .broken(path, line: error.line, reason: error.reason)
    }
    guard isAtEnd else { return }
    notes.add("control characters taken out, which XML forbids", line: 1, count: input.controls)
    notes.add(
      "references to characters that XML forbids left out", line: 1,
      count: stream.illegalCharacters)
    notes.add("references of HTML read, as &nbsp;", line: 1, count: stream.borrowedEntities)
  }

  fileprivate static let otherFile = "name a TMX file; `bitext convert` reads other kinds"
}

/// The attributes that have fields of their own.
private struct AttributeNames {
  let tuid, created, changed, changer, srclang, lang: XMLName

  init(_ stream: XMLStream) {
    tuid = stream.name("tuid")
    created = stream.name("creationdate")
    changed = stream.name("changedate")
    changer = stream.name("changeid")
    srclang = stream.name("srclang")
    lang = stream.name("lang")
  }
}

extension TMXReader: XMLHandler {
  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = names[name]
    guard segmentDepth == 0 else {
      segmentDepth += 1
      return segment.begin(name, holdsCode: element?.holdsCode ?? false, attributes)
    }
    guard hasRoot || element == .tmx else { return stream.stop("the root is <\(name.text)>") }
    if element == .ude || encodingDepth > 0 {
      encodingDepth += 1
      return encoding.begin(name, holdsCode: false, attributes)
    }
    switch element {
    case .tmx: beginRoot(attributes)
    case .header: beginHeader(attributes)
    case .body: hasBody = true
    case .tu: beginUnit(attributes)
    case .tuv: beginVariant(attributes)
    case .seg: beginSegment()
    case .note: beginRemark(.note, attributes)
    case .prop: beginRemark(.property, attributes)
    default: notes.add("elements <\(name.text)> that TMX does not have there", line: stream.line)
    }
  }

  func end(_ name: XMLName) {
    if segmentDepth > 0 {
      segmentDepth -= 1
      return segmentDepth > 0 ? segment.end(name) : endSegment()
    }
    if encodingDepth > 0 { return endEncoding(name) }
    switch names[name] {
    case .tu: endUnit()
    case .tuv: endVariant()
    case .note, .prop: endRemark()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    unitSize += bytes.count
    if unitSize > Self.largestUnit { stream.stop("a unit has more than 20 MB") }
    if segmentDepth > 0 {
      segment.add(bytes)
      if segment.count > 2 * Self.longestText { stream.stop("a segment has more than 10 MB") }
    } else if remark != nil {
      remarkText.append(contentsOf: bytes)
      if remarkText.count > Self.longestText { stream.stop("a note has more than 5 MB") }
    }
  }
}

extension TMXReader {
  private func beginRoot(_ attributes: XMLAttributes) {
    if hasRoot { return stream.stop("a <tmx> stands in another") }
    hasRoot = true
    header.version = attributes["version"]
    if header.version == nil {
      notes.add("the version is not stated; read as 1.4", line: stream.line)
    } else if let version = header.version, !["1.1", "1.2", "1.3", "1.4", "1.4b"].contains(version)
    {
      notes.add("the version '\(version)' is not known; read as 1.4", line: stream.line)
    }
  }

  private func beginHeader(_ attributes: XMLAttributes) {
    if hasHeader { return stream.stop("a second header, where a file has one") }
    hasHeader = true
    header.part.attributes = attributes.dictionary
  }

  private func endEncoding(_ name: XMLName) {
    encodingDepth -= 1
    encoding.end(name)
    guard encodingDepth == 0 else { return }
    if let xml = encoding.result.markup { header.encodings.append(xml) }
    encoding.clear()
  }

  private func beginUnit(_ attributes: XMLAttributes) {
    if unit != nil { return stream.stop("a <tu> stands in another") }
    if !hasBody { notes.add("units outside of the body", line: stream.line) }
    if !hasHeader { notes.add("units without a header before them", line: stream.line) }
    unitSize = 0
    var unit = TMXUnit(line: stream.line)
    for attribute in attributes where !take(attribute, into: &unit.stamp) {
      switch attribute.name {
      case attributeNames.tuid: unit.id = attribute.value
      case attributeNames.srclang: unit.sourceCode = attribute.value
      default: unit.part.attributes[attribute.fullName] = attribute.value
      }
    }
    self.unit = unit
  }

  private func beginVariant(_ attributes: XMLAttributes) {
    guard let unit else { return notes.add("variants outside of a unit", line: stream.line) }
    if variant != nil { return stream.stop("a <tuv> stands in another") }
    if unit.variants.count == Self.mostVariants {
      return stream.stop("a unit has more than \(Self.mostVariants) variants")
    }
    var variant = TMXUnit.Variant()
    for attribute in attributes {
      // What a variant says of dates and users stays with it, and stands in for what the unit lacks.
      _ = take(attribute, into: &variant.stamp)
      if attribute.name == attributeNames.lang {
        if variant.code.isEmpty { variant.code = attribute.value }
      } else {
        variant.part.attributes[attribute.fullName] = attribute.value
      }
    }
    if variant.code.isEmpty { notes.add("variants without a language", line: stream.line) }
    variant.language = language(variant.code)
    self.variant = variant
  }

  /// Takes a date or the last user's name into its field; what is no date stays as it is written.
  private func take(_ attribute: XMLAttribute, into stamp: inout TMXStamp) -> Bool {
    let names = attributeNames!
    switch attribute.name {
    case names.created:
      stamp.created = date(attribute)
      return stamp.created != nil
    case names.changed:
      stamp.changed = date(attribute)
      return stamp.changed != nil
    case names.changer:
      stamp.author = attribute.value
      return true
    default: return false
    }
  }

  private func date(_ attribute: XMLAttribute) -> Int? {
    if let seconds = TMXDate.seconds(attribute.bytes) { return seconds }
    notes.add("dates of another form than 20260131T120000Z", line: stream.line)
    return TMXDate.lenient(attribute.value)
  }

  private func language(_ code: String) -> Language? {
    if let known = languages[code] { return known }
    let language = Language.inExchange(code)
    if languages.count < 10_000 { languages[code] = language }
    return language
  }

  private func beginSegment() {
    guard variant != nil else {
      return notes.add("segments outside of a variant", line: stream.line)
    }
    segment.clear()
    segmentDepth = 1
  }

  private func endSegment() {
    let (text, markup) = segment.result
    if variant?.isBlank == false {
      return notes.add("second segments of a variant left out", line: stream.line)
    }
    variant?.text = text
    variant?.part.markup = markup
  }

  private func beginRemark(_ kind: Carried.Remark.Kind, _ attributes: XMLAttributes) {
    remark = Carried.Remark(kind, "", attributes: attributes.dictionary)
    unitSize += 200  // what holding one takes
    remarkText.removeAll(keepingCapacity: true)
  }

  private func endRemark() {
    guard var remark else { return }
    self.remark = nil
    remark.text = String(decoding: remarkText, as: UTF8.self)
    if variant != nil {
      if !take(remark, into: &variant!) { variant!.part.remarks.append(remark) }
    } else if unit != nil {
      if !take(remark, into: &unit!) { unit!.part.remarks.append(remark) }
    } else {
      header.part.remarks.append(remark)
    }
  }

  private func endVariant() {
    guard let variant, unit != nil else { return }
    self.variant = nil
    unit!.variants.append(variant)
  }

  private func endUnit() {
    guard let unit else { return }
    self.unit = nil
    ready.append(unit)
  }
}

extension TMXReader {
  /// Takes what our own exports say into its field.
  private func take(_ remark: Carried.Remark, into unit: inout TMXUnit) -> Bool {
    guard remark.attributes.count == (remark.kind == .note ? 0 : 1) else { return false }
    switch (remark.kind, remark.type) {
    case (.note, _):
      guard unit.comment == nil, unit.part.remarks.isEmpty else { return false }
      unit.comment = remark.text
    case (_, "x-status"):
      guard let status = Status(rawValue: remark.text), unit.status == nil else { return false }
      unit.status = status
    case (_, "x-score"):
      guard unit.confidence == nil, let score = Double(remark.text), (0...1).contains(score),
        TMXWriter.score(score) == remark.text
      else { return false }
      unit.confidence = score
    case (_, "x-speaker"):
      guard unit.speaker == nil, !remark.text.isEmpty else { return false }
      unit.speaker = remark.text
    default: return false
    }
    return true
  }

  /// `x-bcp47` tells the language more exactly than a code for importers can.
  private func take(_ remark: Carried.Remark, into variant: inout TMXUnit.Variant) -> Bool {
    guard remark.kind == .property, remark.type == "x-bcp47", remark.attributes.count == 1,
      let language = language(remark.text), language.code == variant.language?.code
    else { return false }
    variant.language = language
    return true
  }
}
