/// The long notation of a ladder, one bead a line: `[0, 1]:[0]:0.982`. Source indices, target
/// indices, counted from 0, and the probability to three digits. It is Vecalign's and Bertalign's
/// notation, with the probability third. This form never changes.
extension Bead {
  /// The bead as one line, without its line end.
  public var line: String {
    let sides = "\(source):\(target)"
    guard let confidence else { return sides }
    let thousandths = Int((min(max(confidence, 0), 1) * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(sides):\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Reads one line; further `:` fields after the second are ignored but for a probability in the
  /// third. `nil` when the line is not of this form.
  public init?(line: some StringProtocol) {
    let fields = line.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 2, let source = Self.indices(fields[0]),
      let target = Self.indices(fields[1])
    else { return nil }
    self.init(source, target, confidence: fields.count > 2 ? Double(Self.trimmed(fields[2])) : nil)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  private static func indices(_ field: some StringProtocol) -> [Int]? {
    let text = trimmed(field)
    guard text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2 else { return nil }
    let items = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    if items.count == 1, items[0].isEmpty { return [] }
    let numbers = items.compactMap { Int($0) }
    return numbers.count == items.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }
}
