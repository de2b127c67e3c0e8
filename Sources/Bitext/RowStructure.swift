/// What a row is in its documents: a heading, a cell, somebody's words, a byline. It is told by the
/// paragraphs that the row's segments stand in.
extension DocumentPair {
  /// The paragraph in which a row begins on one side; `nil` where that side is empty. O(log n).
  public func paragraph(_ row: Row, _ side: Side) -> Paragraph? {
    firstSegment(row, side).map { self[side].document.paragraphs[$0.paragraph] }
  }

  /// What a row is: what the paragraph says in which it begins, the source's if it says more than that
  /// it is running text, else the target's. O(log n).
  public func kind(_ row: Row) -> Paragraph.Kind {
    let kinds = Side.allCases.compactMap { paragraph(row, $0)?.kind }
    return kinds.first { $0 != .text } ?? .text
  }

  /// When a row is shown, in milliseconds from the beginning, as the source says it, else the target.
  public func time(_ row: Row) -> Range<Int>? {
    Side.allCases.lazy.compactMap { paragraph(row, $0)?.time }.first
  }

  /// Who is speaking, in the words of one side.
  public func speaker(_ row: Row, _ side: Side) -> String? { firstSegment(row, side)?.speaker }

  /// The names of a row's speaker in both texts, when it holds nothing but a label on each side.
  public func labels(_ row: Row) -> (source: String, target: String)? {
    func name(_ side: Side) -> String? {
      let held = self[side].indices(startingIn: row[side])
      guard held.count == 1, let first = held.first, self[side].segments[first].kind == .label
      else { return nil }
      return self[side].segments[first].speaker
    }
    guard let source = name(.source), let target = name(.target) else { return nil }
    return (source, target)
  }

  /// Whether nothing of a row is text to translate: every paragraph that it has a part of, on either
  /// side, is about the text or the page. O(log n, and the row's segments).
  public func isNonText(_ row: Row) -> Bool {
    Side.allCases.allSatisfy { side in
      self[side].indices(startingIn: row[side]).allSatisfy { index in
        self[side].document.paragraphs[self[side].segments[index].paragraph].kind.isNonText
      }
    }
  }

  private func firstSegment(_ row: Row, _ side: Side) -> Segment? {
    self[side].indices(startingIn: row[side]).first.map { self[side].segments[$0] }
  }
}
