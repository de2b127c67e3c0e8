public import Alignment
public import Bitext

/// What the data folder has for aligning texts of two languages.
public struct AligningMeans: Sendable {
  /// The dictionary between them, if there is one.
  public var lexicon: Lexicon?
  /// What makes vectors, if anything does.
  public var encoder: (any SentenceEncoder)?
  /// What is not there and would help.
  public var missing: [any Fault]

  /// These means; none at all if nothing is given.
  public init(
    lexicon: Lexicon? = nil, encoder: (any SentenceEncoder)? = nil, missing: [any Fault] = []
  ) {
    (self.lexicon, self.encoder, self.missing) = (lexicon, encoder, missing)
  }
}

extension DataFolder {
  /// The means for two languages.
  /// - Throws: `EncodingError`, `WorkbenchError` when the encoder that is asked for cannot be had.
  public func means(
    for source: Language, _ target: Language, encoder choice: EncoderChoice
  ) throws -> AligningMeans {
    let (lexicon, noLexicon) = lexicon(for: source, target)
    let (encoder, noEncoder) = try encoder(choice, for: source, target)
    return AligningMeans(
      lexicon: lexicon, encoder: encoder, missing: [noLexicon, noEncoder].compactMap(\.self))
  }
}
