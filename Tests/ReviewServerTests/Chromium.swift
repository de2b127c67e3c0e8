// Debian's Chromium without a window, driven through the DevTools protocol over a pipe: messages are
// JSON, each with a zero byte after it, on descriptors 3 and 4.
import Foundation
import Synchronization
import TestData
import Testing

/// A running browser.
final class Chromium: Sendable {
  private let process: Process
  private let wire: Wire
  private let profile: String

  init() throws {
    profile = FileManager.default.temporaryDirectory.path + "/bitext-chromium-" + UUID().uuidString
    process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    let options = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-dev-shm-usage", "--disable-background-networking", "--lang=en",
      "--user-data-dir=\(profile)", "--remote-debugging-pipe",
    ]
    let program = try #require(TestData.chromium)
    process.arguments =
      ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null", program] + options
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    wire = Wire(to: input.fileHandleForWriting, from: output.fileHandleForReading)
    wire.start()
  }

  /// Ends the browser.
  func close() async {
    _ = try? await send("Browser.close")
    await withCheckedContinuation { done in
      Thread.detachNewThread { [process] in
        process.waitUntilExit()
        done.resume()
      }
    }
    try? FileManager.default.removeItem(atPath: profile)
  }

  /// Sends a command and gives its result.
  func send(
    _ method: String, _ parameters: JSON = [:], session: String? = nil
  ) async throws -> JSON {
    try await wire.ask(method, parameters, session)
  }

  /// The messages about a page that came by themselves since they were asked for last.
  func events(_ session: String) -> [JSON] { wire.takeEvents(session) }

  /// Opens a page in a window of its own, so that it is in sight and has the focus.
  func open(
    _ address: String, width: Int = 1280, height: Int = 800, dark: Bool = false
  ) async throws -> BrowserPage {
    let target = try await send("Target.createTarget", ["url": "about:blank", "newWindow": true])
    let attached = try await send(
      "Target.attachToTarget", ["targetId": target["targetId"], "flatten": true])
    let page = BrowserPage(browser: self, session: attached["sessionId"].text)
    for domain in ["Page", "Runtime", "Log"] { _ = try await page.send("\(domain).enable") }
    _ = try await page.send("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try await page.resize(width, height)
    if dark {
      _ = try await page.send(
        "Emulation.setEmulatedMedia",
        ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
    }
    _ = try await page.send("Page.navigate", ["url": .string(address)])
    return page
  }
}

/// The pipe: a thread of its own reads it and hands each answer to who asked.
private final class Wire: Sendable {
  private struct State {
    var last = 0
    var asked: [Int: CheckedContinuation<JSON, any Error>] = [:]
    var events: [JSON] = []
  }

  private let output: FileHandle
  private let input: FileHandle
  private let state = Mutex(State())

  init(to output: FileHandle, from input: FileHandle) {
    (self.output, self.input) = (output, input)
  }

  func start() { Thread.detachNewThread { [self] in read() } }

  func ask(_ method: String, _ parameters: JSON, _ session: String?) async throws -> JSON {
    let answer = try await withCheckedThrowingContinuation { done in
      let written = Result {
        try state.withLock { state in
          state.last += 1
          var message: [String: JSON] = [
            "id": .number(Double(state.last)), "method": .string(method), "params": parameters,
          ]
          if let session { message["sessionId"] = .string(session) }
          try output.write(contentsOf: JSONEncoder().encode(JSON.object(message)) + [0])
          state.asked[state.last] = done
        }
      }
      if case .failure(let fault) = written { done.resume(throwing: fault) }
    }
    if case .object(let fault) = answer["error"] {
      throw BrowserFault(words: "\(method): \(fault["message"]?.text ?? "failed")")
    }
    return answer["result"]
  }

  func takeEvents(_ session: String) -> [JSON] {
    state.withLock { state in
      defer { state.events.removeAll { $0["sessionId"].text == session } }
      return state.events.filter { $0["sessionId"].text == session }
    }
  }

  private func read() {
    var waiting = Data()
    while true {
      let more = input.availableData
      guard !more.isEmpty else { break }
      waiting += more
      while let end = waiting.firstIndex(of: 0) {
        let message = try? JSONDecoder().decode(JSON.self, from: Data(waiting[..<end]))
        waiting = Data(waiting[(end + 1)...])
        if let message { take(message) }
      }
    }
    let asked = state.withLock { state in
      defer { state.asked = [:] }
      return state.asked
    }
    for done in asked.values { done.resume(throwing: BrowserFault(words: "the browser has ended")) }
  }

  private func take(_ message: JSON) {
    let done = state.withLock { state -> CheckedContinuation<JSON, any Error>? in
      if let id = message["id"].number { return state.asked.removeValue(forKey: Int(id)) }
      state.events.append(message)
      return nil
    }
    done?.resume(returning: message)
  }
}

struct BrowserFault: Error, CustomStringConvertible {
  var words: String
  var description: String { words }
}

/// Any JSON.
enum JSON: Codable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  subscript(name: String) -> JSON {
    if case .object(let object) = self { object[name] ?? .null } else { .null }
  }

  var text: String { if case .string(let text) = self { text } else { "" } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
