// Files of vectors: NumPy's form as NumPy writes it, Vecalign's raw floats, and what is neither.
import Bitext
import Encoding
import Foundation
import Testing

@Suite struct VectorFileTests {
  static let texts = "a\na b\n\n好 吗\n"
  static let numbers: [Float] = [3, 4, 0, 2, -1, 0, 0.6, 0.8]

  static func raw(_ numbers: [Float] = numbers) -> [UInt8] {
    numbers.flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian, Array.init)
    }
  }

  static var doubles: [UInt8] {
    numbers.flatMap { number in
      withUnsafeBytes(of: Double(number).bitPattern.littleEndian, Array.init)
    }
  }

  /// A .npy file: the magic word, the version, the header's length, the header, the numbers.
  static func array(
    _ kind: String = "<f4", _ shape: String = "(4, 2)", version: UInt8 = 1, fortran: Bool = false,
    content: [UInt8] = raw()
  ) -> [UInt8] {
    let order = fortran ? "True" : "False"
    let header = "{'descr': '\(kind)', 'fortran_order': \(order), 'shape': \(shape), }\n"
    let length = (0..<(version == 1 ? 2 : 4)).map { UInt8(header.utf8.count >> (8 * $0) & 0xFF) }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + content
  }

  static let good: [(name: String, bytes: [UInt8])] = [
    ("v.npy", array()), ("v.npy", array(version: 2)), ("v.npy", array(version: 3)),
    ("v.npy", array("<f8", content: doubles)), ("v.emb", raw()),
  ]

  @Test(arguments: good.indices) func vectorsAreFoundByText(index: Int) throws {
    try withFolder { folder in
      let file = try Self.file(Self.good[index].name, Self.good[index].bytes, in: folder)
      #expect(file.dimension == 2)
      #expect(file.id.hasPrefix("vectors-"))
      #expect(try file.encode(["a b", "a", " a\t"]) == [0, 1, 0.6, 0.8, 0.6, 0.8])
      #expect(try file.encode([""]) == [-1, 0])  // Vecalign's BLANK_LINE.
      #expect(try file.encode(spans: [0..<2], of: ["好", "吗"], joiner: "") == [0.6, 0.8])
    }
  }

  @Test func aTextThatIsNotThereIsAFault() throws {
    try withFolder { folder in
      let file = try Self.file("v.emb", Self.raw(), in: folder)
      let fault = #expect(throws: EncodingError.self) { try file.encode(["b"]) }
      #expect(
        fault?.description == """
          \(folder)/t.txt: has no line for the text 'b'
            fix: compute vectors of all texts that are aligned, and of their spans
          """)
    }
  }

  @Test(arguments: [Float.nan, .infinity, 0]) func aVectorWithoutDirectionIsAFault(value: Float)
    throws
  {
    try withFolder { folder in
      let file = try Self.file("v.emb", Self.raw([value, 0, 1, 1, 1, 1, 1, 1]), in: folder)
      let fault = #expect(throws: EncodingError.self) { try file.encode(["a"]) }
      #expect(fault?.problem == "the vector in row 0 has no direction: it is zero or holds NaN")
    }
  }

  static let bad: [(name: String, bytes: [UInt8], problem: String)] = [
    ("v.npy", raw(), "does not begin as a .npy file"),
    ("v.npy", [], "does not begin as a .npy file"),
    ("v.npy", array(version: 4), "is of an unknown version of .npy"),
    ("v.npy", Array(array().prefix(40)), "has a header that is cut short or too long"),
    ("v.npy", Array(array().dropLast()), "has 31 bytes of numbers where its shape says 32"),
    ("v.npy", array() + [0], "has 33 bytes of numbers where its shape says 32"),
    ("v.npy", array("<i4"), "holds numbers of the kind <i4, not <f4 or <f8"),
    ("v.npy", array(">f4"), "holds numbers of the kind >f4, not <f4 or <f8"),
    ("v.npy", array("<f4", "(8,)"), "has the shape [8], not rows and columns"),
    ("v.npy", array("<f4", "(2, 4)"), "has 2 vectors for 4 lines of text"),
    ("v.npy", array("<f4", "(99999999999999999999, 2)"), "has a shape too large"),
    ("v.npy", array("<f4", "(4000000000000, 4000000000000)"), "has a shape too large"),
    ("v.npy", array("<f4", "(4; 2)"), "has a header that cannot be read"),
    ("v.npy", array(fortran: true), "is in Fortran order, not C order"),
    ("v.emb", Array(raw().dropLast()), "has 31 bytes, which 4 lines of text cannot share"),
    ("v.emb", [], "has 0 bytes, which 4 lines of text cannot share"),
  ]

  @Test(arguments: bad.indices) func malformedFilesAreRefused(index: Int) throws {
    let (name, bytes, problem) = Self.bad[index]
    try withFolder { folder in
      let fault = #expect(throws: EncodingError.self) { try Self.file(name, bytes, in: folder) }
      #expect(
        fault?.description == """
          \(folder)/\(name): \(problem)
            fix: write a .npy array, or raw float32, a row for each text
          """)
    }
  }

  @Test func noTextIsAFault() throws {
    try withFolder { folder in
      let fault = #expect(throws: EncodingError.self) {
        try Self.file("v.emb", Self.raw(), texts: "", in: folder)
      }
      #expect(fault?.problem == "holds no text")
    }
  }

  private static func file(
    _ name: String, _ bytes: [UInt8], texts: String = texts, in folder: String
  ) throws -> VectorFile {
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    try Data(texts.utf8).write(to: URL(filePath: "\(folder)/t.txt"))
    return try VectorFile(vectors: "\(folder)/\(name)", texts: "\(folder)/t.txt")
  }
}
