// Tokens are made at 8 MB/s and more on one core. In the release build only:
//   swift test -c release -Xswiftc -enable-testing --filter SpeedTests --disable-xctest
#if !DEBUG
  import Bitext
  import Foundation
  import TestData
  import Testing

  @testable import Alignment

  @Suite(.serialized) struct TokenSpeedTests {
    /// Processor time, so that programs beside it count little; beside it the same segments put in
    /// lower case in the same run, so that the machine does.
    @Test(.needs(.gold), arguments: [Language.zh, .en])
    func tokens(language: Language) throws {
      let path = try TestData.gold.path("mag/003.\(language.code)")
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        whereSeparator: \.isNewline)
      let segments = Array(repeatElement(lines.map(String.init), count: 20).joined())
      let tokenizer = Tokenizer(
        language: language, headwords: language == .zh ? try Self.lexicon() : nil)
      let ours = Self.seconds { _ = tokenizer.tokenize(segments) }
      let lower = Self.seconds { for segment in segments { _ = segment.lowercased() } }
      let megabytes = Double(segments.reduce(0) { $0 + $1.utf8.count }) / 1e6
      print(language, megabytes / ours, "MB/s;", ours / lower, "times the time of lower case")
      #expect(megabytes / ours >= 8)
    }

    private static func lexicon() throws -> Lexicon? {
      let folder = ProcessInfo.processInfo.environment["BITEXT_DATA"]
      return try folder.map { try Lexicon(path: $0 + "/zh-en.lexicon") }
    }

    /// The least processor time of five runs.
    private static func seconds(_ body: () -> Void) -> Double {
      (0..<5).map { _ in
        let start = clock()
        body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
      }.min() ?? .infinity
    }
  }
#endif
