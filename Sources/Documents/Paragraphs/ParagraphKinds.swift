internal import Bitext

/// Tells by their words what short paragraphs are that stand alone: bylines, times, page numbers,
/// chapter titles, list items. Only forms that are plain; a doubtful paragraph stays running text.
enum ParagraphKinds {
  /// The longest paragraph that is looked at, in bytes.
  private static let longest = 160

  /// The most words that a paragraph of such a form has; `2023年3月16日 10:00` has eight.
  private static let most = 12

  /// Fills in the kinds of paragraphs where the format gave none.
  static func mark(_ paragraphs: inout [Paragraph], in text: String) {
    for index in paragraphs.indices where paragraphs[index].kind == .text {
      let range = paragraphs[index].range
      if range.count <= longest { paragraphs[index].kind = kind(of: text.slice(range)) }
    }
  }

  /// What a short paragraph is.
  static func kind(of line: String) -> Paragraph.Kind {
    guard isLikely(line), !line.endsSentence else { return isListItem(line) ? .listItem : .text }
    let words = Self.words(line)
    guard words.count <= most else { return isListItem(line) ? .listItem : .text }
    let numbers = words.count { $0.first?.isNumber == true }
    let letters = words.filter { $0.first?.isNumber == false }
    if isPageNumber(line, letters, numbers) { return .furniture }
    if isTimeStamp(line, letters, numbers) { return .timeStamp }
    if isByline(line, letters) { return .byline }
    if isChapter(line, words) { return .heading }
    return isListItem(line) ? .listItem : .text
  }

  /// Whether it may be any of these but a list item, at a glance: it has a digit or a colon, or begins as
  /// a byline or a chapter does. Most lines have nothing of it, and there are many.
  private static func isLikely(_ line: String) -> Bool {
    line.utf8.contains { (0x30...0x3A).contains($0) || $0 == 0xEF }
      || beginnings.contains { line.utf8.starts(with: $0.utf8) }
  }

  private static let beginnings = [
    "By ", "by ", "第", "Chapter", "CHAPTER", "Part ", "PART ", "Section", "SECTION", "Book ",
    "BOOK ", "Act ", "ACT ",
  ]

  /// Runs of letters and runs of digits, in lower case: `第 3 页`, `2023 年 3 月`. One more than the most
  /// is enough.
  private static func words(_ line: String) -> [Substring] {
    var words: [Substring] = []
    var last = Sign.other
    for character in line.lowercased().unicodeScalars {
      let sign = Sign(character)
      if sign != .other {
        if sign == last { words[words.count - 1].unicodeScalars.append(character) }
        if sign != last { words.append(Substring(String(character))) }
        if words.count > most { break }
      }
      last = sign
    }
    return words
  }

  private enum Sign {
    case letter, digit, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39: self = .digit
      case 0x61...0x7A: self = .letter
      case 0..<0xAA, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFFEF: self = .other
      default: self = scalar.properties.isAlphabetic ? .letter : .other
      }
    }
  }

  /// `- 3 -`, `Page 3 of 9`, `第 3 页 共 9 页`. A bare number may be anything.
  private static func isPageNumber(_ line: String, _ letters: [Substring], _ numbers: Int) -> Bool {
    guard (1...2).contains(numbers) else { return false }
    if letters.isEmpty {
      return numbers == 1 && "-–—".contains(line.first ?? " ") && "-–—".contains(line.last ?? " ")
    }
    return pageWords.contains(letters[0]) && letters.allSatisfy(pageWords.contains)
  }

  private static let pageWords: Set<Substring> = [
    "page", "of", "第", "页", "頁", "共", "总", "總", "页共", "頁共", "页总",
  ]

  /// A date, a time of day, or both, with nothing else but weekday, zone and `published`.
  private static func isTimeStamp(_ line: String, _ letters: [Substring], _ numbers: Int) -> Bool {
    guard numbers >= 2, letters.allSatisfy(timeWords.contains) else { return false }
    if letters.contains(where: { $0 == "年" || months.contains($0) }) { return true }
    let parts = line.split { !$0.isNumber }
    let isDate = parts.contains { $0.count == 4 } && line.contains { "-/.".contains($0) }
    let isClock = line.contains { ":：".contains($0) } && parts.last?.count == 2
    return isDate && numbers >= 3 || isClock && numbers <= 3
  }

  private static let months: Set<Substring> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  private static let timeWords: Set<Substring> = months.union([
    "年", "月", "日", "时", "時", "分", "秒", "点", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六",
    "星期日", "日星期一", "日星期二", "日星期三", "日星期四", "日星期五", "日星期六", "日星期日", "上午", "下午", "日上午",
    "日下午", "发布时间", "發佈時間", "更新时间", "时间", "北京时间", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "am", "pm",
    "st",
    "nd", "rd", "th", "t", "z", "utc", "gmt", "cst", "est", "published", "updated", "posted", "on",
    "at",
  ])

  /// `By Ann Smith`, `记者：王明`, `Editor: Li Na`, `来源：新华网`: a short line without a full stop.
  private static func isByline(_ line: String, _ letters: [Substring]) -> Bool {
    guard let first = letters.first, (2...8).contains(letters.count) else {
      return false
    }
    if first == "by" {
      let names = line.split(separator: " ").dropFirst()
      return (1...6).contains(names.count)
        && names.allSatisfy { $0.first?.isUppercase == true || $0 == "and" }
    }
    let isNamed = line.contains(":") || line.contains("：")
    return isNamed && bylineWords.contains(first)
  }

  private static let bylineWords: Set<Substring> = [
    "editor", "editors", "source", "author", "reporter", "reporters", "photo", "photographer",
    "责任编辑", "責任編輯", "编辑", "編輯", "来源", "來源", "作者", "本报记者", "记者", "摄影", "责编", "文", "图",
  ]

  /// `第三章 …`, `Chapter 3`, `PART TWO`, without a full stop.
  private static func isChapter(_ line: String, _ words: [Substring]) -> Bool {
    guard let first = words.first, line.utf8.count <= 100 else { return false }
    if line.first == "第" {
      let number = line.dropFirst().prefix { "一二三四五六七八九十百零〇0123456789".contains($0) }
      let unit = line.dropFirst(1 + number.count).first
      return !number.isEmpty && unit.map { "章回卷部篇节節编編幕".contains($0) } == true
    }
    guard ["chapter", "part", "section", "book", "act"].contains(first), words.count > 1,
      line.first?.isUppercase == true
    else { return false }
    return words[1].first?.isNumber == true || numerals.contains(words[1])
  }

  private static let numerals: Set<Substring> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// A bullet before the text.
  private static func isListItem(_ line: String) -> Bool {
    guard let first = line.first, line.dropFirst().first?.isWhitespace == true || first == "•"
    else {
      return false
    }
    return "•●◦▪‣■□◆".contains(first)
  }
}
