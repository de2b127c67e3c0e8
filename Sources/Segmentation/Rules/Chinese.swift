extension SegmentationRules {
  /// Chinese, in both scripts. ICU ends sentences at 。！？ whatever surrounds them; what is left to
  /// say is where a quotation goes on (`“好。”他说。`) and what Latin words with stops do.
  static let chinese = SegmentationRules(
    locale: "zh",
    titles: SegmentationRules.english.titles,
    numbered: SegmentationRules.english.numbered,
    abbreviations: SegmentationRules.english.abbreviations,
    starters: SegmentationRules.english.starters,
    lettered: SegmentationRules.english.lettered,
    continuers: [
      "的", "等", "之", "和", "与", "與", "或", "及", "地", "一词", "一詞", "一语", "一語", "一句", "二字",
      "两字", "兩字", "云云",
    ],
    connectives: [
      "就", "才", "却", "卻", "又", "便", "都", "也", "竟", "全", "而", "然后", "然後", "于是", "於是",
    ],
    speechVerbs: words(
      """
      说 說 道 问 問 答 喊 叫 嚷 骂 罵 吼 嘟囔 嘀咕 回答 表示 指出 补充 補充 解释 解釋 强调 強調 回应 回應 写道 寫道
      """),
    items: [
      "#是", "#来", "#來", "#则", "#則", "#要", "第#，", "第#,", "第#、", "其#，", "其#、", "其#是", "#、",
      "首先，", "其次，", "再次，", "最后，", "最後，",
    ])
}
