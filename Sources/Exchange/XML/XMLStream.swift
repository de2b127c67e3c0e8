// XML of any size as a stream of events, by libxml2, made safe against files that mean harm: nothing
// is opened or fetched, no entity declared or expanded, and depth, tags and texts are bounded.
internal import Clibxml2

/// Who is told of the parts of an XML file, in order.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func begin(_ element: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ element: XMLName)
  /// Characters between tags, in UTF-8; one run of text may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Why a file could not be read on, and where.
struct XMLFault: Error, Hashable {
  var line: Int
  var reason: String
}

/// Reads one file.
final class XMLStream {
  /// How deep elements may be nested.
  static let deepest = 256
  /// How many bytes a tag may have: libxml2 compares each attribute with each.
  static let longestTag = 1 << 16

  /// Characters that were left out because XML forbids them: references to them, and U+FFFE.
  private(set) var illegalCharacters = 0
  /// The line of the first of them.
  private(set) var firstIllegal: Int?
  /// The line and column of the last: libxml2 speaks of some of them twice.
  private var lastIllegal = (line: Int32(0), column: Int32(0))
  /// References such as `&nbsp;` that HTML knows and XML does not, read as HTML means them.
  private(set) var borrowedEntities = 0

  /// Not owned: who reads a file owns the stream.
  private unowned(unsafe) let handler: any XMLHandler
  private var parser: xmlParserCtxtPtr!
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var fault: XMLFault?
  /// Whether no more bytes will come.
  private var isAtEnd = false

  /// Makes ready to tell `handler` of what comes.
  init(_ handler: any XMLHandler) {
    self.handler = handler
    // What libxml2 has to say that belongs to no parser it would print.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    var events = Self.events
    let context = Unmanaged.passUnretained(self).toOpaque()
    parser = xmlCreatePushParserCtxt(&events, context, nil, 0, nil)
    let options = [
      XML_PARSE_NONET, XML_PARSE_RECOVER, XML_PARSE_IGNORE_ENC,
      XML_PARSE_NOENT,  // `&amp;` in an attribute is `&`; other entities there are none
    ].reduce(0) { $0 | $1.rawValue }
    xmlCtxtUseOptions(parser, Int32(options))
  }

  deinit { xmlFreeParserCtxt(parser) }

  /// The line that is being read, counted from 1.
  var line: Int { parser.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  /// The name as it will come up in events.
  func name(_ text: String) -> XMLName {
    XMLName(pointer: xmlDictLookup(parser.pointee.dict, text, Int32(text.utf8.count)))
  }

  /// Reads a whole file and tells the handler.
  /// - Throws: what is wrong with the file; what was told before stands.
  func read(_ input: UTF8Input) throws(ExchangeError) {
    var isAtEnd = false
    while !isAtEnd {
      let piece = try input.next()
      isAtEnd = piece.isEmpty
      do throws(XMLFault) { try parse(piece) } catch {
        throw .broken(input.path, line: error.line, reason: error.reason)
      }
    }
  }

  /// Reads the next bytes of UTF-8; none of them mean the end.
  func parse(_ bytes: [UInt8]) throws(XMLFault) {
    var rest = bytes[...]
    isAtEnd = bytes.isEmpty
    repeat {
      let part = rest.prefix(Self.longestTag)
      rest = rest.dropFirst(part.count)
      part.withUnsafeBytes { part in
        let base = part.bindMemory(to: CChar.self).baseAddress
        _ = xmlParseChunk(parser, base, Int32(part.count), isAtEnd ? 1 : 0)
      }
      if let fault { throw fault }
      if waitsForTag { throw XMLFault(line: line, reason: "a tag has more than 64 KB") }
    } while !rest.isEmpty
  }

  /// Stops the reading at the place where it is.
  func stop(_ reason: String) {
    guard fault == nil else { return }
    fault = XMLFault(line: line, reason: reason)
    xmlStopParser(parser)
  }

  /// Whether a tag began and has not ended for as long as a tag may be.
  private var waitsForTag: Bool {
    guard let input = parser.pointee.input, let now = input.pointee.cur,
      let end = input.pointee.end,
      end - now > Self.longestTag, now[0] == UInt8(ascii: "<")
    else { return false }
    return now[1] != UInt8(ascii: "!") && now[1] != UInt8(ascii: "?")
  }
}

extension XMLStream {
  private func began(_ element: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes) {
    depth += 1
    guard fault == nil, let element else { return }
    if depth > Self.deepest { return stop("elements are nested more than \(Self.deepest) deep") }
    handler.begin(XMLName(pointer: element), attributes)
  }

  private func ended(_ element: UnsafePointer<xmlChar>?) {
    depth -= 1
    guard fault == nil, let element else { return }
    handler.end(XMLName(pointer: element))
  }

  private func read(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard fault == nil else { return }
    handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// XML's own five entities; of others those of HTML are read as HTML means them.
  private func entity(_ name: UnsafePointer<xmlChar>?) -> xmlEntityPtr? {
    if let known = xmlGetPredefinedEntity(name) { return known }
    guard fault == nil, let name, let borrowed = htmlEntityLookup(name),
      let scalar = Unicode.Scalar(borrowed.pointee.value)
    else {
      stop("the reference '&\(name.map { String(cString: $0) } ?? "");' means nothing here")
      return nil
    }
    borrowedEntities += 1
    var text = String(scalar)
    text.withUTF8 { handler.text($0) }
    return nil
  }

  /// Characters that XML forbids are left out; any other error ends the reading.
  private func failed(_ error: UnsafePointer<xmlError>) {
    let code = xmlParserErrors(UInt32(max(0, error.pointee.code)))
    switch code {
    // The same code as for what is no UTF-8 at all, which ends the reading.
    case XML_ERR_INVALID_CHAR where !isNotUTF8(error):
      let place = (line: error.pointee.line, column: error.pointee.int2)
      if place != lastIllegal { illegalCharacters += 1 }
      lastIllegal = place
      if firstIllegal == nil { firstIllegal = Int(error.pointee.line) }
    case XML_WAR_UNDECLARED_ENTITY, XML_ERR_UNDECLARED_ENTITY: break  // `entity` has dealt with it
    default:
      guard error.pointee.level == XML_ERR_FATAL, fault == nil else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? "not well-formed"
      // What then is left of the bytes is no whole tag and no whole text; libxml2 would say what each
      // lacks, or "extra content".
      let isCutOff = isAtEnd && depth > 0
      fault = XMLFault(
        line: Int(error.pointee.line),
        reason: isCutOff ? "it is cut off inside <\(element)>" : message.filter { !$0.isNewline })
      xmlStopParser(parser)
    }
  }

  /// The element that has begun and not ended.
  private var element: String { parser.pointee.name.map { String(cString: $0) } ?? "" }

  private func isNotUTF8(_ error: UnsafePointer<xmlError>) -> Bool {
    error.pointee.message.map { String(cString: $0).contains("not proper UTF-8") } ?? false
  }

  /// The stream that an event is for. Whoever parses holds it, so that an event counts no reference.
  @inline(__always)
  private static func tell<Answer>(
    _ context: UnsafeMutableRawPointer?, _ event: (XMLStream) -> Answer
  ) -> Answer {
    Unmanaged<XMLStream>.fromOpaque(context!)._withUnsafeGuaranteedRef(event)
  }

  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.startElementNs = { context, name, _, _, namespaces, _, count, _, attributes in
      XMLStream.tell(context) { stream in
        if namespaces > 16 { stream.stop("a tag declares more than 16 namespaces") }
        stream.began(name, XMLAttributes(pointers: attributes, count: Int(count)))
      }
    }
    events.endElementNs = { context, name, _, _ in XMLStream.tell(context) { $0.ended(name) } }
    events.characters = { context, text, count in XMLStream.tell(context) { $0.read(text, count) } }
    events.cdataBlock = { context, text, count in XMLStream.tell(context) { $0.read(text, count) } }
    events.getEntity = { context, name in XMLStream.tell(context) { $0.entity(name) } }
    events.getParameterEntity = { _, _ in nil }
    events.entityDecl = { context, _, _, _, _, _ in
      XMLStream.tell(context) {
        $0.stop("it declares entities of its own, which are not expanded")
      }
    }
    events.serror = { context, error in
      guard let error else { return }
      XMLStream.tell(context) { $0.failed(error) }
    }
    return events
  }
}
