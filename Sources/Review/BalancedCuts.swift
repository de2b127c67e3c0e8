public import Bitext

/// Where a row would be cut so that its parts are in proportion on both sides.
extension DocumentPair {
  /// Of the places given, the two whose parts above are nearest to the same share of each side's
  /// text. Borders between segments are taken before places inside one, and neither part is left
  /// empty while that can be helped. O(product of the numbers of places).
  public func balancedCuts(
    at index: Int, places: [Side: [Cut]]
  ) -> (source: Cut, target: Cut) {
    let (sources, targets) = (
      shares(.source, at: index, places), shares(.target, at: index, places)
    )
    var best = (cost: Double.infinity, source: Cut(0), target: Cut(0))
    for source in sources {
      for target in targets {
        let cost = Self.cost(source, target)
        if cost < best.cost { best = (cost, source.cut, target.cut) }
      }
    }
    return (best.source, best.target)
  }

  private typealias Share = (cut: Cut, share: Double)

  /// What is lost by a cut: how far the shares are apart, and more for places that are no borders or
  /// leave a side's part empty.
  private static func cost(_ source: Share, _ target: Share) -> Double {
    let parts = [source, target]
    let inside = parts.count { $0.cut.bytes > 0 }
    let empty = parts.count { $0.share <= 0 || $0.share >= 1 }
    return abs(source.share - target.share) + 0.6 * Double(inside) + 1.5 * Double(empty)
  }

  /// The share of the side's text that each cut leaves above.
  private func shares(_ side: Side, at index: Int, _ places: [Side: [Cut]]) -> [Share] {
    let held = self[side].indices(startingIn: rows[index][side])
    let lengths = held.map { Double(self[side].segments[$0].range.count) }
    let whole = max(1, lengths.reduce(0, +))
    return (places[side] ?? []).map { cut in
      let above = lengths.prefix(cut.segments).reduce(0, +) + Double(cut.bytes)
      return (cut, lengths.isEmpty ? 0 : above / whole)
    }
  }

  /// Places to cut inside the segments of one side: before each word, or before each character
  /// where words stand without spaces. O(text of the row).
  public func wordCuts(at index: Int, _ side: Side) -> [Cut] {
    let held = self[side].indices(startingIn: rows[index][side])
    let isUnspaced = self[side].document.language.isUnspaced
    return held.flatMap { segment in
      Self.wordStarts(self[side].text(segment), isUnspaced).map {
        Cut(segment - held.lowerBound, bytes: $0)
      }
    }
  }

  private static func wordStarts(_ text: String, _ isUnspaced: Bool) -> [Int] {
    var starts: [Int] = []
    var (bytes, last): (Int, Character) = (0, " ")
    for character in text {
      let begins = isUnspaced ? !character.isASCII || !last.isASCII : last.isWhitespace
      if bytes > 0, begins, !character.isWhitespace { starts.append(bytes) }
      bytes += character.utf8.count
      last = character
    }
    return starts
  }
}

extension Cut: Comparable {
  /// By their places in the text.
  public static func < (a: Cut, b: Cut) -> Bool { (a.segments, a.bytes) < (b.segments, b.bytes) }
}
