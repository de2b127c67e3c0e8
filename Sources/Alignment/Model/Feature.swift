/// The features of a bead, by name: what the model weighs. A bead's score is the sum of weight ×
/// value; the ladder's score is the sum over its beads.
enum Feature: Int, CaseIterable {
  // Shapes. A shape without a line of its own is `many`.
  case shape10, shape01, shape11, shape12, shape21, shape22, shape13, shape31, shape14, shape41
  case shape23, shape32, many
  /// Segments beyond four.
  case size

  // How common this kind of shape is in this document, by the round before: log shares.
  case documentNull, documentOne, documentMany

  // Runs of nulls: the second null bead of a run, the third and later ones, a change of side after
  // one null bead and after more.
  case sourceRun, sourceRunOn, targetRun, targetRunOn
  case sourceToTarget, targetToSource, sourceRunToTarget, targetRunToSource

  // Lexical evidence, in nats, by kind of token; forward explains the target, backward the source.
  case forwardWords, forwardFigures, forwardPunctuation
  case backwardWords, backwardFigures, backwardPunctuation
  /// Evidence a token, over the bead.
  case density
  /// The same, weighed by the bead's size.
  case densitySize
  /// The evidence a token of the segment that is least supported, in beads of three and more.
  case weakest
  /// The evidence a token that the outer segment adding least brings to the other side.
  case marginal
  /// How much less a token's evidence is than the best these segments have elsewhere.
  case regret, regretSize

  // Vectors, when there are any; cosines doubled. The cosine of the two sides, and that less the
  // cosines with their surroundings; both weighed by the bead's size too.
  case cosine, cosineSize, margin, marginSize
  /// The cosine where there are several segments; the margin weighed by the tokens.
  case cosineSeveral, marginLength
  /// How far the cosine is below .4 and above .7, the margin below .3.
  case cosineLow, cosineHigh, marginLow
  /// The cosine times the lexical evidence a token: whether they agree.
  case cosineDensity
  /// What the cosine gains from the outer segment that adds least.
  case cosineMarginal
  /// What the cosine would gain from one segment more on either side.
  case cosineWider
  /// How much less the cosine is than the best these segments have alone.
  case cosineRegret, cosineRegretSize
  /// Of a null: the best cosine it has alone.
  case nullCosine, nullCosineSquared

  // Length: deviation from the document's ratio, in standard deviations.
  case lengthDeviation, lengthSquared, lengthDeviationNotOne, lengthLog

  // Null beads: how long the segment is, and how well some neighbour would support it.
  case nullLengthSource, nullLengthTarget, nullAffinity, nullAffinitySquared

  // Form.
  case questionBoth, questionOne, exclamationOne, sourceUnended, targetUnended, endingsDiffer
  case quoteOpens, quoteCloses, quoteOne, quoteStaysOpen, clauses, labelBoth, labelOne

  /// The same against how often they disagree in this document: log shares.
  case documentQuoteCloses, documentQuoteOpen, documentEndings

  // Paragraphs, when both texts have them.
  case paragraphBoth, paragraphOne, crossesSource, crossesTarget

  static let count = allCases.count

  static func shape(_ a: Int, _ b: Int) -> Feature {
    switch (a, b) {
    case (1, 0): .shape10
    case (0, 1): .shape01
    case (1, 1): .shape11
    case (1, 2): .shape12
    case (2, 1): .shape21
    case (2, 2): .shape22
    case (1, 3): .shape13
    case (3, 1): .shape31
    case (1, 4): .shape14
    case (4, 1): .shape41
    case (2, 3): .shape23
    case (3, 2): .shape32
    default: .many
    }
  }
}
