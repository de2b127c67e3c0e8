extension SegmentationRules {
  /// Korean. Sentences end at Latin marks; a quotation goes on where a particle or a verb is written
  /// to it: `"가자."라고 말했다.`
  static let korean = SegmentationRules(
    locale: "ko",
    quoteParticles: [
      "라", "하", "고", "는", "은", "이", "가", "를", "을", "며", "면", "란", "랑", "에", "의", "와", "과", "도", "만",
      "로", "던", "던", "라", "했",
    ],
    items: ["첫째,", "둘째,", "셋째,", "넷째,", "다섯째,", "먼저,", "다음으로,", "마지막으로,"])
}
