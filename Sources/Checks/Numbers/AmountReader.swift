internal import Bitext

/// Reads the numbers of one side: digits, numerals of Chinese, number words of English, months.
///
/// `demands` is kept for what is written to be a number: digits, Chinese numerals with a unit of ten in
/// them, English words with a hundred or more. Whatever else may mean a number (一, `a`, 双, `twice`) only
/// answers to the other side's.
struct AmountReader {
  let text: SideText
  private let forms: NumberForms
  private var found: [Amount] = []

  static func amounts(of text: SideText) -> [Amount] {
    var reader = AmountReader(text)
    reader.read()
    return reader.found
  }

  private init(_ text: SideText) {
    self.text = text
    forms = .of(text.language)
  }

  private var scalars: [Unicode.Scalar] { text.scalars }

  private mutating func read() {
    var index = 0
    while index < scalars.count {
      if text.isCode[index] {
        index += 1
        continue
      }
      switch Script.of(scalars[index]) {
      case .digit: index = digits(index)
      case .han: index = text.language.isUnspaced ? han(index) : index + 1
      case .letter: index = word(index)
      default: index += 1
      }
    }
  }

  // MARK: Digits

  private mutating func digits(_ start: Int) -> Int {
    guard var reading = Numerals.digits(scalars, start, decimalComma: forms.decimalComma) else {
      return start + 1
    }
    if let end = versionEnd(start, reading.end) {
      add(.version, reading.value, start..<end, demands: !isGlued(start, end))
      return end
    }
    let digitsEnd = reading.end
    var suffix: Double?
    var precision: Amount.Precision?
    var kind = Amount.Kind.number
    if let end = NumberForms.afterPercentSign(scalars, reading.end) {
      kind = .percent
      reading.end = end
    } else if text.language.isUnspaced {
      (reading, precision) = multiplied(reading)
      if text.starts(reading.end, with: ["％"]) { kind = .percent }
    } else {
      let magnified = forms.magnified(scalars, reading)
      let isDecade = magnified.end == reading.end + 1 && text[reading.end] == "s"
      if isDecade, reading.value.truncatingRemainder(dividingBy: 10) == 0, reading.value >= 10 {
        kind = .decade
      } else if text[reading.end] == "'", text[reading.end + 1] == "s", reading.value >= 1000 {
        kind = .decade  // 1970's
      }
      if magnified.isPercent { kind = .percent }
      reading = magnified
    }
    if reading.end == digitsEnd { suffix = multiplier(digitsEnd) }
    if kind == .number { kind = dateKind(reading, start, &reading.end) }
    // The minutes of a full hour.
    let isFullHour = reading.value == 0 && text[start - 1]?.narrowed == ":"
    if isGlued(start, reading.end), suffix == nil, unit(after: reading.end) == nil {
      add(kind, reading.value, start..<reading.end, demands: false)
      return reading.end
    }
    add(kind, reading.value, start..<reading.end, demands: !isFullHour, precision, suffix)
    return reading.end
  }

  /// The end of `3.14.2`, or of a date in digits; `nil` when there is one point at most.
  private func versionEnd(_ start: Int, _ end: Int) -> Int? {
    guard text[end] == ".", text[end + 1]?.digitValue != nil else { return nil }
    var end = end
    while text[end] == ".", text[end + 1]?.digitValue != nil {
      end += 1
      while text[end]?.digitValue != nil { end += 1 }
    }
    return end
  }

  /// Whether it is part of a name: `IPv4`, `UTF-8`, `x86`, `0x1F`, `_2`.
  private func isGlued(_ start: Int, _ end: Int) -> Bool {
    func joins(_ index: Int) -> Bool { text.isLatin(index) || text[index] == "_" }
    if joins(start - 1) || joins(end) && !isOrdinalEnd(end) { return true }
    return text[start - 1] == "-" && text.isLatin(start - 2)
  }

  private func isOrdinalEnd(_ index: Int) -> Bool {
    Script.letters(scalars, index).map { ["st", "nd", "rd", "th", "s"].contains($0.word) } ?? false
  }

  private func multiplier(_ index: Int) -> Double? {
    guard !text.isLatin(index + 1) else { return nil }
    switch text[index] {
    case "k", "K": return 1e3
    case "m", "M": return 1e6
    case "B", "G": return 1e9
    default: return nil
    }
  }

  // MARK: Chinese

  /// Takes in 余, 多 and 万, 亿 after digits: `3000多万`.
  private func multiplied(_ reading: Numerals.Reading) -> (Numerals.Reading, Amount.Precision?) {
    var result = reading
    var precision: Amount.Precision?
    func skipMore() {
      guard let scalar = text[result.end], ["余", "餘", "多", "几", "幾"].contains(scalar) else {
        return
      }
      // 多个 after a number is not `more`: 3多个 is not written. 多 before a factor or a counter is.
      precision = .over
      result.end += 1
    }
    skipMore()
    if !isMeasure(result.end) {
      let (factor, end) = Numerals.chineseFactor(scalars, result.end)
      if factor > 1 {
        result.value *= factor
        result.end = end
        if precision == nil { skipMore() }
      }
    }
    if precision != nil, result.end == reading.end { precision = nil }
    return (result, precision)
  }

  /// 千 of 千米 and 百 of 百分 multiply nothing; 兆 is mega where a unit of data or frequency follows.
  private func isMeasure(_ index: Int) -> Bool {
    guard let next = text[index + 1] else { return text[index] == "兆" }
    switch text[index] {
    case "千": return "米克瓦字赫卡伏比帕焦".unicodeScalars.contains(next)
    case "百": return "分帕".unicodeScalars.contains(next)
    case "兆": return !"元".unicodeScalars.contains(next)
    default: return false
    }
  }

  private mutating func han(_ start: Int) -> Int {
    if text.starts(start, with: ["百", "分", "之"]),
      let reading = Numerals.chinese(scalars, start + 3) ?? Numerals.digits(scalars, start + 3)
    {
      add(.percent, reading.value, start..<reading.end, demands: true)
      return reading.end
    }
    if let (value, end) = fraction(start) {
      add(.number, value, start..<end, demands: false)
      return end
    }
    if Numerals.startsChinese(scalars[start]), let reading = Numerals.chinese(scalars, start) {
      return chinese(start, reading)
    }
    if let value = Self.answers[scalars[start]] {
      for value in value { add(.number, value, start..<start + 1, demands: false) }
    }
    return start + 1
  }

  private mutating func chinese(_ start: Int, _ reading: Numerals.Reading) -> Int {
    var reading = reading
    var precision: Amount.Precision?
    (reading, precision) = multiplied(reading)
    let kind = dateKind(reading, start, &reading.end)
    let digits = scalars[start..<min(reading.end, scalars.count)]
    let hasTens = digits.contains { "十百千万萬亿億".unicodeScalars.contains($0) }
    let isYear = kind == .year && reading.value >= 1000
    let demands = isYear || kind == .decade || hasTens && reading.value >= 20 && digits.count > 1
    add(kind, reading.value, start..<reading.end, demands: demands, precision)
    return reading.end
  }

  /// 三分之二, 3分之2.
  private func fraction(_ start: Int) -> (Double, Int)? {
    guard let below = Numerals.chinese(scalars, start), below.value > 0,
      text.starts(below.end, with: ["分", "之"]),
      let above = Numerals.chinese(scalars, below.end + 2)
    else { return nil }
    return (above.value / below.value, above.end)
  }

  private static let answers: [Unicode.Scalar: [Double]] = [
    "半": [0.5], "双": [2], "雙": [2], "俩": [2], "对": [2], "首": [1], "单": [1], "每": [1], "无": [0],
    "空": [0], "没": [0], "廿": [20], "倍": [2], "某": [1], "百": [100], "千": [1000], "万": [10000],
    "元": [1],
  ]

  // MARK: Dates

  /// What a number is by what follows it, which is taken in but for the unit's sign of a plain number.
  private func dateKind(_ reading: Numerals.Reading, _ start: Int, _ end: inout Int) -> Amount.Kind
  {
    let value = reading.value
    var next = reading.end
    while text[next] == " " { next += 1 }
    guard text.language.isUnspaced else {
      return (1000...2100).contains(value) && reading.end - start == 4
        && isYearPlace(start, reading.end)
        ? .year : .number
    }
    if text.starts(next, with: ["年", "代"]) {
      end = next + 2
      return .decade
    }
    if text.starts(next, with: ["世", "纪"]) || text.starts(next, with: ["世", "紀"]) {
      end = next + 2
      return .century
    }
    switch text[next] {
    case "年" where (1000...2100).contains(value):
      end = next + 1
      return .year
    case "月" where (1...12).contains(value):
      end = next + 1
      return .month
    case "日" where (1...31).contains(value), "号" where (1...31).contains(value),
      "號" where (1...31).contains(value):
      return text[start - 1] == "月" || text[start - 2] == "月" ? .day : .number
    default:
      return (1000...2100).contains(value) && reading.end - start == 4
        && isYearPlace(start, reading.end)
        ? .year : .number
    }
  }

  /// Whether four digits stand as a year does: in `2008-01-02`, or not beside a unit.
  private func isYearPlace(_ start: Int, _ end: Int) -> Bool {
    if text[end] == "-" || text[end] == "/" { return text[end + 1]?.digitValue != nil }
    return (1800...2100).contains(Numerals.digits(scalars, start)?.value ?? 0)
      && unit(after: end) == nil
  }

  // MARK: Words

  private mutating func word(_ start: Int) -> Int {
    guard let (word, end) = Script.letters(scalars, start) else { return start + 1 }
    guard text.language.code == "en" else {
      if let month = forms.months[word], scalars[start].properties.isUppercase {
        add(.month, Double(month), start..<end, demands: false)
      }
      return end
    }
    if let month = EnglishNumbers.month(word), scalars[start].properties.isUppercase {
      let isDate = isBesideNumber(start, end) && (end - start > 3 || text[end] != ".")
      add(.month, Double(month), start..<end, demands: isDate)
      return end
    }
    if let number = EnglishNumbers.number(scalars, start) {
      let reading = forms.magnified(scalars, number.reading)
      let kind: Amount.Kind = reading.isPercent ? .percent : .number
      let demands = reading.value >= 100 && reading.end > end || reading.isPercent
      add(kind, reading.value, start..<max(end, reading.end), demands: demands)
      return max(end, reading.end)
    }
    for value in EnglishNumbers.answers[word] ?? [] {
      add(.number, value, start..<end, demands: false)
    }
    return end
  }

  private func isBesideNumber(_ start: Int, _ end: Int) -> Bool {
    func isNumber(_ index: Int) -> Bool { text[index]?.digitValue != nil }
    let after = text[end] == "." ? end + 1 : end
    if text[after] == " " || text[after] == ",", isNumber(after + 1) || isNumber(after + 2) {
      return true
    }
    return text[start - 1] == " " && isNumber(start - 2)
  }

  // MARK: What is said of a number

  private func unit(after end: Int) -> Unit? {
    var next = end
    while let scalar = text[next], " -多余餘个個".unicodeScalars.contains(scalar), next < end + 3 {
      if let unit = Unit.at(next, of: text)?.unit { return unit }
      next += 1
    }
    return Unit.at(next, of: text)?.unit
  }

  private func isClock(_ end: Int) -> Bool {
    var next = end
    while text[next] == " " { next += 1 }
    switch text[next]?.narrowed {
    case ":": return text[next + 1]?.digitValue != nil
    case "点", "點", "时", "時": return true
    case "a", "p": return text[next + 1] == "m" || text[next + 1] == "."
    default: return false
    }
  }

  private mutating func add(
    _ kind: Amount.Kind, _ value: Double, _ range: Range<Int>, demands: Bool,
    _ precision: Amount.Precision? = nil, _ suffix: Double? = nil
  ) {
    let isCounted = kind == .number && demands
    found.append(
      Amount(
        kind: kind, value: value, range: range, demands: demands,
        precision: precision ?? (demands ? PrecisionWords.precision(of: range, in: text) : nil),
        unit: isCounted
          ? unit(after: range.upperBound) ?? PrecisionWords.currency(range, text) : nil,
        suffix: suffix, isClock: isClock(range.upperBound),
        isInlineCode: text[range.lowerBound - 1] == "`" && text[range.upperBound] == "`",
        written: text.string(range)))
  }
}
