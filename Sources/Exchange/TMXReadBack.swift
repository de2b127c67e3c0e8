// Reads a TMX file that we wrote as an importer would, with libxml2, and says which texts it holds.
// No DTD is loaded, no address opened, no entity of the file expanded.
internal import Clibxml2
internal import Glibc

struct TMXReadBack {
  /// The texts of the file, in order.
  let fingerprint: Fingerprint
  /// How many units it holds.
  let units: Int

  /// What the reader has seen so far; the parser's callbacks reach it through a pointer.
  private final class Seen {
    var fingerprint = Fingerprint()
    var units = 0
    var text: [UInt8]?
  }

  /// Reads the file at `path`, which `name` stands for in messages. O(size), a few megabytes held.
  init(_ path: String, name: String) throws(ExchangeError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw ExchangeError(errno, path: name) }
    defer { close(descriptor) }
    let seen = Seen()
    if let reason = Self.parse(descriptor, into: seen) {
      throw .readBack(path: name, reason: reason)
    }
    fingerprint = seen.fingerprint
    units = seen.units
  }

  /// `nil` when the file is well-formed to its end, else what is wrong with it.
  private static func parse(_ descriptor: Int32, into seen: Seen) -> String? {
    var handler = handler
    let context = Unmanaged.passUnretained(seen).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
      return "no memory for the parser"
    }
    defer { xmlFreeParserCtxt(parser) }
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    var chunk = [CChar](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 { return String(cString: strerror(errno)) }
      guard xmlParseChunk(parser, chunk, Int32(count), count == 0 ? 1 : 0) == 0 else {
        return lastError(of: parser)
      }
      if count == 0 { return nil }
    }
  }

  private static func lastError(of parser: xmlParserCtxtPtr) -> String {
    guard let error = xmlCtxtGetLastError(parser), let message = error.pointee.message else {
      return "not well-formed"
    }
    let words = String(cString: message).filter { !$0.isNewline }
    return "line \(error.pointee.line): \(words)"
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { context, name, _, _, _, _, _, _, _ in
      guard let seen = TMXReadBack.seen(context), let name else { return }
      if xmlStrEqual(name, "tu") == 1 { seen.units += 1 }
      if xmlStrEqual(name, "seg") == 1 { seen.text = [] }
    }
    handler.characters = { context, bytes, count in
      guard let seen = TMXReadBack.seen(context) else { return }
      seen.text?.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.endElementNs = { context, name, _, _ in
      guard let seen = TMXReadBack.seen(context), let text = seen.text,
        xmlStrEqual(name, "seg") == 1
      else { return }
      text.withUnsafeBytes { seen.fingerprint.add($0) }
      seen.text = nil
    }
    return handler
  }

  private static func seen(_ context: UnsafeMutableRawPointer?) -> Seen? {
    context.map { Unmanaged<Seen>.fromOpaque($0).takeUnretainedValue() }
  }
}
