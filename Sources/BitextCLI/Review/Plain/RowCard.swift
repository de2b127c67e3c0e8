/// One row as the review prompt shows it: what it is, why to look, both texts, its neighbours.
internal import Bitext
internal import Workbench

struct RowCard {
  let pair: DocumentPair
  let index: Int
  let width: Int

  private var row: Row { pair.rows[index] }

  /// The lines, none wider than `width` but where a single character is.
  var lines: [String] {
    [heading.inColour(.bold)]
      + pair.view(index).doubts.flatMap {
        labelled("doubt", [$0.words]).map { $0.inColour(.yellow) }
      }
      + neighbour("above", index - 1)
      + text(.source) + text(.target)
      + (row.edited == nil ? [] : labelled("was", [pair.target.joined(row.target)]))
      + (row.comment.map { labelled("comment", [$0]) } ?? [])
      + neighbour("below", index + 1)
  }

  /// `press:17 of 46 · 1-2 · confidence 0.71 · unreviewed`
  private var heading: String {
    let view = pair.view(index)
    let confidence = view.confidence.map { "confidence \($0.probability)" }
    let facts = [
      "\(pair.name):\(view.row) of \(pair.rows.count)", view.shape, confidence ?? "no confidence",
      view.status.rawValue, view.speaker?.harmless,
    ]
    return (facts.compactMap(\.self) + view.structureWords).joined(separator: " · ")
  }

  /// One side's text; the elements of a bead each on lines of their own, marked from the second on.
  private func text(_ side: Side) -> [String] {
    let document = pair[side]
    let elements =
      side == .target && row.edited != nil
      ? [pair.text(row, side)] : document.indices(startingIn: row[side]).map(document.text)
    return labelled(document.document.language.tag, elements.isEmpty ? ["∅"] : elements)
  }

  private func labelled(_ label: String, _ elements: [String]) -> [String] {
    elements.enumerated().flatMap { number, element in
      element.harmless.wrapped(to: width - margin).enumerated().map { line, words in
        let mark = number > 0 && line == 0 ? "┆ " : "  "
        return ((number == 0 && line == 0 ? label : "").padded(to: margin - 2) + mark + words)
      }
    }
  }

  /// Room for the labels: the language tags and our own words.
  private var margin: Int {
    let tags = Side.allCases.map { pair[$0].document.language.tag.count }
    return max(7, tags.max() ?? 0) + 2
  }

  /// The row above or below on one line.
  private func neighbour(_ label: String, _ index: Int) -> [String] {
    guard pair.rows.indices.contains(index) else { return [] }
    let room = (width - margin - 3) / 2
    let texts = Side.allCases.map { pair.text(pair.rows[index], $0).harmless }
      .map { $0.isEmpty ? "∅" : $0.shortened(to: room) }
    let line = label.padded(to: margin) + texts[0].padded(to: room) + " │ " + texts[1]
    return [line.inColour(.dim)]
  }
}

extension String {
  /// The text in at most `width` columns of one line, with `…` where it was cut.
  func shortened(to width: Int) -> String {
    let line = wrapped(to: .max)[0]
    guard line.columns > width else { return line }
    var kept = ""
    var used = 0
    for character in line {
      used += character.columns
      if used >= width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
