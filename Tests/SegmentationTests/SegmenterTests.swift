internal import Bitext
internal import Documents
internal import Foundation
internal import Segmentation
internal import Testing

struct SegmenterTests {
  @Test func labelsAreSegmentsAndTheSpeakerHoldsUntilTheNext() throws {
    let text = "开场白。\n曹淑敏：\n大家好。谢谢！\n下面回答提问。\n新华社记者：请问进展如何？"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt", language: .zh)
    let segmented = try Segmenter(.zh).segment(document)
    let rows = segmented.segments.indices.map { index in
      let segment = segmented.segments[index]
      return "\(segment.paragraph) \(segment.kind) \(segment.speaker ?? "-"): "
        + segmented.text(index)
    }
    #expect(
      rows == [
        "0 sentence -: 开场白。",
        "1 label 曹淑敏: 曹淑敏：",
        "2 sentence 曹淑敏: 大家好。",
        "2 sentence 曹淑敏: 谢谢！",
        "3 sentence 曹淑敏: 下面回答提问。",
        "4 label 新华社记者: 新华社记者：",
        "4 sentence 新华社记者: 请问进展如何？",
      ])
  }

  @Test func aDocumentWithoutParagraphsHasNoSegments() throws {
    #expect(try Segmenter(.en).segment(.paragraphs([], .en)).segments.isEmpty)
  }

  /// Pieces that meet in unlucky ways.
  private static let pieces = [
    "。", "！", "？", "……", "——", "”", "“", "‘", "’", "《", "》", "（", "）", ".", "...", "?", "!", "\"",
    "'", "(", ")", "[", " ", "  ", "\n", "\r\n", "\u{3000}", "\u{A0}", "\u{2028}", "3.5", "Mr",
    "U.S",
    "他说", "好", "Then he left", "a.m", "é", "e\u{301}", "😀", "𠀀", "\u{FEFF}", "\u{200B}", ":", "：",
    ",",
    "1. ", ". . .", "؟", "।", "；", "; ", "一是", "（二）", "①", "(a) ", "second, ", "[12]", ".3 ", "— ",
  ]

  @Test(arguments: 0..<100)
  func segmentsAndGapsGiveTheTextBack(seed: Int) throws {
    for text in 0..<100 { try roundTrip(seed: UInt64(seed * 100 + text)) }
  }

  private func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let text = (0..<random.below(60) + 1)
      .map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
    let language = try #require(Self.languages.randomElement(using: &random) ?? nil)
    let unit = try #require(SegmentUnit.allCases.randomElement(using: &random))
    let segmenter =
      try random.below(4) == 0
      ? Segmenter(language, unit: unit, rules: .sample) : Segmenter(language, unit: unit)
    guard
      let document = try? DocumentReader.read(Array(text.utf8), name: "a.txt", language: language)
    else {
      #expect(text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" })
      return
    }
    #expect(
      document.text.utf8.elementsEqual(text.utf8.dropFirst(text.hasPrefix("\u{FEFF}") ? 3 : 0)))
    let segmented = try segmenter.segment(document)
    try segmented.expectRoundTrip()
    segmented.expectInside(segmenter.softBoundaries(of: segmented))
  }

  private static let languages: [Language?] =
    [.zh, .zhHant, .en] + ["hi", "de", "fr", "es", "ru", "ja", "ko"].map { Language($0) }

  /// Paragraphs of 100 KB that offer a border everywhere, most of them never taking one.
  static let endless = [
    "He said (so they told us) that \"it is 3.5 percent. Mr. Li agreed.\" ", ".", "a.\"b", "(a. ",
    "“好。”他说，", "…", "a\n", "Mr. ", "(a; ", "①a", "a: [1, ", "；一是",
  ]

  @Test(arguments: endless)
  func aLongParagraphTakesLinearTime(piece: String) throws {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let took = try ContinuousClock().measure {
      let segmenter = Segmenter(.en)
      _ = segmenter.softBoundaries(of: try segmenter.segment(.paragraphs([text], .en)))
    }
    #expect(took < .seconds(10), "took \(took)")
  }
}

extension SegmentedDocument {
  /// Expects that segments and gaps give the text back, and that the gaps are white space.
  func expectRoundTrip() throws {
    #expect(!segments.isEmpty)
    var rebuilt = ""
    var end = 0
    for segment in segments {
      try #require(segment.range.lowerBound >= end && !segment.range.isEmpty)
      let gap = document.text.slice(end..<segment.range.lowerBound)
      #expect((gap.allSatisfy { $0.isWhitespace }), "a gap holds text")
      let words = document.text.slice(segment.range)
      #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false)
      #expect(document.paragraphs[segment.paragraph].range.contains(segment.range.lowerBound))
      rebuilt += gap + words
      end = segment.range.upperBound
    }
    rebuilt += document.text.slice(end..<document.text.utf8.count)
    #expect(rebuilt.utf8.elementsEqual(document.text.utf8))
  }
}

extension SegmentedDocument {
  /// Expects soft boundaries inside their segments, in order, with text on both sides.
  func expectInside(_ boundaries: [SoftBoundary]) {
    let offsets = boundaries.map(\.offset)
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 })
    var rest = segments[...]
    for offset in offsets {
      rest = rest.drop { $0.range.upperBound <= offset }
      #expect(rest.first?.range.dropFirst().contains(offset) == true)
    }
  }
}

private let samples = ProcessInfo.processInfo.environment["BITEXT_SAMPLES"]

/// The founding text, cut by the rules and by hand.
@Suite(.enabled(if: samples != nil, "set BITEXT_SAMPLES to the folder of sample texts"))
struct FoundingTextTests {
  @Test(arguments: [Language.zh, .en])
  func sentencesAreThoseCutByHand(language: Language) throws {
    let folder = try #require(samples) + "/press-conference/\(language.code)"
    let document = try DocumentReader.read(path: folder + ".paragraphs.txt", language: language)
    let byHand = try DocumentReader.readSegmented([folder + ".txt"], language: language)
    let byRule = try Segmenter(language).segment(document)
    #expect(byRule.texts == byHand.texts)
    #expect(byRule.segments.map(\.kind) == byHand.segments.map(\.kind))
    #expect(byRule.segments.map(\.speaker) == byHand.segments.map(\.speaker))
    #expect(byRule.segments.map(\.paragraph) == byHand.segments.map(\.paragraph))
  }

  /// Every file of the samples is read, and comes back whole from its segments, or is refused with a
  /// remedy.
  @Test func everySampleIsReadOrRefused() throws {
    let folder = try #require(samples)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.contains(".") }
    var read = 0
    for name in names {
      do {
        let document = try DocumentReader.read(path: "\(folder)/\(name)")
        for unit in SegmentUnit.allCases {
          try Segmenter(document.language, unit: unit).segment(document).expectRoundTrip()
        }
        read += 1
      } catch let fault as any Fault {
        #expect(fault.kind == .badInput && !fault.fix.isEmpty, "\(name): \(fault)")
      }
    }
    #expect(read >= 12 && names.count - read >= 30)
  }
}
