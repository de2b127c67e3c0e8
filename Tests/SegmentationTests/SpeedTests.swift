// Sentences are found at 20 MB/s and more on one core. In the release build only:
//   swift test -c release -Xswiftc -enable-testing --filter SpeedTests --disable-xctest
#if !DEBUG
  internal import Bitext
  internal import CICU
  internal import Documents
  internal import Foundation
  internal import Segmentation
  internal import TestData
  internal import Testing

  @Suite(.serialized) struct SpeedTests {
    /// Processor time, so that programs beside it count little; beside it ICU alone over the same text
    /// in the same run, so that the machine does.
    @Test(arguments: [Language.zh, .en])
    func sentences(language: Language) throws {
      let document = try Self.text(language)
      let segmenter = Segmenter(language)
      let ours = try Self.seconds { _ = try segmenter.segment(document) }
      let icu = try #require(cicu_sentences_open(language.code))
      defer { cicu_sentences_close(icu) }
      let alone = try Self.seconds { Self.iterate(icu, document) }
      let megabytes = Double(document.text.utf8.count) / 1e6
      print(language, megabytes / ours, "MB/s;", ours / alone, "times ICU's time")
      #expect(megabytes / ours >= 20)
      #expect(ours / alone <= 6)
    }

    /// The founding text again and again, 8 MB of it.
    private static func text(_ language: Language) throws -> Document {
      let path = TestData.repository("corpora/press-conference/\(language.code).paragraphs.txt")
      let once = try DocumentReader.read(path: path, language: language)
      let paragraphs = once.paragraphs.map { once.text.slice($0.range) }
      let times = 8_000_000 / once.text.utf8.count + 1
      return .paragraphs(Array(repeatElement(paragraphs, count: times).joined()), language)
    }

    private static func iterate(_ icu: OpaquePointer, _ document: Document) {
      var text = document.text
      text.withUTF8 { bytes in
        for paragraph in document.paragraphs {
          bytes[paragraph.range].withMemoryRebound(to: CChar.self) {
            _ = cicu_sentences_begin(icu, $0.baseAddress, $0.count)
          }
          while cicu_sentences_next(icu) >= 0 {}
        }
      }
    }

    /// The least processor time of seven runs.
    private static func seconds(_ body: () throws -> Void) throws -> Double {
      try (0..<7).map { _ in
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
      }.min() ?? .infinity
    }
  }
#endif
