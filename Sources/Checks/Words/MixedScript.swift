internal import Bitext
internal import CICU

/// Simplified characters in a traditional text, and the reverse.
///
/// A character belongs to one script when only that script's character set holds it (GB 2312-80, Big5)
/// and it is one of a pair by ICU's rules; all others, such as 后 and 著, are at home in both.
enum MixedScript {
  static func findings(_ pair: TextPair) -> [Finding] {
    [pair.source, pair.target].filter(\.isChinese).compactMap(finding)
  }

  private static func finding(_ text: SideText) -> Finding? {
    let simplified = places(text, characters.simplified)
    let traditional = places(text, characters.traditional)
    let told = isTraditional(text.language)
    let isTraditional = told ?? (traditional.count > simplified.count)
    let strange = isTraditional ? simplified : traditional
    let own = isTraditional ? traditional : simplified
    // Where nothing is known of the text, both must stand in it.
    guard let first = strange.first, told != nil || !own.isEmpty else {
      return nil
    }
    let shown = strange.prefix(5).map { text.string($0..<$0 + 1) }.joined()
    let script = isTraditional ? "simplified" : "traditional"
    return text.finding(.script, first..<first + 1, "\(shown) is \(script)")
  }

  private static func places(_ text: SideText, _ set: Set<UInt16>) -> [Int] {
    text.scalars.indices.filter { set.contains(UInt16(truncatingIfNeeded: text.scalars[$0].value)) }
  }

  /// What the tag says; `nil` when it leaves the script open.
  private static func isTraditional(_ language: Language) -> Bool? {
    if let script = language.script { return script == "Hant" }
    return language.region.map { ["TW", "HK", "MO"].contains($0) }
  }

  /// Made once, in some milliseconds.
  private static let characters: (simplified: Set<UInt16>, traditional: Set<UInt16>) = {
    let gb = characterSet("GB2312", leads: 0xB0...0xF7, trails: [0xA1...0xFE])
    let big5 = characterSet("Big5", leads: 0xA4...0xF9, trails: [0x40...0x7E, 0xA1...0xFE])
    let changed = big5.subtracting(gb).sorted()
      .map { ($0, UInt16(SimplifiedForms.fold(UInt32($0)))) }.filter { $0 != $1 }
    return (
      Set(changed.map(\.1)).intersection(gb).subtracting(big5),
      Set(changed.filter { gb.contains($0.1) }.map(\.0))
    )
  }()

  private static func characterSet(
    _ name: String, leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>]
  ) -> Set<UInt16> {
    var found: Set<UInt16> = []
    for lead in leads {
      var bytes = trails.flatMap {
        $0.flatMap { [CChar(bitPattern: lead), CChar(bitPattern: $0)] }
      }
      // ICU stops at a pair that stands for nothing: what comes before it is read, and it is skipped.
      while !bytes.isEmpty {
        let (text, stop) = converted(name, bytes)
        found.formUnion(text.utf16)
        bytes.removeFirst(min(bytes.count, stop + 2))
      }
    }
    return found.filter { (0x4E00...0x9FFF).contains($0) }
  }

  /// The text up to the first malformed pair, and where that is.
  private static func converted(_ charset: String, _ bytes: [CChar]) -> (text: String, stop: Int) {
    var (result, length, stop) = (UnsafeMutablePointer<CChar>?.none, 0, 0)
    defer { cicu_free(result) }
    switch cicu_convert(charset, bytes, bytes.count, &result, &length, &stop) {
    case CICU_OK: return (result.map { String(cString: $0) } ?? "", bytes.count)
    case CICU_MALFORMED where stop > 0:
      return (converted(charset, Array(bytes[..<stop])).text, stop)
    case CICU_MALFORMED: return ("", 0)
    default: return ("", bytes.count)
    }
  }
}
