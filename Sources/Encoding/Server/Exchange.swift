internal import Dispatch
internal import Foundation
internal import FoundationNetworking
internal import Synchronization

/// One request and what came of it. Redirects are not followed, since they may lead to another
/// machine.
final class Exchange: NSObject, URLSessionDataDelegate {
  /// What came of a request.
  enum Outcome: Sendable {
    case answer(status: Int, body: Data)
    case failure(String)

    /// What is wrong with it, for a person.
    var problem: String {
      switch self {
      case .answer(let status, _): "the server failed with status \(status)"
      case .failure(let problem): problem
      }
    }
  }

  private struct State {
    var status = 0
    var body = Data()
    var failure: String?
  }

  private let state = Mutex(State())
  private let end = DispatchSemaphore(value: 0)

  /// Sends a request and waits for the outcome, no longer than so many seconds.
  static func post(_ request: URLRequest, timeOut: Double) -> Outcome {
    let exchange = Exchange()
    let session = URLSession(configuration: .ephemeral, delegate: exchange, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: request).resume()
    guard exchange.end.wait(timeout: .now() + timeOut) == .success else {
      return .failure("the server did not answer within \(timeOut) seconds")
    }
    return exchange.state.withLock { state in
      state.failure.map { .failure($0) } ?? .answer(status: state.status, body: state.body)
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    state.withLock { $0.body += data }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
    state.withLock { state in
      state.status = status
      state.failure = error.map { "the connection failed: \($0.localizedDescription)" }
    }
    end.signal()
  }
}
