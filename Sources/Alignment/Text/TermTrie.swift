/// Glossary terms of an unspaced language, found by longest match at a position.
struct TermTrie {
  private var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

  init(_ terms: [String]) {
    for term in Set(terms) {
      let scalars = Array(term.unicodeScalars)
      if let first = scalars.first { byFirst[first, default: []].append(scalars) }
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.count > $1.count } }
  }

  /// The length in scalars of the longest term at `start`.
  func longest(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    byFirst[text[start]]?.first {
      start + $0.count <= text.count && text[start..<start + $0.count].elementsEqual($0)
    }?.count
  }
}
