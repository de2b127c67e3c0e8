extension SegmentationRules {
  /// Japanese. ICU ends sentences at 。！？; a quotation goes on where と or って takes it up:
  /// `「はい。」と答えた`.
  static let japanese = SegmentationRules(locale: "ja", quoteParticles: ["と", "っ"])
}
