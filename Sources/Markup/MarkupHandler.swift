internal import Clibxml2

/// Who is told of the parts of a marked-up file, in order, as they are read. The file is never held
/// as a tree, so that its size costs no memory.
public protocol MarkupHandler: AnyObject {
  /// An element begins; its name is without prefix, in HTML in lower case.
  func begin(_ element: String, _ attributes: MarkupAttributes)
  /// An element ends.
  func end(_ element: String)
  /// Characters between tags, in UTF-8; one run of text may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// A reference to a character that there is not, such as half a surrogate pair, has no place in the
  /// text.
  func lostCharacter()
  /// Why no more can be read; `nil` to go on.
  var refusal: String? { get }
}

extension MarkupHandler {
  public func end(_ element: String) {}
  public func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  public func lostCharacter() {}
  public var refusal: String? { nil }
}

/// The attributes of an element, as the parser holds them; good until the next event.
public struct MarkupAttributes {
  /// libxml2's array: in XML five pointers an attribute, in HTML two.
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int
  let isHTML: Bool
  let parser: xmlParserCtxtPtr?

  /// The line on which the tag ends, counted from 1.
  public var line: Int { parser.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  /// The value of an attribute, named without its prefix; `nil` when it is not there.
  public subscript(name: String) -> String? {
    guard let pointers else { return nil }
    let stride = isHTML ? 2 : 5
    for index in 0..<count where xmlStrEqual(pointers[stride * index], name) == 1 {
      return isHTML ? htmlValue(pointers[2 * index + 1]) : xmlValue(at: 5 * index, pointers)
    }
    return nil
  }

  /// All attributes of an element of XML, in order, each with its prefix: `xml:lang`.
  public var all: [(name: String, value: String)] {
    guard let pointers, !isHTML else { return [] }
    return (0..<count).compactMap { index in
      guard let name = pointers[5 * index] else { return nil }
      let prefix = pointers[5 * index + 1].map { String(cString: $0) + ":" } ?? ""
      return (prefix + String(cString: name), xmlValue(at: 5 * index, pointers))
    }
  }

  private func htmlValue(_ value: UnsafePointer<xmlChar>?) -> String {
    value.map { String(cString: $0) } ?? ""
  }

  private func xmlValue(
    at index: Int, _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) -> String {
    guard let start = pointers[index + 3], let end = pointers[index + 4] else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }
}
