public import Bitext
internal import Foundation
public import Memory
internal import Segmentation

/// What the memory is worth for a text: how much of it is there already, and how near.
public struct LeverageReport: Codable, Hashable, Sendable {
  /// A class of segments.
  public struct Band: Codable, Hashable, Sendable {
    /// `101`, `100`, `95-99`, `repetition`, `new`.
    public var name: String
    /// How many segments are of it.
    public var segments = 0
    /// How many characters they have, or words in a language written with spaces.
    public var amount = 0
  }

  /// A segment with its best match.
  public struct Segment: Codable, Hashable, Sendable {
    /// Its place in the text, counted from 1.
    public var number: Int
    /// The segment.
    public var text: String
    /// The class it is of.
    public var band: String
    /// The best match, if there is any.
    public var match: FoundMatch?
  }

  /// The file's name.
  public var file: String
  /// The language of the text.
  public var language: Language
  /// What `amount` counts: `characters` or `words`.
  public var counted: String
  /// The classes, best first.
  public var bands: [Band]
  /// All of them together.
  public var total: Band
  /// The segments in order.
  public var segments: [Segment]
}

extension Bench {
  /// Looks every segment of a text up in the memory. A segment that stands earlier in the text and
  /// for which the memory has no full match is a repetition.
  /// - Parameter progress: is told how many segments are done, of how many.
  /// - Throws: `DocumentError`, `SegmentationError`, `MemoryError`.
  public func leverage(
    of file: CutText, _ options: MatchOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> LeverageReport {
    let document = file.text
    let language = document.document.language
    let texts = document.segments.indices.map { document.text($0) }
    let matcher = Matcher(store)
    var options = options
    options.limit = 1
    var report = LeverageReport(
      file: document.document.origin.fileName, language: language, least: options.least)
    var seen: Set<String> = []
    for (index, text) in texts.enumerated() {
      let query = MatchQuery(
        text, language, before: index > 0 ? texts[index - 1] : nil,
        after: index + 1 < texts.count ? texts[index + 1] : nil)
      let match = try matcher.matches(for: query, options).first
      let isRepeated = !seen.insert(text).inserted
      report.add(
        text, match.map { FoundMatch($0, for: text, language) }, isRepeated: isRepeated)
      progress(index + 1, texts.count)
    }
    return report
  }
}

extension LeverageReport {
  /// The classes that CAT tools count, and one more below them where the least score allows it.
  init(file: String, language: Language, least: Double) {
    self.file = file
    self.language = language
    counted = language.isUnspaced ? "characters" : "words"
    let lowest = max(1, Int((100 * least).rounded(.up)))
    let ranges = [(95, 99), (85, 94), (75, 84), (lowest, 74)].filter { $0.0 <= $0.1 }
    let names = ["101", "100", "repetition"] + ranges.map { "\($0.0)-\($0.1)" } + ["new"]
    bands = names.map { Band(name: $0) }
    total = Band(name: "total")
    segments = []
  }

  fileprivate mutating func add(_ text: String, _ match: FoundMatch?, isRepeated: Bool) {
    let index = band(match?.percent ?? 0, isRepeated: isRepeated)
    let amount = MatchDifference.amount(of: text, language)
    bands[index].segments += 1
    bands[index].amount += amount
    total.segments += 1
    total.amount += amount
    segments.append(
      Segment(number: segments.count + 1, text: text, band: bands[index].name, match: match))
  }

  private func band(_ percent: Int, isRepeated: Bool) -> Int {
    if percent >= 100 { return percent > 100 ? 0 : 1 }
    if isRepeated { return 2 }
    return bands.firstIndex { $0.holds(percent) } ?? bands.count - 1
  }
}

extension LeverageReport.Band {
  fileprivate func holds(_ percent: Int) -> Bool {
    let ends = name.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && (ends[0]...ends[1]).contains(percent)
  }
}
