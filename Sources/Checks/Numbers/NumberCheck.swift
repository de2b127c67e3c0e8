internal import Bitext

/// Numbers, dates and quantities, compared by value in both directions.
enum NumberCheck {
  static func findings(_ pair: TextPair) -> [Finding] {
    let source = AmountReader.amounts(of: pair.source)
    let target = AmountReader.amounts(of: pair.target)
    if source.isEmpty && target.isEmpty { return [] }
    let onlySource = unmet(source, target, pair.target)
    let onlyTarget = unmet(target, source, pair.source)
    return differing(onlySource, onlyTarget, pair) + said(source, target, pair)
  }

  // MARK: Values

  /// Numbers that the other side lacks, or has less often; each once.
  private static func unmet(_ here: [Amount], _ there: [Amount], _ other: SideText) -> [Amount] {
    var seen: Set<String> = []
    return here.filter { amount in
      guard amount.demands, seen.insert(amount.written).inserted else { return false }
      // In inline code a number is digits; the digits of a name, as in `x86`, answer to those of the name.
      func counts(_ other: Amount) -> Bool { other.demands || !amount.isInlineCode }
      let answers = there.count { counts($0) && agree(amount, $0) }
      if answers == 0 { return !isWritten(amount, in: other) && !isSplit(amount, there) }
      return answers < here.count { counts($0) && $0.written == amount.written }
    }
  }

  /// Digits that the other side has too, in a name or an address.
  private static func isWritten(_ amount: Amount, in text: SideText) -> Bool {
    guard amount.written.utf8.count > 2, amount.written.utf8.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    return text.text.contains(amount.written)
  }

  /// `1,234` that is a list of two numbers on the other side.
  private static func isSplit(_ amount: Amount, _ there: [Amount]) -> Bool {
    let parts = amount.written.split { $0 == "," || $0 == "，" || $0 == " " }
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      Double(part).map { value in there.contains { $0.value == value } } ?? false
    }
  }

  static func agree(_ a: Amount, _ b: Amount) -> Bool {
    if a.kind == .version || b.kind == .version {
      return a.written == b.written || b.written.hasPrefix(a.written)
    }
    if isSame(a.value, b.value) { return !a.isOtherwiseWritten(than: b) }
    for (x, y) in [(a, b), (b, a)] {
      if let suffix = x.suffix, isSame(x.value * suffix, y.value) { return true }
      if x.kind == .percent, isSame(x.value, y.value * 100) { return true }
      // 60年代 and the 1960s; '95 and 1995.
      let isYear = (1000...2100).contains(y.value)
      if isYear, x.kind == .decade || x.kind == .year || x.written.utf8.count < 3, x.value < 100,
        x.value == y.value.truncatingRemainder(dividingBy: 100)
      {
        return true
      }
      // 20世纪 before 60年代, and the 1960s.
      if x.kind == .century, y.kind == .decade || y.kind == .year,
        ((y.value / 100).rounded(.down) + 1) == x.value
      {
        return true
      }
      // 3 in the afternoon and 15:00.
      if x.isClock, y.isClock, x.value <= 12, y.value == x.value + 12 { return true }
    }
    return converts(a, b)
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }

  /// 1 km and 0.62 miles: the same length within six in a hundred.
  private static func converts(_ a: Amount, _ b: Amount) -> Bool {
    guard let unit = a.unit, let other = b.unit, unit != other, unit.dimension == other.dimension,
      unit.factor > 0
    else { return false }
    let (x, y) = (a.value * unit.factor, b.value * other.factor)
    return abs(x - y) <= 0.06 * max(x, y)
  }

  // MARK: Findings

  /// One finding for two that face each other, else one each.
  private static func differing(_ source: [Amount], _ target: [Amount], _ pair: TextPair)
    -> [Finding]
  {
    if source.count == 1, target.count == 1 {
      let reason = "\(source[0].written) in source, \(target[0].written) in target"
      return [pair.target.finding(rule(source[0], target[0]), target[0].range, reason)]
    }
    return [(source, pair.source), (target, pair.target)].flatMap { amounts, text in
      amounts.map { amount in
        text.finding(
          rule(amount), amount.range, "\(amount.written) only in \(text.side.rawValue)")
      }
    }
  }

  private static func rule(_ amounts: Amount...) -> Rule {
    amounts.contains { $0.kind.isDate } ? .date : .number
  }

  /// What is said of numbers that agree: their units, and how exact they are.
  private static func said(_ source: [Amount], _ target: [Amount], _ pair: TextPair) -> [Finding] {
    source.filter(\.demands).flatMap { amount -> [Finding] in
      let same = target.filter { $0.demands && isSame(amount.value, $0.value) }
      guard let first = same.first else { return [] }
      return precision(amount, same, first, pair)
    } + units(source, target, pair)
  }

  /// A number that has units as often on both sides, all of one kind, and not the same.
  private static func units(_ source: [Amount], _ target: [Amount], _ pair: TextPair) -> [Finding] {
    var seen: Set<Double> = []
    return source.filter { $0.unit != nil && seen.insert($0.value).inserted }.compactMap { amount in
      func all(_ amounts: [Amount]) -> [Amount] {
        amounts.filter { $0.demands && isSame($0.value, amount.value) }
      }
      let (here, there) = (all(source), all(target))
      let (ours, theirs) = (here.compactMap(\.unit), there.compactMap(\.unit))
      guard ours.count == theirs.count,
        Set((ours + theirs).map(\.dimension)).count == 1,
        let other = there.first(where: { $0.unit.map { !ours.contains($0) } ?? false }),
        let unit = other.unit, let lost = ours.first(where: { !theirs.contains($0) }) ?? ours.first
      else { return nil }
      let reason =
        "\(amount.written) \(lost.name) in source, \(other.written) \(unit.name) in target"
      return pair.target.finding(.unit, other.range, reason)
    }
  }

  /// Only what contradicts: an exact number may well stand for a round one.
  private static func precision(
    _ amount: Amount, _ same: [Amount], _ first: Amount, _ pair: TextPair
  )
    -> [Finding]
  {
    guard let precision = amount.precision, let other = first.precision, precision != other,
      precision == .over || other == .over, precision == .under || other == .under,
      !same.contains(where: { $0.precision == precision })
    else { return [] }
    let reason =
      "\(precision.rawValue) \(amount.written) in source, \(other.rawValue) \(first.written) in target"
    return [pair.target.finding(.approximate, first.range, reason)]
  }
}
