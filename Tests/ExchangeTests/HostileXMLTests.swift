// Files made to harm whoever reads them: each is refused, with a reason, in little time and memory;
// what real files carry by accident is put right.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite(.serialized) struct HostileXMLTests {
  private func refusal(_ head: String, _ times: Int = 0, _ piece: String = "") throws -> String {
    try withFolder { folder in
      let path = "\(folder)/in.tmx"
      try Data(head.utf8).write(to: URL(filePath: path))
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.seekToEnd()
      let portion = Data(String(repeating: piece, count: 4096).utf8)
      for _ in 0..<times / 4096 { try file.write(contentsOf: portion) }
      try file.close()
      let clock = ContinuousClock()
      let start = clock.now
      let error = try #require(throws: ExchangeError.self) { try TMXSamplesTests.take(path) }
      _ = try? Validator.validate(path)
      #expect(clock.now - start < .seconds(20))
      return error.problem
    }
  }

  private static let head = #"<tmx version="1.4"><header srclang="en"/><body><tu>"#
  private static let segment = head + #"<tuv xml:lang="en"><seg>"#

  @Test func billionLaughs() throws {
    let entities = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let file = """
      <!DOCTYPE tmx [<!ENTITY l0 "lol">\(entities.joined())]>
      \(tmx(tu(("en", "&l9;"), ("fr", "b")), declaration: ""))
      """
    #expect(try refusal(file).contains("declares entities of its own"))
  }

  @Test(arguments: [
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
    "<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;",
    "<!ENTITY x PUBLIC \"-//X\" \"ftp://127.0.0.1:9/\">",
  ])
  func externalEntities(declaration: String) throws {
    let file =
      "<!DOCTYPE tmx [\(declaration)]>" + tmx(tu(("en", "&x;"), ("fr", "b")), declaration: "")
    #expect(try refusal(file).contains("declares entities of its own"))
  }

  @Test func aDTDIsNeverFetched() throws {
    let file =
      "<!DOCTYPE tmx SYSTEM \"http://127.0.0.1:9/tmx14.dtd\">"
      + tmx(tu(("en", "a"), ("fr", "b")), declaration: "")
    #expect(try take(file.utf8).units.count == 1)
  }

  @Test func aReferenceOfNoMeaning() throws {
    #expect(try refusal(tmx(tu(("en", "&nix;"), ("fr", "b")))).contains("'&nix;' means nothing"))
  }

  @Test func nestedTags() throws {
    #expect(try refusal(Self.segment, 1_000_000, "<hi>").contains("nested more than 256 deep"))
    #expect(try refusal("<tmx>", 1_000_000, "<a>").contains("nested more than 256 deep"))
  }

  @Test func aSegmentWithoutEnd() throws {
    #expect(try refusal(Self.segment, 1_500_000, "segment ").contains("more than 10 MB"))
    #expect(try refusal(Self.segment + "<ph>", 1_500_000, "segment ").contains("more than 10 MB"))
    #expect(try refusal(Self.head + "<note>", 1_000_000, "segment ").contains("more than 5 MB"))
  }

  @Test func aTagWithoutEnd() throws {
    let attributes = (0..<20000).map { "a\($0)='' " }.joined()
    #expect(try refusal(Self.head + "<tuv \(attributes)").contains("64 KB"))
    #expect(try refusal("<tmx a='", 1_000_000, "x").contains("64 KB"))
    #expect(try refusal("<tmx ", 40_960, "a>b='' ") != "")
  }

  @Test func aUnitWithoutEnd() throws {
    #expect(
      try refusal(Self.head, 100_000, "<tuv xml:lang='en'><seg>a</seg></tuv>")
        .contains("more than 1000 variants"))
    #expect(
      try refusal(Self.head, 122_880, "<prop type='x'>some value of a property</prop>")
        .contains("more than 20 MB"))
    let namespaces = (0..<20).map { "xmlns:n\($0)='u' " }.joined()
    #expect(try refusal("<tmx \(namespaces)>").contains("more than 16 namespaces"))
  }

  @Test func aCommentWithoutEnd() throws {
    #expect(try refusal("<tmx><!--", 2_000_000, "comment ") != "")
  }

  @Test func aBomb() throws {
    try withFolder { folder in
      let path = "\(folder)/bomb.tmx.gz"
      let (status, output) = try run(
        "sh",
        ["-c", "(printf '<tmx>'; head -c 100000000 /dev/zero | tr '\\0' ' ') | gzip > \(path)"])
      try #require(status == 0, "\(output)")
      let error = try #require(throws: ExchangeError.self) { try TMXSamplesTests.take(path) }
      #expect(error.problem.contains("more than 20 MB stand between units"), "\(error)")
    }
  }

  /// 36 rows of a real memory carry control characters; every conforming parser dies of them.
  @Test func controlCharactersAreTakenOut() throws {
    let controls = (1...31).map { String(Unicode.Scalar(UInt8($0))) }.joined()
    let (units, account) = try take(tmx(tu(("en", "a\(controls)b\u{FFFE}c"), ("fr", "d"))).utf8)
    #expect(units.map(\.source) == ["a\t\n\nbc"])
    #expect(account.notes.notes.map(\.count) == [28, 1])
  }

  /// A whole piece of them is no end.
  @Test func nothingButControlCharacters() throws {
    let whole = Array(tmx(tu(("en", "a"), ("fr", "b"))).utf8)
    let head = whole[..<(try #require(whole.firstRange(of: "<tu".utf8))).lowerBound]
    let piece = 1 << 18
    let bytes =
      head + Array(repeating: UInt8(ascii: " "), count: piece - head.count)
      + Array(repeating: 1, count: piece) + whole[head.endIndex...]
    let (units, account) = try take(bytes)
    #expect(units.map(\.source) == ["a"])
    #expect(account.notes.notes.map(\.count) == [piece])
  }

  @Test func cutAnywhere() throws {
    let whole = Array(tmx(tu(("en", "a<bpt i='1'>x</bpt>"), ("fr", "你<ept i='1'/>"))).utf8)
    for length in stride(from: 1, to: whole.count - 8, by: 3) {
      let error = try #require(throws: ExchangeError.self) { try take(whole.prefix(length)) }
      #expect(error.kind == .badInput)
    }
  }
}
