/// What a reader leaves out of a text, counted, so that nothing is lost in silence.
struct LeftOut {
  private var counts: [(what: String, count: Int)] = []

  /// Counts things of a kind: `script`, `piece of page furniture`.
  mutating func add(_ what: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if let index = counts.firstIndex(where: { $0.what == what }) {
      counts[index].count += count
    } else {
      counts.append((what, count))
    }
  }

  /// Counts what another text leaves out.
  mutating func add(_ other: LeftOut) {
    for (what, count) in other.counts { add(what, count) }
  }

  /// `left out: 3 scripts, 1 comment`; `nil` when nothing was.
  var notice: String? {
    guard !counts.isEmpty else { return nil }
    let kinds = counts.map { "\($0.count) \($0.count == 1 ? $0.what : Self.plural($0.what))" }
    return "left out: " + kinds.joined(separator: ", ")
  }

  /// `pieces of page furniture`: the first word has the ending.
  private static func plural(_ what: String) -> String {
    let words = what.split(separator: " ", maxSplits: 1).map(String.init)
    let isPhrase = words.count > 1 && words[1].hasPrefix("of ")
    return isPhrase ? "\(words[0])s \(words[1])" : what + "s"
  }
}
