/// What becomes one segment of a text.
public enum SegmentUnit: String, Hashable, Sendable, Codable, CaseIterable {
  /// A paragraph.
  case paragraph
  /// A sentence.
  case sentence
  /// A line of the file, which is segmented already; in a format without lines, a paragraph.
  case line
  /// A part of a sentence between soft boundaries.
  case clause
}
