public import Bitext
internal import Encoding

/// What makes the vectors for the aligner.
public enum EncoderChoice: Hashable, Sendable {
  /// The embedded encoder, where it is installed and knows both languages.
  case ifInstalled
  /// Nothing: texts are aligned without vectors.
  case none
  /// The embedded encoder.
  case embedded
  /// A server of OpenAI's `/v1/embeddings`; a host that is not this machine must be allowed.
  case server(url: String, model: String, key: String?, allowRemote: Bool)
  /// A file of vectors, and the file of their texts.
  case file(vectors: String, texts: String)
}

extension DataFolder {
  /// The encoder that is meant; if it is left open and there is none, why.
  /// - Throws: `EncodingError`, `WorkbenchError` when the encoder that is asked for cannot be had.
  public func encoder(
    _ choice: EncoderChoice, for source: Language, _ target: Language
  ) throws -> ((any SentenceEncoder)?, (any Fault)?) {
    switch choice {
    case .none: return (nil, nil)
    case .ifInstalled:
      let isKnown = EmbeddedEncoder.languages.isSuperset(of: [source.code, target.code])
      return isKnown ? encoder() : (nil, nil)
    case .embedded:
      guard isThere(encoderPath) else {
        throw WorkbenchError.noEncoder(encoderPath, kind: .badInput)
      }
      return (try EmbeddedEncoder(path: encoderPath), nil)
    case .server(let url, let model, let key, let allowRemote):
      return (
        try HTTPEncoder(url: url, model: model, key: key, allowRemote: allowRemote), nil
      )
    case .file(let vectors, let texts):
      return (try VectorFile(vectors: vectors, texts: texts), nil)
    }
  }
}
