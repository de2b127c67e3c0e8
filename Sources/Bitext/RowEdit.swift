/// One change to a document pair, whole: what stood there and what stands there now. It is its
/// own inverse when read backwards, so every event can be undone.
public struct RowEdit: Hashable, Sendable, Codable {
  /// Things taken away and things put in their place.
  public struct Exchange<Item: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    /// What stood there, in order.
    public var before: [Item]
    /// What stands there now, in order.
    public var after: [Item]

    /// `after` in the place of `before`.
    public init(before: [Item] = [], after: [Item] = []) {
      self.before = before
      self.after = after
    }

    /// The same change backwards.
    public var inverse: Exchange { Exchange(before: after, after: before) }
  }

  /// The rows that changed.
  public var rows: Exchange<Row>
  /// The source segments that were cut or joined.
  public var source: Exchange<Segment>
  /// The target segments that were cut or joined.
  public var target: Exchange<Segment>

  /// A change of rows, and of segments if some were cut or joined.
  public init(
    rows: Exchange<Row>, source: Exchange<Segment> = Exchange(),
    target: Exchange<Segment> = Exchange()
  ) {
    self.rows = rows
    self.source = source
    self.target = target
  }

  /// The change that takes this one back.
  public var inverse: RowEdit {
    RowEdit(rows: rows.inverse, source: source.inverse, target: target.inverse)
  }
}
