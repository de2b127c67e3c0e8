public import Bitext
public import Review

/// Where a row can be split, as a person is asked: with the words on either side of the cut.
public struct CutChoice: Hashable, Sendable {
  /// The place.
  public let cut: Cut
  /// What stays in the row.
  public let above: String
  /// What goes to the new row below.
  public let below: String
}

extension PlainReview {
  /// The places to cut one side of the row: those suggested, then after the whole text and before
  /// it. One choice only when that side is empty.
  public func cutChoices(_ side: Side) -> [CutChoice] {
    guard let index else { return [] }
    let document = pair[side]
    let texts = document.indices(startingIn: pair.rows[index][side]).map(document.text)
    let cuts =
      texts.isEmpty ? [Cut(0)] : pair.suggestedCuts(at: index, side) + [Cut(texts.count), Cut(0)]
    let space = document.document.language.isUnspaced ? "" : " "
    return cuts.map { cut in
      let (above, below) = Self.divide(texts, at: cut)
      return CutChoice(
        cut: cut, above: above.joined(separator: space), below: below.joined(separator: space))
    }
  }

  /// Splits the row and stores it. Throws as `act` does.
  public mutating func split(source: CutChoice, target: CutChoice) throws {
    try act(.split(source: source.cut, target: target.cut))
  }

  /// Corrects the target text and stores it. Throws as `act` does.
  public mutating func correct(_ text: String) throws { try act(.edit(text)) }

  private static func divide(_ texts: [String], at cut: Cut) -> (above: [String], below: [String]) {
    guard cut.bytes > 0 else {
      return (Array(texts.prefix(cut.segments)), Array(texts.dropFirst(cut.segments)))
    }
    let bytes = texts[cut.segments].utf8
    let parts = [bytes.prefix(cut.bytes), bytes.dropFirst(cut.bytes)].map {
      String(decoding: $0, as: UTF8.self)
    }
    return (
      texts.prefix(cut.segments) + [parts[0]],
      [String(parts[1].trimmingPrefix(while: \.isWhitespace))] + texts.dropFirst(cut.segments + 1)
    )
  }
}
