internal import Bitext

/// Rows that one call of the aligner sees: runs to be found anew, and the rows around them, which
/// are certain for this call. So the time follows the runs, not the document.
struct Stretch {
  /// How many rows are seen above and below a run: enough for the length ratio, the words and the
  /// habits of the text about it.
  static let context = 60

  /// All rows of the stretch.
  var rows: Range<Int>
  /// The runs to be found anew, in order.
  var runs: [Range<Int>]

  /// The rows that stay.
  var staying: [Int] {
    var stays: [Int] = []
    var end = rows.lowerBound
    for run in runs {
      stays += end..<run.lowerBound
      end = run.upperBound
    }
    return stays + (end..<rows.upperBound)
  }

  /// Each run with its context; runs whose contexts meet are one stretch.
  static func around(_ runs: [Range<Int>], of count: Int) -> [Stretch] {
    runs.reduce(into: []) { stretches, run in
      let above = max(0, run.lowerBound - context)
      let below = min(count, run.upperBound + context)
      if let last = stretches.indices.last, stretches[last].rows.upperBound >= above {
        stretches[last].rows = stretches[last].rows.lowerBound..<below
        stretches[last].runs.append(run)
      } else {
        stretches.append(Stretch(rows: above..<below, runs: [run]))
      }
    }
  }
}

extension DocumentPair {
  /// The segments that rows hold. The rows are not none.
  func gap(_ range: Range<Int>) -> Gap {
    func held(_ side: Side) -> Range<Int> {
      let bytes =
        rows[range.lowerBound][side].lowerBound..<rows[range.upperBound - 1][side].upperBound
      return self[side].indices(startingIn: bytes)
    }
    return Gap(source: held(.source), target: held(.target))
  }
}

extension SegmentedDocument {
  /// The same text with some of its segments only.
  func part(_ range: Range<Int>) -> SegmentedDocument {
    SegmentedDocument(document: document, segments: Array(segments[range]))
  }
}

extension Gap {
  /// The same segments counted from where another gap begins.
  func counted(from other: Gap) -> Gap {
    func moved(_ range: Range<Int>, _ origin: Range<Int>) -> Range<Int> {
      range.lowerBound - origin.lowerBound..<range.upperBound - origin.lowerBound
    }
    return Gap(source: moved(source, other.source), target: moved(target, other.target))
  }
}
