public import Bitext
internal import Foundation

/// An encoder behind any server that answers OpenAI's `POST /v1/embeddings`: llama.cpp, vLLM, TEI
/// and others.
///
/// Texts that are translated are confidential: a host other than this machine is refused unless the
/// caller allows it, and so is a proxy that the environment names; redirects are never followed, and
/// every message about such a host names the flag that allowed it.
public struct HTTPEncoder: SentenceEncoder {
  public let id: String
  public let dimension: Int
  private let server: EmbeddingServer

  /// Texts of one request.
  private static let batch = 64

  /// Asks the server for one vector, to know how many numbers it has.
  /// - Parameters:
  ///   - url: the server, `http://127.0.0.1:8080`, with or without `/v1` and `/embeddings`.
  ///   - model: the model's name, as the server knows it.
  ///   - key: sent as a bearer token.
  ///   - allowRemote: whether texts may leave this machine.
  ///   - timeOut: seconds that one request may take.
  ///   - attempts: how often one request is made before it is given up.
  /// - Throws: `EncodingError` when the host is refused, or does not answer as it should.
  public init(
    url: String, model: String, key: String? = nil, allowRemote: Bool = false,
    timeOut: Double = 60, attempts: Int = 4
  ) throws(EncodingError) {
    server = EmbeddingServer(
      address: try ServerAddress(url, allowRemote: allowRemote), model: model, key: key,
      timeOut: timeOut, attempts: max(1, attempts))
    dimension = try server.vectors(["."], dimension: nil)[0].count
    id = "\(server.address.url.absoluteString) \(model)"
  }

  public func encode(_ texts: [String]) throws -> [Float] {
    var vectors: [Float] = []
    vectors.reserveCapacity(texts.count * dimension)
    for start in stride(from: 0, to: texts.count, by: Self.batch) {
      let batch = Array(texts[start..<min(start + Self.batch, texts.count)])
      for vector in try server.vectors(batch, dimension: dimension) { vectors += vector }
    }
    return vectors
  }
}
