public import Foundation

/// Everything learned from gold: the weights of each round and the decoding price.
public struct Model: Sendable, Hashable {
  /// Weights before the document has taught anything.
  var first: Weights
  /// Weights once table, length ratio and shares come from the document itself.
  var final: Weights
  /// How many times the table is estimated from the document.
  var rounds = 3
  /// What a bead must bring to be worth making, in `Lattice.expectedBest`.
  var price: Float = 0.5
  /// The same for a null bead.
  var nullPrice: Float = 0.4
  /// What tells moved pairs from chance.
  var moved = MovedWeights.never

  init(
    first: Weights, final: Weights, rounds: Int = 3, price: Float = 0.5, nullPrice: Float = 0.4,
    moved: MovedWeights = .never
  ) {
    self.first = first
    self.final = final
    self.rounds = rounds
    self.price = price
    self.nullPrice = nullPrice
    self.moved = moved
  }

  /// The model in the package for what evidence there is: each learned from the same hand-aligned
  /// texts, aligned with that evidence alone. Without a dictionary, say, length and form weigh more.
  /// The files say from which texts.
  public static func packaged(lexicon: Bool, vectors: Bool) -> Model {
    switch (lexicon, vectors) {
    case (true, false): withLexicon
    case (false, false): withNeither
    case (true, true): withBoth
    case (false, true): withVectors
    }
  }

  private static let withLexicon = packaged(PackageResources.weights_json)
  private static let withNeither = packaged(PackageResources.weights_without_lexicon_json)
  private static let withBoth = packaged(PackageResources.weights_encoder_json)
  private static let withVectors = packaged(PackageResources.weights_encoder_without_lexicon_json)

  private static func packaged(_ json: [UInt8]) -> Model {
    guard let model = Model(json: Data(json)) else {
      preconditionFailure("the weights do not hold the features of this version")
    }
    return model
  }

  // MARK: The file

  private struct File: Codable {
    var version = 2
    var made: String
    var rounds: Int
    var price: Float
    var nullPrice: Float
    var first: [String: Float]
    var final: [String: Float]
    var moved: [String: Double]
  }

  /// Reads a model file; `nil` when it is of another version or lacks a feature.
  public init?(json: Data) {
    guard let file = try? JSONDecoder().decode(File.self, from: json), file.version == 2,
      let first = Weights(named: file.first), let final = Weights(named: file.final),
      let moved = MovedWeights(named: file.moved)
    else { return nil }
    self.init(
      first: first, final: final, rounds: file.rounds, price: file.price,
      nullPrice: file.nullPrice, moved: moved)
  }

  /// The model as a file, with a note on how it was made.
  public func json(made: String) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      File(
        made: made, rounds: rounds, price: price, nullPrice: nullPrice, first: first.named,
        final: final.named, moved: moved.named))
  }
}

extension Weights {
  /// The weights by the names of their features, to four digits.
  var named: [String: Float] {
    Dictionary(
      uniqueKeysWithValues: Feature.allCases.map {
        (String(describing: $0), (self[$0] * 10_000).rounded() / 10_000)
      })
  }

  /// `nil` when a feature is missing or unknown.
  init?(named values: [String: Float]) {
    guard values.count == Feature.count else { return nil }
    self.init()
    for feature in Feature.allCases {
      guard let value = values[String(describing: feature)] else { return nil }
      self.values[feature.rawValue] = value
    }
  }
}
