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
  private var attributeNames: TMXAttributeNames!

  /// Told of each unit, in order, as `readOn` comes by it. It is lent, not given: a copy would cost as much
  /// as the reading.
  var receive: (inout TMXUnit) -> Void = { _ in }

  // Where the reader stands in the file. What every event touches is unchecked: no access reaches into
  // another, and looking for one costs as much as the event.
  private var hasRoot = false
  private var hasHeader = false
  private var hasBody = false
  @exclusivity(unchecked) private var isInUnit = false
  @exclusivity(unchecked) private var isInVariant = false
  @exclusivity(unchecked) private var unit = TMXUnit()
  @exclusivity(unchecked) private var remark: TMXRemarkHead?
  @exclusivity(unchecked) private var remarkText: [UInt8] = []
  @exclusivity(unchecked) private var segment = SegmentBuilder()
  /// How many elements are open in the segment, itself included; 0 outside.
  @exclusivity(unchecked) private var segmentDepth = 0
  private var encoding = SegmentBuilder()
  @exclusivity(unchecked) private var encodingDepth = 0
  /// How many bytes the unit has so far.
  @exclusivity(unchecked) private var unitSize = 0
  @exclusivity(unchecked) private var values = TMXValues()

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
    attributeNames = TMXAttributeNames(stream)
  }

  /// The encoding of the file.
  var charset: String { input.encoding }

  /// Reads what is left of the file, and gives its SHA-256.
  func restDigest() throws(ExchangeError) -> String { try input.restDigest() }

  /// Reads the next piece of the file; false when that was its end.
  /// - Throws: what is wrong with the file, after the units before that place were handed on.
  func readOn() throws(ExchangeError) -> Bool {
    let piece = try input.next()
    do throws(XMLFault) { try stream.parse(piece) } catch {
      if !hasRoot { throw .badInput(path, "is no TMX: \(error.reason)", fix: Self.otherFile) }
      throw .broken(path, line: error.line, reason: error.reason)
    }
    guard piece.isEmpty else { return true }
    notes.add("control characters taken out, which XML forbids", line: 1, count: input.controls)
    notes.add(
      "references to characters that XML forbids left out", line: 1,
      count: stream.illegalCharacters)
    notes.add("references of HTML read, as &nbsp;", line: 1, count: stream.borrowedEntities)
    return false
  }

  fileprivate static let otherFile = "name a TMX file; `bitext convert` reads other kinds"
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
    case .tuv: isInVariant = false
    case .note, .prop: endRemark()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    unitSize += bytes.count
    if unitSize > Self.largestUnit {
      stream.stop(isInUnit ? "a unit has more than 20 MB" : "more than 20 MB stand between units")
    }
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
    if let xml = encoding.withCodes { header.encodings.append(xml) }
    encoding.clear()
  }

  private func beginUnit(_ attributes: XMLAttributes) {
    if isInUnit { return stream.stop("a <tu> stands in another") }
    if !hasBody { notes.add("units outside of the body", line: stream.line) }
    if !hasHeader { notes.add("units without a header before them", line: stream.line) }
    (isInUnit, isInVariant, unitSize) = (true, false, 0)
    unit.clear()
    unit.line = stream.line
    for attribute in attributes where !take(attribute, into: &unit.stamp) {
      switch attribute.name {
      case attributeNames.tuid: unit.id = unit.take(attribute.bytes)
      case attributeNames.srclang: unit.sourceCode = attribute.value
      default: unit.part.attributes[attribute.fullName] = attribute.value
      }
    }
  }

  private func endUnit() {
    guard isInUnit else { return }
    isInUnit = false
    receive(&unit)
  }

  private func beginVariant(_ attributes: XMLAttributes) {
    guard isInUnit else { return notes.add("variants outside of a unit", line: stream.line) }
    if isInVariant { return stream.stop("a <tuv> stands in another") }
    if unit.variants.count == Self.mostVariants {
      return stream.stop("a unit has more than \(Self.mostVariants) variants")
    }
    isInVariant = true
    var variant = TMXUnit.Variant()
    for attribute in attributes {
      // What a variant says of dates and users stays with it, and stands in for what the unit lacks.
      _ = take(attribute, into: &variant.stamp)
      if attribute.name != attributeNames.lang {
        variant.part.attributes[attribute.fullName] = attribute.value
      } else if variant.code.isEmpty {
        variant.code = attribute.value
        variant.language = values.language(attribute.bytes)
      }
    }
    if variant.code.isEmpty { notes.add("variants without a language", line: stream.line) }
    unit.variants.append(variant)
  }

  /// Takes a date or the last user's name into its field; what is no date stays as it is written.
  private func take(_ attribute: XMLAttribute, into stamp: inout TMXStamp) -> Bool {
    switch attribute.name {
    case attributeNames.created:
      stamp.created = date(attribute)
      return stamp.created != nil
    case attributeNames.changed:
      stamp.changed = date(attribute)
      return stamp.changed != nil
    case attributeNames.changer:
      stamp.author = values.author(attribute.bytes)
      return true
    default: return false
    }
  }

  private func date(_ attribute: XMLAttribute) -> Int? {
    if let seconds = TMXDate.seconds(attribute.bytes) { return seconds }
    notes.add("dates of another form than 20260131T120000Z", line: stream.line)
    return TMXDate.lenient(attribute.value)
  }

  private func beginSegment() {
    guard isInVariant else {
      return notes.add("segments outside of a variant", line: stream.line)
    }
    segment.clear()
    segmentDepth = 1
  }

  private func endSegment() {
    let last = unit.variants.count - 1
    guard unit.variants[last].isBlank else {
      return notes.add("second segments of a variant left out", line: stream.line)
    }
    unit.variants[last].text = segment.text.withUnsafeBufferPointer { unit.take($0) }
    unit.variants[last].part.markup = segment.withCodes
  }
}

extension TMXReader {
  private func beginRemark(_ kind: Carried.Remark.Kind, _ attributes: XMLAttributes) {
    if kind == .property, attributes.count == 1, attributes[0].name == attributeNames.type {
      remark = values.property(attributes[0].bytes)
    } else {
      remark = TMXRemarkHead(kind, attributes.dictionary)
    }
    unitSize += 200  // what holding one takes
    remarkText.removeAll(keepingCapacity: true)
  }

  private func endRemark() {
    guard let head = remark else { return }
    remark = nil
    remarkText.withUnsafeBufferPointer { text in
      if isInVariant {
        let last = unit.variants.count - 1
        if !values.take(head, text, into: &unit.variants[last]) {
          unit.variants[last].part.remarks.append(head.remark(text))
        }
      } else if isInUnit {
        if !values.take(head, text, into: &unit) { unit.part.remarks.append(head.remark(text)) }
      } else {
        header.part.remarks.append(head.remark(text))
      }
    }
  }
}
