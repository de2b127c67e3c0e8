/// The shape of USE-multilingual v3: a table of pieces, three layers of n-grams over it, twice, the
/// mean over the text, and a feed-forward head (Yang et al. 2019, "Multilingual Universal Sentence
/// Encoder for Semantic Retrieval"; the shape is read off the published weights).
enum Network {
  /// Pieces of the vocabulary, and rows of the table, which is somewhat longer.
  static let pieces = 128_000
  static let rows = 128_010
  /// The table is quantised in as many parts, row r in part r mod 17.
  static let chunks = 17
  /// Numbers of a table row and of a text's vector.
  static let width = 512
  /// Numbers of one n-gram layer, of the three side by side, and of those beside the table row.
  static let orderWidth = 256
  static let ordersWidth = 768
  static let featureWidth = 1280
  /// Numbers of the head's narrow layers.
  static let innerWidth = 320
  /// The three n-gram layers.
  static let orders = [
    Order(index: 0, length: 2, left: 0), Order(index: 1, length: 3, left: 1),
    Order(index: 2, length: 5, left: 2),
  ]
  /// How far one n-gram layer sees to each side; two stand on each other.
  static let reach = 2

  /// An n-gram layer: each place sees `length` places, `left` of them before it.
  struct Order {
    let index: Int
    let length: Int
    let left: Int
    /// Where its numbers begin among those of the three.
    var offset: Int { index * Network.orderWidth }
  }

  /// Multiply-adds for a distinct piece, for a place in a text, and for a text.
  static let multiplyAddsOfPiece = width * ordersWidth + 10 * orderWidth * orderWidth
  static let multiplyAddsOfPlace = 10 * orderWidth * orderWidth
  static let multiplyAddsOfText =
    featureWidth * width + 4 * width * innerWidth + innerWidth * innerWidth + width * width

  /// Pieces that are no text.
  static let unknown: Int32 = 0
  static let begin: Int32 = 1
  static let end: Int32 = 2
}
