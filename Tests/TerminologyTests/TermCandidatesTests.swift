import Testing

@testable import Terminology

@Suite struct TermCandidatesTests {
  /// A row's meetings, each written as the source phrase, its place, the target phrase and its place.
  private func meeting(_ source: String, _ sourceStart: Int, _ target: String, _ targetStart: Int)
    -> TermMeeting
  {
    func phrase(_ text: String, _ start: Int) -> TermMeeting.Phrase {
      let key = text.lowercased().utf8.reduce(7) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      return .init(key: key, text: text, range: start..<start + text.utf8.count, count: 1)
    }
    let words = source.unicodeScalars.count / 2 + target.split(separator: " ").count
    return TermMeeting(
      source: phrase(source, sourceStart), target: phrase(target, targetStart),
      length: Double(words), strength: 0.5)
  }

  private func ranked(_ rows: [[TermMeeting]], known: Set<String> = []) -> [String] {
    var candidates = TermCandidates()
    for row in rows { candidates.add(row) }
    return candidates.ranked(atLeast: 2, isKnown: known.contains).map {
      "\($0.source)=\($0.target) \($0.count)"
    }
  }

  @Test func whatMeetsOftenerComesFirst() {
    let law = meeting("法律", 0, "law", 0)
    let court = meeting("法院", 9, "court", 9)
    let rows = [[law, court], [law], [law, court], [], [], [], [], []]
    #expect(ranked(rows) == ["法律=law 3", "法院=court 2"])
    #expect(ranked(rows, known: ["法律"]) == ["法院=court 2"])
  }

  /// Written most often with a small letter.
  @Test func writtenAsMostOften() {
    let rows = [
      [meeting("法院", 0, "Court", 0)], [meeting("法院", 0, "court", 4)],
      [meeting("法院", 0, "court", 4)], [], [],
    ]
    #expect(ranked(rows) == ["法院=court 3"])
  }

  /// A phrase that stands only inside a longer one goes; one that stands elsewhere too stays.
  @Test func partsOfTermsGo() {
    let inside = meeting("网络", 0, "cyber", 0)
    let whole = meeting("网络立法", 0, "cyber legislation", 0)
    let outside = meeting("网络", 30, "cyber", 30)
    #expect(ranked([[inside, whole], [inside, whole], [], []]) == ["网络立法=cyber legislation 2"])
    let rows = [[inside, whole], [inside, whole], [outside], [outside], [], []]
    #expect(ranked(rows) == ["网络立法=cyber legislation 2", "网络=cyber 4"])
  }

  /// Two renderings, each in rows of its own; and two that want the same place, of which one goes.
  @Test func aPlaceHasOneRendering() {
    let (court, tribunal) = (meeting("法院", 0, "court", 0), meeting("法院", 0, "tribunal", 9))
    #expect(ranked([[court], [court], [court], [tribunal], [tribunal], [], []]).count == 2)
    #expect(ranked([[court, tribunal], [court, tribunal], [court], [], []]) == ["法院=court 3"])
  }

  /// What both sides write alike needs no glossary.
  @Test func equalWordsAreNoTerm() {
    let root = meeting("root", 0, "Root", 0)
    #expect(ranked([[root], [root], [], []]) == [])
  }

  /// Dunning 1993: two events that always meet, in half of ten rows; and two that do not care.
  @Test func theRatioIsDunnings() {
    #expect(abs(TermCandidates.ratio(5, 5, 5, 10) - 13.8629) < 1e-3)
    #expect(abs(TermCandidates.ratio(25, 50, 50, 100)) < 1e-9)
  }
}
