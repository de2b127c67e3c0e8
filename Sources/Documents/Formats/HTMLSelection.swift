internal import Bitext

/// Chooses the main text among the paragraphs of a page.
///
/// What stands in page furniture goes. If a page has a part that says it is the main text, and this
/// holds at least a quarter of what is left, it is the text; else what is left is, without runs of
/// links. A page of which nothing would be left is kept whole.
struct HTMLSelection {
  private let paragraphs: [Paragraph]
  private let isKept: [Bool]

  /// How many pieces of page furniture go: neighbours are one piece.
  let dropped: Int

  init(_ paragraphs: [Paragraph], _ places: [HTMLReader.Surroundings], isBook: Bool) {
    self.paragraphs = paragraphs
    let text = zip(paragraphs, places).map { !$1.isFurniture }
    let main = zip(text, places).map { $0 && $1.isMain }
    func size(_ kept: [Bool]) -> Int {
      zip(paragraphs, kept).reduce(0) { $0 + ($1.1 ? $1.0.range.count : 0) }
    }
    let hasMain = !isBook && size(main) > 0 && size(main) * 4 >= size(text)
    let links = hasMain || isBook ? [] : Self.runsOfLinks(paragraphs, places)
    var kept = hasMain ? main : text
    for run in links { kept.replaceSubrange(run, with: repeatElement(false, count: run.count)) }
    isKept = kept.contains(true) ? kept : kept.map { _ in true }
    dropped = zip(isKept, [true] + isKept).count { !$0 && $1 }
  }

  /// Three or more paragraphs in a row, none a heading, each of which is a link for four fifths.
  private static func runsOfLinks(
    _ paragraphs: [Paragraph], _ places: [HTMLReader.Surroundings]
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 0...paragraphs.count {
      let goesOn =
        index < paragraphs.count && paragraphs[index].kind != .heading
        && places[index].linked * 5 >= paragraphs[index].range.count * 4
      if goesOn { continue }
      if index - start >= 3 { runs.append(start..<index) }
      start = index + 1
    }
    return runs
  }

  /// The text with only the paragraphs that are kept.
  func applied(to text: String) -> (String, [Paragraph]) {
    guard isKept.contains(false) else { return (text, paragraphs) }
    var result = ""
    var kept: [Paragraph] = []
    for (var paragraph, isKept) in zip(paragraphs, isKept) where isKept {
      if !result.isEmpty { result += "\n\n" }
      let start = result.utf8.count
      result += text.slice(paragraph.range)
      paragraph.range = start..<result.utf8.count
      kept.append(paragraph)
    }
    return (result, kept)
  }
}
