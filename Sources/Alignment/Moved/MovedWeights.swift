internal import Foundation

/// A logistic regression over what speaks for a moved pair: how probable it is that it is one.
struct MovedWeights: Hashable, Sendable {
  /// What is weighed, by name.
  enum Feature: String, CaseIterable {
    /// Always 1.
    case bias
    /// The log of the candidate's score, from 1 up.
    case strength
    /// Evidence a token, against the document's own pairs.
    case density
    /// How much the score is ahead of the best rival's, in tens of nats.
    case lead
    /// The squared deviation of the lengths, at most 5.
    case length
    /// Segments beyond a 1-1 pair.
    case size
    /// Neighbours that go the same way.
    case neighbours
  }

  /// One for each feature, in their order.
  var values: [Double]

  init(_ values: [Double]) { self.values = values }

  /// Under these weights nothing has moved: for a model that has not learned it yet.
  static let never = MovedWeights(Feature.allCases.map { $0 == .bias ? -20 : 0 })

  /// The features of a candidate, in their order.
  static func features(_ candidate: MovedCandidates.Candidate) -> [Double] {
    Feature.allCases.map { feature in
      switch feature {
      case .bias: 1
      case .strength: log(Double(max(1, candidate.score)))
      case .density: Double(candidate.density)
      case .lead: Double(candidate.score - candidate.rival) / 10
      case .length: Double(min(25, candidate.deviation * candidate.deviation)) / 5
      case .size: Double(candidate.source.count + candidate.target.count - 2)
      case .neighbours: Double(candidate.neighbours)
      }
    }
  }

  /// The probability that a pair of these features has moved.
  func probability(_ features: [Double]) -> Double {
    1 / (1 + exp(-zip(values, features).reduce(0) { $0 + $1.0 * $1.1 }))
  }
}

extension MovedWeights {
  /// The weights by the names of their features, to four digits.
  var named: [String: Double] {
    Dictionary(
      uniqueKeysWithValues: zip(Feature.allCases, values).map {
        ($0.rawValue, ($1 * 10_000).rounded() / 10_000)
      })
  }

  /// `nil` when a feature is missing or unknown.
  init?(named values: [String: Double]) {
    let known = Feature.allCases.compactMap { values[$0.rawValue] }
    guard known.count == Feature.allCases.count, values.count == known.count else { return nil }
    self.init(known)
  }
}
