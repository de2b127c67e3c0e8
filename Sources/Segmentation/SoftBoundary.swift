/// A place inside a segment where it could be cut, though its language does not end a sentence
/// there: translators often do.
public struct SoftBoundary: Hashable, Sendable, Codable {
  /// What makes it a boundary.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// `；`
    case semicolon
    /// `：`
    case colon
    /// An item of an enumeration begins: `二是`, `第二，`, `（二）`, `②`, `second,`.
    case enumeration
    /// `……` that ends no sentence.
    case ellipsis
    /// `——` that ends no sentence.
    case dash
    /// A sentence ends in a quotation, and the one around it goes on: `“好。”他说。`
    case quotation
    /// A sentence ends inside brackets: `（他走了。真的）`.
    case brackets
    /// A sentence ends, and the segment holds more: it is a paragraph or a line.
    case sentence
  }

  /// Where the part after it begins, in bytes of the document's text. White space before it belongs
  /// to neither part.
  public var offset: Int
  /// Why it is one.
  public var reason: Reason

  /// A boundary before the byte at `offset`.
  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }
}
