extension Unit {
  /// The segments that a unit's texts were joined from, for formats that count segments: ladders,
  /// links between two texts.
  public struct Segments: Hashable, Sendable, Codable {
    /// A segment with the paragraph that it stands in, counted from 1.
    public struct Segment: Hashable, Sendable, Codable {
      /// Its words.
      public var text: String
      /// Its paragraph in its text.
      public var paragraph: Int

      /// A segment of a paragraph.
      public init(_ text: String, paragraph: Int) {
        self.text = text
        self.paragraph = paragraph
      }
    }

    /// Of the source text, in order.
    public var source: [Segment]
    /// Of the target text, in order.
    public var target: [Segment]

    /// The segments of both sides.
    public init(source: [Segment], target: [Segment]) {
      self.source = source
      self.target = target
    }
  }
}
