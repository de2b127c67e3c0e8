internal import Bitext

/// Names that became others: a name in Latin letters within Chinese that the other side does not have,
/// and a place where the other side has another place. Names of persons that are spelt by their sound are
/// the aligner's to hear, and speakers are terms of the glossary.
enum NameCheck {
  static func findings(_ pair: TextPair) -> [Finding] {
    guard pair.source.isChinese != pair.target.isChinese else { return [] }
    let (chinese, other) =
      pair.source.isChinese ? (pair.source, pair.target) : (pair.target, pair.source)
    return LatinNames(chinese, other).findings
      + (other.language.code == "en" ? PlaceNames.findings(chinese, other) : [])
  }
}
