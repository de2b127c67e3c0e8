import Testing

@testable import Terminology

@Suite struct TermCandidatesTests {
  private func meeting(_ source: String, _ target: String, _ words: Int = 2)
    -> TermCandidates.Meeting
  {
    func key(_ text: String) -> UInt64 {
      text.lowercased().utf8.reduce(7) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    return .init(
      keys: (key(source), key(target)), texts: (source, target), words: words, strength: 0.5)
  }

  private func ranked(_ rows: [[TermCandidates.Meeting]], known: Set<String> = []) -> [String] {
    var candidates = TermCandidates()
    for (row, meetings) in rows.enumerated() {
      candidates.add(
        meetings, sourceKeys: Set(meetings.map(\.keys.source)),
        targetKeys: Set(meetings.map(\.keys.target)), row: row)
    }
    return candidates.ranked(atLeast: 2, isKnown: known.contains).map {
      "\($0.source)=\($0.target) \($0.count)"
    }
  }

  @Test func whatMeetsOftenerComesFirst() {
    let law = meeting("法律", "law")
    let court = meeting("法院", "court")
    let rows = [[law, court], [law], [law, court], [], [], [], [], []]
    #expect(ranked(rows) == ["法律=law 3", "法院=court 2"])
    #expect(ranked(rows, known: ["法律"]) == ["法院=court 2"])
  }

  /// Written most often with a small letter; a phrase that stands only inside a longer one is left out;
  /// each keeps its best partner.
  @Test func oneCandidateAPhrase() {
    let rows = [
      [meeting("法院", "Court"), meeting("法院", "tribunal")], [meeting("法院", "court")],
      [meeting("法院", "court"), meeting("法院", "tribunal")],
      [meeting("网络", "cyber"), meeting("网络立法", "cyber legislation", 4)],
      [meeting("网络", "cyber"), meeting("网络立法", "cyber legislation", 4)], [], [],
    ]
    #expect(ranked(rows) == ["网络立法=cyber legislation 2", "法院=court 3"])
  }

  /// Dunning 1993: two events that always meet, in half of ten rows; and two that do not care.
  @Test func theRatioIsDunnings() {
    #expect(abs(TermCandidates.ratio(5, 5, 5, 10) - 13.8629) < 1e-3)
    #expect(abs(TermCandidates.ratio(25, 50, 50, 100)) < 1e-9)
  }
}
