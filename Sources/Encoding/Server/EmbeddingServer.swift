internal import Foundation
internal import FoundationNetworking

/// Requests for vectors, made again a few times when the server is at fault.
struct EmbeddingServer: Sendable {
  let address: ServerAddress
  let model: String
  let key: String?
  let timeOut: Double
  let attempts: Int

  /// Seconds before the second attempt; twice as many before each later one.
  private static let firstPause = 0.25

  /// The texts' vectors, each of length 1.
  /// - Parameter dimension: how many numbers each must have; `nil` if it is not known yet.
  func vectors(_ texts: [String], dimension: Int?) throws(EncodingError) -> [[Float]] {
    let request = request(try body(texts))
    var (pause, problem) = (Self.firstPause, "")
    for attempt in 1...attempts {
      if attempt > 1 {
        Thread.sleep(forTimeInterval: pause)
        pause *= 2
      }
      let outcome = Exchange.post(request, timeOut: timeOut)
      switch outcome {
      case .answer(200, let reply): return try vectors(in: reply, texts.count, dimension)
      case .answer(let status, _) where status != 429 && status < 500:
        throw fault("the server refused the request with status \(status)")
      default: problem = outcome.problem
      }
    }
    throw fault("\(problem); asked \(attempts) times", fix: "see that the server runs")
  }

  // MARK: Request

  private struct Question: Encodable {
    var model: String
    var input: [String]
    var format = "float"

    enum CodingKeys: String, CodingKey {
      case model, input
      case format = "encoding_format"
    }
  }

  private func body(_ texts: [String]) throws(EncodingError) -> Data {
    do { return try JSONEncoder().encode(Question(model: model, input: texts)) } catch {
      throw fault("the texts cannot be written as JSON")
    }
  }

  private func request(_ body: Data) -> URLRequest {
    var request = URLRequest(url: address.url, timeoutInterval: timeOut)
    request.httpMethod = "POST"
    request.httpBody = body
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    return request
  }

  // MARK: Answer

  private struct Answer: Decodable {
    struct Item: Decodable {
      var index: Int
      var embedding: [Double]
    }
    var data: [Item]
  }

  private func vectors(
    in reply: Data, _ count: Int, _ dimension: Int?
  ) throws(EncodingError) -> [[Float]] {
    guard let items = try? JSONDecoder().decode(Answer.self, from: reply).data else {
      throw fault("the answer is not that of /v1/embeddings")
    }
    let sorted = items.sorted { $0.index < $1.index }
    guard sorted.map(\.index) == Array(0..<count) else {
      throw fault("the answer has \(items.count) vectors for \(count) texts, or numbers them wrong")
    }
    let dimension = dimension ?? sorted.first?.embedding.count ?? 0
    return try sorted.map { item throws(EncodingError) in
      guard item.embedding.count == dimension, dimension > 0 else {
        throw fault("a vector has \(item.embedding.count) numbers, not \(dimension)")
      }
      let length = item.embedding.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length.isFinite, length > 0 else { throw fault("a vector has no direction") }
      return item.embedding.map { Float($0 / length) }
    }
  }

  private func fault(_ problem: String, fix: String? = nil) -> EncodingError {
    EncodingError(
      address.place, problem, fix: fix ?? "see that it serves the model '\(model)' for embeddings")
  }
}
