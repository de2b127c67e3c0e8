internal import Alignment
public import Bitext
internal import Memory
internal import Terminology

/// What a person sees of the row at the cursor beside its texts: which of its words answer which,
/// and its terms.
public struct RowDetail: Sendable {
  /// A place in a text of the row.
  public struct Mark: Hashable, Sendable {
    /// What stands there.
    public enum Kind: Hashable, Sendable { case number, name, term }

    /// What stands there.
    public var kind: Kind
    /// Its place, in UTF-8 bytes of the segment's text.
    public var range: Range<Int>
    /// Whether the other side has its partner.
    public var isMet: Bool
  }

  /// A term of the source text and what the target text makes of it.
  public struct TermUse: Hashable, Sendable {
    /// The source term.
    public var term: String
    /// The term that renders it; `nil` when none does.
    public var rendering: String?
    /// How the rendering may be used.
    public var status: TermStatus?
    /// Where there is no rendering: what would do, the best first.
    public var wanted: [String]
  }

  /// The places to highlight, a list a segment.
  public var marks: [Side: [[Mark]]]
  /// The terms, in the order of the source text.
  public var terms: [TermUse]
}

/// Reads rows for what a person should see of them; made once a review.
struct RowReader: Sendable {
  private let check: TermCheck
  private let partners: PartnerFinder

  /// What the workspace's glossary and the lexicon have for these languages.
  init(
    from store: Store, _ source: Language, _ target: Language, _ lexicon: Lexicon?
  ) throws(MemoryError) {
    check = TermCheck(Glossary(try store.concepts(), lexicon), source: source, target: target)
    partners = PartnerFinder(source: source, target: target, lexicon: lexicon)
  }

  /// What there is to see of a row, given the texts of its segments. O(texts).
  func detail(_ texts: [Side: JoinedTexts]) -> RowDetail {
    let source = texts[.source]?.whole ?? ""
    let target = texts[.target]?.whole ?? ""
    let present = check.present(source: source, target: target)
    var marks: [Side: [RowDetail.Mark]] = [:]
    for (side, figures) in partners.partners(source: source, target: target) {
      marks[side] = figures.map {
        RowDetail.Mark(
          kind: $0.kind == .number ? .number : .name, range: $0.range, isMet: $0.isMet)
      }
    }
    for term in present {
      let isMet = term.rendering != nil || term.wanted.isEmpty
      marks[.source, default: []].append(.init(kind: .term, range: term.range, isMet: isMet))
      if let range = term.renderingRange {
        marks[.target, default: []].append(.init(kind: .term, range: range, isMet: true))
      }
    }
    return RowDetail(
      marks: Dictionary(
        uniqueKeysWithValues: texts.map { ($0, $1.parts(of: marks[$0] ?? [])) }),
      terms: present.map(RowDetail.TermUse.init))
  }
}

extension RowDetail.TermUse {
  fileprivate init(_ present: TermPresent) {
    self.init(
      term: present.term.text, rendering: present.rendering?.text,
      status: present.rendering?.status, wanted: present.wanted.map(\.text))
  }
}

/// The texts of a row's segments as one, with the place of each.
struct JoinedTexts {
  let whole: String
  private let places: [Range<Int>]

  init(_ texts: [String], separator: String) {
    whole = texts.joined(separator: separator)
    var start = 0
    places = texts.map { text in
      defer { start += text.utf8.count + separator.utf8.count }
      return start..<start + text.utf8.count
    }
  }

  /// The marks of each segment, counted from its beginning; one across two segments is in neither.
  func parts(of marks: [RowDetail.Mark]) -> [[RowDetail.Mark]] {
    places.map { place in
      marks.filter {
        place.contains($0.range.lowerBound) && $0.range.upperBound <= place.upperBound
      }
      .map { mark in
        var mark = mark
        mark.range =
          mark.range.lowerBound - place.lowerBound..<mark.range.upperBound - place.lowerBound
        return mark
      }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }
}

extension DocumentPair {
  /// The texts of the row's segments; a corrected target text is one.
  public func segmentTexts(_ row: Row, _ side: Side) -> [String] {
    if side == .target, let edited = row.edited { return [edited] }
    return self[side].indices(startingIn: row[side]).map(self[side].text)
  }

  func joinedTexts(_ row: Row) -> [Side: JoinedTexts] {
    Dictionary(
      uniqueKeysWithValues: Side.allCases.map { side in
        let separator = self[side].document.language.isUnspaced ? "" : " "
        return (side, JoinedTexts(segmentTexts(row, side), separator: separator))
      })
  }
}
