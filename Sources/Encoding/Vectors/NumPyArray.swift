/// An array in NumPy's `.npy` form, versions 1 to 3 (NumPy Enhancement Proposal 1): the magic word,
/// the version, a Python literal that says the kind and shape, then the numbers in C order.
struct NumPyArray {
  /// The kind of the numbers: `<f4`, `<f8`, `|u1`.
  let kind: String
  let shape: [Int]
  /// The numbers' bytes, as many as kind and shape say.
  let content: ArraySlice<UInt8>

  /// - Throws: `Malformed` when the bytes are no such array.
  init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
    let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    guard bytes.starts(with: magic), bytes.count >= 12 else {
      throw Malformed("does not begin as a .npy file")
    }
    let version = bytes[bytes.startIndex + 6]
    guard (1...3).contains(version) else { throw Malformed("is of an unknown version of .npy") }
    let sizeBytes = version == 1 ? 2 : 4
    let size = bytes.dropFirst(8).prefix(sizeBytes).reversed().reduce(0) { $0 << 8 | Int($1) }
    let rest = bytes.dropFirst(8 + sizeBytes)
    guard rest.count >= size else { throw Malformed("is cut short in its header") }
    let header = String(decoding: rest.prefix(size), as: UTF8.self)
    (kind, shape) = try Self.read(header)
    content = rest.dropFirst(size)
    try checkSize()
  }

  /// The numbers as floats.
  /// - Throws: `Malformed` when they are of a kind that is no float.
  func floats() throws(Malformed) -> [Float] {
    switch kind {
    case "<f4": numbers(UInt32.self).map { Float(bitPattern: $0) }
    case "<f8": numbers(UInt64.self).map { Float(Double(bitPattern: $0)) }
    default: throw Malformed("holds numbers of the kind \(kind), not <f4 or <f8")
    }
  }

  private func numbers<Word: FixedWidthInteger>(_ type: Word.Type) -> [Word] {
    content.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: Word.bitWidth / 8).map {
        Word(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Word.self))
      }
    }
  }

  private func checkSize() throws(Malformed) {
    guard let width = kind.last?.wholeNumberValue, width > 0 else {
      throw Malformed("holds numbers of the kind \(kind), not <f4 or <f8")
    }
    var size = width
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else { throw Malformed("has a shape too large") }
      size = product
    }
    guard content.count == size else {
      throw Malformed("has \(content.count) bytes of numbers where its shape says \(size)")
    }
  }

  /// Kind and shape of `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }`.
  private static func read(_ header: String) throws(Malformed) -> (String, [Int]) {
    guard let kind = header.firstMatch(of: /'descr': *'([^']*)'/)?.1,
      let order = header.firstMatch(of: /'fortran_order': *(True|False)/)?.1,
      let shape = header.firstMatch(of: /'shape': *\(([0-9, ]*)\)/)?.1
    else { throw Malformed("has a header that cannot be read") }
    guard order == "False" else { throw Malformed("is in Fortran order, not C order") }
    let lengths = shape.split { $0 == "," || $0 == " " }.map { Int($0) }
    guard !lengths.contains(nil) else { throw Malformed("has a shape too large") }
    return (String(kind), lengths.compactMap(\.self))
  }

  /// What is wrong with the file, as a sentence without its subject.
  struct Malformed: Error {
    let problem: String
    init(_ problem: String) { self.problem = problem }
  }
}
