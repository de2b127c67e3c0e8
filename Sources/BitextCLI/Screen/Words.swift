internal import Bitext
internal import Foundation
internal import Workbench

/// Numbers, times and languages as we write them for people.
extension Int {
  /// `1 row`, `2 rows`.
  func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }

  /// Seconds since 1970 as `2023-03-16 08:00:00Z`.
  var time: String {
    Date(timeIntervalSince1970: Double(self)).formatted(
      .iso8601.dateTimeSeparator(.space))
  }
}

extension Double {
  /// A probability as `0.98`, cut rather than rounded, so that only certainty is `1.00`.
  var probability: String { String(format: "%.2f", (self * 100).rounded(.down) / 100) }

  /// A measured figure as `0.8831`.
  var fourDigits: String { String(format: "%.4f", self) }

  /// A share as `30 %`.
  var percent: String { String(format: "%.0f %%", self * 100) }

  /// An expectation as `2.3`.
  var expectation: String { String(format: "%.1f", self) }
}

extension Doubt {
  /// `number: 1994 only in target`; `moved: faces row 17 (0.83)`.
  var words: String {
    let probability = probability.map { " (\($0.probability))" } ?? ""
    return "\(kind.rawValue): \(detail)\(probability)"
  }
}

extension RowView {
  /// `heading`, `subtitle`, `00:01:02.500`: what the row is, where it is not running text.
  var structureWords: [String] {
    (kind == .text ? [] : [kind.rawValue]) + (time.map { [$0.lowerBound.clock] } ?? [])
  }
}

extension PairFacts {
  /// `client=ACME domain=law`; empty when nothing is known.
  var words: String {
    [("client", client), ("domain", domain), ("date", date), ("note", note)]
      .compactMap { key, value in value.map { "\(key)=\($0)" } }.joined(separator: " ")
  }
}

extension PairFigures {
  /// `27 of 1-1, 4 of 1-2`, the most frequent first.
  var shapeWords: String {
    shapes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) of \($0.key)" }.joined(separator: ", ")
  }

  /// `moved out of order: row 12 faces row 40 (0.83)`, as a line of its own; none when nothing moved.
  var movedWords: [String] {
    guard !moved.isEmpty else { return [] }
    let told = moved.prefix(3).map { "\($0.words) (\($0.probability.probability))" }
    let rest = moved.count > told.count ? ["\(moved.count - told.count) more"] : []
    return ["moved out of order: " + (told + rest).joined(separator: ", ")]
  }

  /// `6 rows want a look; 2.3 errors expected among the undecided`.
  var riskWords: String {
    let look = doubtful == 1 ? "1 row wants a look" : "\(doubtful.of("row")) want a look"
    let blind = unscored == 0 ? "" : "; \(unscored.of("row")) of unknown confidence"
    return "\(look); \(expectedErrors.expectation) errors expected in undecided rows\(blind)"
  }
}
