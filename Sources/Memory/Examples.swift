/// A row or an imported unit that holds a phrase.
public struct Example: Hashable, Sendable, Codable {
  /// The source text.
  public var source: String
  /// The target text.
  public var target: String
  /// The document pair or memory it stands in.
  public var document: String
  /// Its place there, counted from 1.
  public var number: Int

  /// A row or unit with its place.
  public init(source: String, target: String, document: String, number: Int) {
    self.source = source
    self.target = target
    self.document = document
    self.number = number
  }
}
