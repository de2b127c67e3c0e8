internal import Bitext

/// Words around a number that say how exact it is, and the sign of money before it.
enum PrecisionWords {
  /// Words before a number, by language; the longest first, since 不超过 holds 超过.
  private static let chineseBefore: [(String, Amount.Precision)] = [
    ("不超过", .under), ("不多于", .under), ("不到", .under), ("不足", .under), ("将近", .under),
    ("接近", .under), ("少于", .under), ("小于", .under), ("近", .under), ("超过", .over),
    ("多于", .over), ("大于", .over), ("逾", .over), ("至少", .over), ("大约", .about), ("约为", .about),
    ("约", .about), ("大概", .about),
  ]
  private static let chineseAfter: [(String, Amount.Precision)] = [
    ("以上", .over), ("左右", .about), ("上下", .about), ("以下", .under), ("以内", .under),
  ]
  private static let englishBefore: [(String, Amount.Precision)] = [
    ("no more than", .under), ("not more than", .under), ("less than", .under),
    ("fewer than", .under), ("nearly", .under), ("almost", .under), ("close to", .under),
    ("under", .under), ("below", .under), ("up to", .under), ("at most", .under),
    ("more than", .over), ("over", .over), ("at least", .over), ("exceeding", .over),
    ("exceeds", .over), ("upwards of", .over), ("above", .over), ("greater than", .over),
    ("about", .about), ("around", .about), ("approximately", .about), ("roughly", .about),
    ("circa", .about), ("some", .about), ("~", .about),
  ]

  static func precision(of range: Range<Int>, in text: SideText) -> Amount.Precision? {
    let before = text.language.isUnspaced ? chineseBefore : englishBefore
    if let found = before.first(where: { stands($0.0, before: range.lowerBound, in: text) }) {
      return found.1
    }
    if text.language.isUnspaced {
      // A counter may stand between: 140部以上.
      for place in range.upperBound...range.upperBound + 2 {
        if let found = chineseAfter.first(where: {
          text.starts(place, with: Array($0.0.unicodeScalars))
        }) {
          return found.1
        }
      }
    }
    return text[range.upperBound] == "+" ? .over : nil
  }

  private static func stands(_ word: String, before end: Int, in text: SideText) -> Bool {
    var end = end
    while end > 0, text[end - 1] == " " { end -= 1 }
    let scalars = Array(word.unicodeScalars)
    let start = end - scalars.count
    guard start >= 0, !(scalars[0].isASCII && scalars[0] != "~" && text.isLatin(start - 1)) else {
      return false
    }
    return zip(text.scalars[start..<end], scalars).allSatisfy {
      $0.properties.lowercaseMapping == $1.properties.lowercaseMapping
    }
  }

  /// `$5`, `US$5`, `€5`, `£5`, `¥5`.
  static func currency(_ range: Range<Int>, _ text: SideText) -> Unit? {
    switch text[range.lowerBound - 1] {
    case "$": Unit(name: "dollar", dimension: .money, factor: 0)
    case "€": Unit(name: "euro", dimension: .money, factor: 0)
    case "£": Unit(name: "sterling", dimension: .money, factor: 0)
    default: nil
    }
  }
}
