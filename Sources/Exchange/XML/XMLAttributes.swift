internal import Clibxml2

/// The name of an element or attribute, without prefix, as a parser holds it: one name is one
/// pointer, so that names are compared at no cost. Good as long as the parser.
struct XMLName: Hashable {
  let pointer: UnsafePointer<UInt8>

  var text: String { String(cString: pointer) }
}

/// The attributes of an element as libxml2 holds them; good until the next event.
struct XMLAttributes: RandomAccessCollection {
  /// Five pointers an attribute: name, prefix, namespace, beginning and end of the value.
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { pointers == nil ? 0 : count }

  subscript(index: Int) -> XMLAttribute {
    let fields = pointers! + 5 * index
    return XMLAttribute(
      name: XMLName(pointer: fields[0]!), prefix: fields[1],
      bytes: UnsafeBufferPointer(start: fields[3], count: (fields[4] ?? fields[3]!) - fields[3]!))
  }

  /// The value of an attribute, named as the file has it; `nil` when it is not there.
  subscript(name: String) -> String? { first { $0.fullName == name }?.value }

  /// All of them by name, as the file has them.
  var dictionary: [String: String] {
    Dictionary(map { ($0.fullName, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// One attribute.
struct XMLAttribute {
  /// Its name without prefix.
  let name: XMLName
  let prefix: UnsafePointer<UInt8>?
  /// Its value, references resolved.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Its name as the file has it: `xml:lang`.
  var fullName: String { prefix.map { String(cString: $0) + ":" + name.text } ?? name.text }
  /// Its value, references resolved.
  var value: String { String(decoding: bytes, as: UTF8.self) }
}
