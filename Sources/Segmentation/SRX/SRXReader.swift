internal import Clibxml2
internal import Glibc

/// An SRX file read element by element, with libxml2: no address is opened, no DTD loaded, no entity
/// expanded.
struct SRXReader {
  private var result: SRXRules
  /// The name of the rules that the reader is in.
  private var name = ""
  /// The rule that the reader is in.
  private var rule: SRXRules.Rule?
  private var hasRoot = false

  static func read(_ bytes: [UInt8], from path: String) throws(SegmentationError) -> SRXRules {
    var reader = SRXReader(result: SRXRules(path: path))
    try reader.read(bytes)
    return reader.result
  }

  private init(result: SRXRules) { self.result = result }

  private mutating func read(_ bytes: [UInt8]) throws(SegmentationError) {
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let xml = bytes.withUnsafeBytes { bytes in
      xmlReaderForMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count), nil, nil,
        options)
    }
    guard let xml else { throw .notSRX(result.path, line: 1, reason: "it is empty") }
    defer { xmlFreeTextReader(xml) }
    var status = xmlTextReaderRead(xml)
    while status == 1 {
      try take(SRXNode(xml: xml))
      status = xmlTextReaderRead(xml)
    }
    guard status == 0 else { throw notSRX(SRXNode(xml: xml), SRXNode.lastError) }
  }

  private mutating func take(_ node: SRXNode) throws(SegmentationError) {
    switch node.kind {
    case XML_READER_TYPE_ELEMENT: try begin(node)
    case XML_READER_TYPE_END_ELEMENT: end(node.name)
    case XML_READER_TYPE_ENTITY_REFERENCE:
      throw notSRX(node, "it uses entities of its own, which are not expanded")
    default: break
    }
  }

  private mutating func begin(_ node: SRXNode) throws(SegmentationError) {
    guard hasRoot else {
      guard node.name == "srx" else { throw notSRX(node, "its root is <\(node.name)>, not <srx>") }
      let version = node["version"] ?? "of no version"
      guard version == "2.0" else { throw .version(result.path, version) }
      hasRoot = true
      return
    }
    switch node.name {
    case "header": result.cascades = node["cascade"] == "yes"
    case "languagerule":
      name = try required("languagerulename", of: node)
      result.rules[name] = []
    case "rule":
      rule = SRXRules.Rule(breaks: node["break"] != "no", line: node.line)
      if node.isEmpty { end("rule") }
    case "beforebreak": rule?.before = node.text
    case "afterbreak": rule?.after = node.text
    case "languagemap":
      result.maps.append(
        SRXRules.Map(
          pattern: try required("languagepattern", of: node),
          name: try required("languagerulename", of: node), line: node.line))
    default: break
    }
  }

  private mutating func end(_ element: String) {
    guard element == "rule", let rule else { return }
    result.rules[name, default: []].append(rule)
    self.rule = nil
  }

  private func required(
    _ attribute: String, of node: SRXNode
  ) throws(SegmentationError) -> String {
    guard let value = node[attribute] else {
      throw notSRX(node, "<\(node.name)> has no \(attribute)")
    }
    return value
  }

  private func notSRX(_ node: SRXNode, _ reason: String) -> SegmentationError {
    .notSRX(result.path, line: max(node.line, 1), reason: reason)
  }
}

/// Where libxml2's reader stands.
private struct SRXNode {
  let xml: xmlTextReaderPtr

  var kind: xmlReaderTypes { xmlReaderTypes(UInt32(max(0, xmlTextReaderNodeType(xml)))) }

  /// Its name without a prefix.
  var name: String { xmlTextReaderConstLocalName(xml).map { String(cString: $0) } ?? "" }

  /// Its line; where nothing can be read any more, that of the parser.
  var line: Int {
    guard let node = xmlTextReaderCurrentNode(xml) else {
      return Int(xmlTextReaderGetParserLineNumber(xml))
    }
    return xmlGetLineNo(node)
  }

  /// Whether it is written `<rule/>`.
  var isEmpty: Bool { xmlTextReaderIsEmptyElement(xml) == 1 }

  /// The text in it, with all its white space.
  var text: String { Self.taking(xmlTextReaderReadString(xml)) ?? "" }

  subscript(attribute: String) -> String? {
    Self.taking(xmlTextReaderGetAttribute(xml, attribute))
  }

  private static func taking(_ text: UnsafeMutablePointer<xmlChar>?) -> String? {
    guard let text else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// What libxml2 has to say of the place where it stopped.
  static var lastError: String {
    guard let message = xmlGetLastError()?.pointee.message else { return "not well-formed" }
    return String(cString: message).filter { !$0.isNewline }
  }
}
