internal import Alignment
internal import Bitext
internal import Exchange

/// Two texts and the pairs between them that others made: ready to be judged and reviewed.
struct GivenTexts {
  private(set) var source: SegmentedDocument
  private(set) var target: SegmentedDocument
  /// The pairs, by the numbers of segments.
  private(set) var beads: [Bead]
  /// Whether the paragraphs are the texts' own, and tell something.
  let hasParagraphs: Bool
  /// What each pair was in its file, where it was more than a link.
  private(set) var units: [Unit] = []
  /// For each segment the unit that it belongs to.
  private var owner: [Side: [Int]] = [:]

  /// Texts in segments, and beads of them.
  init(_ source: SegmentedDocument, _ target: SegmentedDocument, _ beads: [Bead]) {
    (self.source, self.target, self.beads) = (source, target, beads)
    hasParagraphs = true
  }

  /// The texts of units, each a paragraph with one segment.
  init(_ units: [Unit], _ languages: (source: Language, target: Language), _ origin: Origin) {
    hasParagraphs = false
    self.units = units
    beads = units.map { _ in Bead([], []) }
    source = SegmentedDocument(
      document: Document(origin: origin, language: languages.source, text: "", paragraphs: []),
      segments: [])
    target = source
    target.document.language = languages.target
    for side in Side.allCases {
      var builder = TextBuilder()
      for (index, unit) in units.enumerated() {
        guard let segment = builder.add(side == .source ? unit.source : unit.target, unit) else {
          continue
        }
        if side == .source {
          beads[index].source = [segment]
        } else {
          beads[index].target = [segment]
        }
        owner[side, default: []].append(index)
      }
      (self[side].document.text, self[side].document.paragraphs) = (
        builder.text, builder.paragraphs
      )
      self[side].segments = builder.segments
    }
  }

  private subscript(side: Side) -> SegmentedDocument {
    get { side == .source ? source : target }
    set { if side == .source { source = newValue } else { target = newValue } }
  }

  /// The texts as they are judged: where units follow each other by chance, their borders tell nothing.
  var judged: (source: SegmentedDocument, target: SegmentedDocument) {
    guard !hasParagraphs else { return (source, target) }
    func flat(_ text: SegmentedDocument) -> SegmentedDocument {
      var text = text
      for index in text.segments.indices { text.segments[index].paragraph = 0 }
      return text
    }
    return (flat(source), flat(target))
  }

  /// What a bead was in its file; `nil` when it was only a link.
  func unit(of bead: Bead) -> Unit? {
    let index =
      bead.source.first.flatMap { owner[.source]?[$0] }
      ?? bead.target.first.flatMap { owner[.target]?[$0] }
    return index.map { units[$0] }
  }
}

/// Texts one below the other, a paragraph each.
private struct TextBuilder {
  private(set) var text = ""
  private(set) var paragraphs: [Paragraph] = []
  private(set) var segments: [Segment] = []
  private var length = 0

  /// Adds a text as it is, and says which segment it became; `nil` when it holds nothing.
  mutating func add(_ words: String, _ unit: Unit) -> Int? {
    let scalars = words.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    if length > 0 { append("\n\n") }
    let start = length + words.utf8.distance(from: words.startIndex, to: first)
    let end = length + words.utf8.distance(from: words.startIndex, to: scalars.index(after: last))
    append(words)
    let paragraph = Paragraph(range: start..<end, kind: unit.kind, time: unit.time)
    segments.append(
      Segment(range: start..<end, paragraph: paragraphs.count, speaker: unit.speaker))
    paragraphs.append(paragraph)
    return segments.count - 1
  }

  private mutating func append(_ words: String) {
    text += words
    length += words.utf8.count
  }
}

extension GivenTexts {
  /// The texts of XML files with links between their elements.
  init(_ linked: LinkedTexts, _ languages: (source: Language, target: Language), _ origin: Origin) {
    self.init(
      SegmentedDocument(linked.source, languages.source, origin),
      SegmentedDocument(linked.target, languages.target, origin), linked.beads)
  }
}

extension SegmentedDocument {
  /// A text of segments, with a blank line between its paragraphs.
  fileprivate init(_ linked: LinkedTexts.Text, _ language: Language, _ origin: Origin) {
    self.init(
      document: Document(origin: origin, language: language, text: "", paragraphs: []), segments: []
    )
    var (length, last) = (0, Int?.none)
    for segment in linked.segments {
      let isNew = segment.paragraph != last
      last = segment.paragraph
      let gap = length == 0 ? "" : isNew ? "\n\n" : "\n"
      document.text += gap + segment.text
      let start = length + gap.utf8.count
      length = start + segment.text.utf8.count
      if isNew { document.paragraphs.append(Paragraph(range: start..<length)) }
      let paragraph = document.paragraphs.count - 1
      document.paragraphs[paragraph].range =
        document.paragraphs[paragraph].range.lowerBound..<length
      segments.append(Segment(range: start..<length, paragraph: paragraph))
    }
  }
}
