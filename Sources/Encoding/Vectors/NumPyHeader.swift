/// The header of an array in NumPy's `.npy` form, versions 1 to 3 (NumPy Enhancement Proposal 1):
/// the magic word, the version, and a Python literal that says the kind and shape of the numbers,
/// which follow in C order.
struct NumPyHeader {
  /// The kind of the numbers: `<f4`, `<f8`, `|u1`.
  let kind: String
  let shape: [Int]
  /// The bytes of a number.
  let width: Int
  /// Where the numbers begin.
  let size: Int

  /// The longest header that NumPy itself reads without being told to trust the file.
  static let longest = 10_000

  /// - Parameter bytes: the file's, at least so far as the header reaches.
  /// - Throws: `Malformed` when they are no such header.
  init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)), bytes.count >= 12 else {
      throw Malformed("does not begin as a .npy file")
    }
    let version = bytes[bytes.startIndex + 6]
    guard (1...3).contains(version) else { throw Malformed("is of an unknown version of .npy") }
    let sizeBytes = version == 1 ? 2 : 4
    let length = bytes.dropFirst(8).prefix(sizeBytes).reversed().reduce(0) { $0 << 8 | Int($1) }
    let rest = bytes.dropFirst(8 + sizeBytes)
    guard length <= Self.longest, rest.count >= length else {
      throw Malformed("has a header that is cut short or too long")
    }
    size = 8 + sizeBytes + length
    (kind, shape) = try Self.read(String(decoding: rest.prefix(length), as: UTF8.self))
    guard let width = kind.last?.wholeNumberValue, width > 0 else {
      throw Malformed("holds numbers of the kind \(kind)")
    }
    self.width = width
  }

  /// The header of rows of float32, as NumPy writes it: filled up with spaces to 64 bytes.
  static func bytes(rows: Int, _ columns: Int) -> [UInt8] {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
    let padding = String(repeating: " ", count: length - text.utf8.count - 1)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array((text + padding + "\n").utf8)
  }

  /// Checks that so many bytes of numbers are what the shape says.
  func check(bytes: Int) throws(Malformed) {
    var size = width
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else { throw Malformed("has a shape too large") }
      size = product
    }
    guard bytes == size else {
      throw Malformed("has \(bytes) bytes of numbers where its shape says \(size)")
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

  /// What is wrong with a file, as a sentence without its subject.
  struct Malformed: Error {
    let problem: String
    init(_ problem: String) { self.problem = problem }
  }
}
