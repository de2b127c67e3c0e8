extension SegmentationRules {
  /// Japanese. ICU ends sentences at 。！？; a quotation goes on where a particle takes it up:
  /// `「はい。」と答えた`.
  static let japanese = SegmentationRules(
    locale: "ja", quoteParticles: ["と", "っ", "を", "が", "へ", "の"],
    items: ["第#に", "#、", "まず、", "次に、", "最後に、"])
}
