internal import Clibxml2

/// libxml2 as a stream of events, made safe against files that mean harm: no address is opened, no
/// DTD loaded, no entity expanded, and nesting is bounded.
public final class MarkupParser {
  /// How deep elements may be nested. Browsers give up at about 500.
  public static let deepest = 4000

  private let handler: any MarkupHandler
  private var parser: xmlParserCtxtPtr?
  private var depth = 0
  private var tags = TagLimit()
  /// How many names of namespaces are in force, and where they were declared.
  private var namespaces: [(depth: Int, count: Int)] = []
  /// Why the reading was stopped.
  private var refusal: String?

  private init(_ handler: any MarkupHandler) {
    self.handler = handler
    // What libxml2 has to say that belongs to no parser it would print.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
  }

  /// Reads XML that comes in pieces.
  /// - Parameter pieces: calls its argument for each piece, until that returns false.
  /// - Returns: what is wrong with the file; `nil` when it is well-formed to its end.
  public static func xml<Failure: Error>(
    to handler: any MarkupHandler,
    pieces: ((UnsafeRawBufferPointer) -> Bool) throws(Failure) -> Void
  ) throws(Failure) -> String? {
    let state = MarkupParser(handler)
    var events = xmlEvents
    let context = Unmanaged.passUnretained(state).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&events, context, nil, 0, nil) else {
      return "no memory for the parser"
    }
    defer { xmlFreeParserCtxt(parser) }
    state.parser = parser
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    var fault: String?
    try pieces { piece in
      for start in stride(from: 0, to: piece.count, by: pieceSize) where fault == nil {
        let part = piece[start..<min(start + pieceSize, piece.count)]
        fault = state.push(UnsafeRawBufferPointer(rebasing: part), isLast: false)
      }
      return fault == nil
    }
    return fault ?? state.push(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// libxml2 keeps a piece until it has read it, and refuses one of megabytes.
  private static let pieceSize = 1 << 16

  private func push(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> String? {
    guard tags.takes(piece) else { return Self.tooManyAttributes }
    let bytes = piece.bindMemory(to: CChar.self).baseAddress
    let status = xmlParseChunk(parser, bytes, Int32(piece.count), isLast ? 1 : 0)
    return refusal ?? (status == 0 ? nil : lastError)
  }

  private var lastError: String {
    guard let error = xmlCtxtGetLastError(parser), let message = error.pointee.message else {
      return "not well-formed"
    }
    return "line \(error.pointee.line): " + String(cString: message).filter { !$0.isNewline }
  }

  /// Reads HTML, mending it as it goes, as browsers do.
  /// - Returns: why the reading was stopped; `nil` when it went to the end.
  public static func html(
    _ bytes: UnsafeBufferPointer<UInt8>, to handler: any MarkupHandler
  ) -> String? {
    let state = MarkupParser(handler)
    guard let parser = htmlNewParserCtxt() else { return "no memory for the parser" }
    defer { htmlFreeParserCtxt(parser) }
    parser.pointee.sax.pointee = htmlEvents
    parser.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    state.parser = parser
    var input = HTMLInput(rest: UnsafeRawBufferPointer(bytes), state: state)
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    withUnsafeMutablePointer(to: &input) { input in
      _ = htmlCtxtReadIO(
        parser, { HTMLInput.read($0, $1, $2) }, nil, input, nil, "UTF-8", Int32(options))
    }
    return state.refusal
  }

  private static let tooManyAttributes = "a tag has more than \(TagLimit.most) attributes"

  /// More names of namespaces are in force than in any file, and each is looked at for each element.
  private func declared(_ count: Int) {
    guard count > 0 else { return }
    namespaces.append((depth + 1, (namespaces.last?.count ?? 0) + count))
    if namespaces[namespaces.count - 1].count > 4 * TagLimit.most {
      stop("more than \(4 * TagLimit.most) namespaces are in force")
    }
  }

  private func began(_ element: UnsafePointer<xmlChar>?, _ attributes: MarkupAttributes) {
    depth += 1
    if depth > Self.deepest { stop("elements are nested more than \(Self.deepest) deep") }
    guard refusal == nil, let element else { return }
    handler.begin(String(cString: element), attributes)
    if let reason = handler.refusal { stop(reason) }
  }

  private func ended(_ element: UnsafePointer<xmlChar>?) {
    if namespaces.last?.depth == depth { namespaces.removeLast() }
    depth -= 1
    guard refusal == nil, let element else { return }
    handler.end(String(cString: element))
    if let reason = handler.refusal { stop(reason) }
  }

  private func read(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard refusal == nil else { return }
    handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    if let reason = handler.refusal { stop(reason) }
  }

  /// Whether the next bytes may be parsed; else they are the end. (libxml2 asks while it fills a buffer
  /// that stopping it would free.)
  fileprivate func mayRead(_ piece: UnsafeRawBufferPointer) -> Bool {
    if refusal == nil, !tags.takes(piece) { refusal = Self.tooManyAttributes }
    return refusal == nil
  }

  private func stop(_ reason: String) {
    guard refusal == nil else { return }
    refusal = reason
    xmlStopParser(parser)
  }

  private static func state(_ context: UnsafeMutableRawPointer?) -> MarkupParser? {
    context.map { Unmanaged<MarkupParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var xmlEvents: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.startElementNs = { context, name, _, _, namespaces, _, count, _, attributes in
      MarkupParser.state(context)?.declared(Int(namespaces))
      MarkupParser.state(context)?
        .began(
          name,
          MarkupAttributes(
            pointers: attributes, count: Int(count), isHTML: false,
            parser: MarkupParser.state(context)?.parser))
    }
    events.endElementNs = { context, name, _, _ in MarkupParser.state(context)?.ended(name) }
    events.characters = { MarkupParser.state($0)?.read($1, $2) }
    events.cdataBlock = { MarkupParser.state($0)?.read($1, $2) }
    events.entityDecl = { context, _, _, _, _, _ in
      MarkupParser.state(context)?.stop("it declares entities of its own, which are not expanded")
    }
    return events
  }

  private static var htmlEvents: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.startElement = { context, name, attributes in
      var count = 0
      while let attributes, attributes[2 * count] != nil { count += 1 }
      MarkupParser.state(context)?
        .began(
          name,
          MarkupAttributes(
            pointers: attributes, count: count, isHTML: true,
            parser: MarkupParser.state(context)?.parser))
    }
    events.endElement = { MarkupParser.state($0)?.ended($1) }
    events.characters = { MarkupParser.state($0)?.read($1, $2) }
    events.serror = { context, error in
      guard error?.pointee.code == Int32(XML_ERR_INVALID_CHAR.rawValue) else { return }
      MarkupParser.state(context)?.handler.lostCharacter()
    }
    events.ignorableWhitespace = { MarkupParser.state($0)?.read($1, $2) }
    events.cdataBlock = { MarkupParser.state($0)?.read($1, $2) }
    return events
  }
}

/// Bytes that libxml2 has not read yet.
private struct HTMLInput {
  var rest: UnsafeRawBufferPointer
  let state: MarkupParser

  /// Hands on at most `count` bytes, and says how many.
  static func read(
    _ input: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32
  ) -> Int32 {
    guard let input = input?.assumingMemoryBound(to: HTMLInput.self), let buffer else { return 0 }
    let piece = input.pointee.rest.prefix(Int(count))
    guard input.pointee.state.mayRead(UnsafeRawBufferPointer(rebasing: piece)) else { return 0 }
    UnsafeMutableRawBufferPointer(start: buffer, count: piece.count)
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: piece))
    input.pointee.rest = UnsafeRawBufferPointer(
      rebasing: input.pointee.rest.dropFirst(piece.count))
    return Int32(piece.count)
  }
}
