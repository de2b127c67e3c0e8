/// How much goes into one file of an export before the next begins.
public enum FileLimit: Hashable, Sendable {
  /// So many units.
  case units(Int)
  /// As many units as fit into so many bytes.
  case bytes(Int)

  private static let sizes = ["KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]

  /// Reads `100000`, `50MB` or `1GB`; `nil` when it is neither, or less than one unit or 1 MB.
  public init?(_ text: String) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), number > 0 else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    if unit.isEmpty {
      self = .units(number)
    } else if let size = Self.sizes[unit],
      case (let bytes, let tooLarge) =
        size
        .multipliedReportingOverflow(by: number), !tooLarge, bytes >= 1_000_000
    {
      self = .bytes(bytes)
    } else {
      return nil
    }
  }
}
