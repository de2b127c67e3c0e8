/// A term or a query as look-up compares it: folded, hyphens and white space as single spaces,
/// quotation marks left out.
struct SearchKey: Sendable {
  let scalars: [UInt32]

  init(_ text: String) {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.properties.isDash
      if isSpace, scalars.last != 0x20, !scalars.isEmpty { scalars.append(0x20) }
      if !isSpace, !WordScanner.divides(scalar) { scalars.append(Folding.fold(scalar)) }
    }
    if scalars.last == 0x20 { scalars.removeLast() }
    self.scalars = scalars
  }

  /// A key that was made before, in UTF-8.
  init(key: UnsafeRawBufferPointer) {
    scalars = String(decoding: key, as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// As a text.
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
    return String(text)
  }

  /// How many code points may be wrong: a word of three is another word when one is.
  var slack: Int { scalars.count < 4 ? 0 : scalars.count < 8 ? 1 : 2 }

  /// How near `term` is to this query; `nil` when it is not near.
  func nearness(to term: SearchKey, inflected: Bool) -> GlossaryHit.Nearness? {
    if scalars == term.scalars { return .same }
    if inflected { return .inflected }
    if term.scalars.starts(with: scalars) { return .begins }
    if term.contains(self) { return .contains }
    return distance(to: term, atMost: slack).map { .misspelt($0) }
  }

  private func contains(_ part: SearchKey) -> Bool {
    let length = part.scalars.count
    guard length <= scalars.count else { return false }
    return (0...scalars.count - length).contains { start in
      scalars[start..<start + length].elementsEqual(part.scalars)
    }
  }

  /// Levenshtein's distance when it is at most `limit`.
  func distance(to other: SearchKey, atMost limit: Int) -> Int? {
    let (a, b) = (scalars, other.scalars)
    guard limit > 0, abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let changed = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
      if let least = row.min(), least > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
