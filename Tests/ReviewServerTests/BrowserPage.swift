// One page of the browser: keys and the mouse as a person uses them, and what is to be seen.
import Foundation
import Testing

struct BrowserPage: Sendable {
  let browser: Chromium
  let session: String

  func send(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
    try await browser.send(method, parameters, session: session)
  }

  func resize(_ width: Int, _ height: Int) async throws {
    _ = try await send(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": false,
      ])
  }

  /// What an expression of JavaScript gives, as JSON.
  func value(_ expression: String) async throws -> JSON {
    let result = try await send(
      "Runtime.evaluate",
      ["expression": .string(expression), "awaitPromise": true, "returnByValue": true])
    if case .object = result["exceptionDetails"] {
      let thrown = result["exceptionDetails"]["exception"]["description"].text
      throw BrowserFault(words: "\(expression): \(thrown)")
    }
    return result["result"]["value"]
  }

  func text(_ expression: String) async throws -> String { try await value(expression).text }

  /// Waits until an expression is true: as long as a busy machine may take.
  func wait(
    until expression: String, _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while try await value("Boolean(\(expression))") != true {
      guard ContinuousClock.now < end else {
        Issue.record("never came true: \(expression)", sourceLocation: location)
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until the page has been shown all that it asked for.
  func settle(_ location: SourceLocation = #_sourceLocation) async throws {
    try await wait(until: "document.body?.classList.contains('ready')", location)
    try await wait(
      until: "!document.querySelector('.row.absent') && document.body.dataset.awaits === '0'",
      location)
  }

  /// Presses keys: characters by themselves, others by the names of the settings.
  func press(_ keys: String, _ location: SourceLocation = #_sourceLocation) async throws {
    for key in keys.split(separator: " ") { try await press(key: String(key)) }
    try await settle(location)
  }

  /// Presses one key.
  func press(key: String) async throws {
    let parts = key.count > 1 ? key.split(separator: "-").map(String.init) : [key]
    let (name, code, types) = Self.keys[parts.last ?? key] ?? (parts.last ?? key, 0, true)
    let held = ["alt": 1.0, "ctrl": 2, "shift": 8]
    let modifiers = parts.dropLast().reduce(0) { $0 + (held[$1] ?? 0) }
    var event: [String: JSON] = [
      "type": "keyDown", "key": .string(name), "windowsVirtualKeyCode": .number(Double(code)),
      "modifiers": .number(modifiers),
    ]
    if types, modifiers == 0 { event["text"] = .string(name == "Enter" ? "\r" : name) }
    _ = try await send("Input.dispatchKeyEvent", .object(event))
    event["type"] = "keyUp"
    event["text"] = nil
    _ = try await send("Input.dispatchKeyEvent", .object(event))
  }

  private static let keys: [String: (String, Int, Bool)] = [
    "enter": ("Enter", 13, true), "esc": ("Escape", 27, false), "space": (" ", 32, true),
    "tab": ("Tab", 9, false), "down": ("ArrowDown", 40, false), "up": ("ArrowUp", 38, false),
    "left": ("ArrowLeft", 37, false), "right": ("ArrowRight", 39, false),
    "home": ("Home", 36, false), "end": ("End", 35, false), "pagedown": ("PageDown", 34, false),
    "pageup": ("PageUp", 33, false), "s": ("s", 83, true),
  ]

  /// Types words into the field that has the focus, as an input method does.
  func type(_ words: String) async throws {
    _ = try await send("Input.insertText", ["text": .string(words)])
  }

  /// The middle of the first element that a selector names.
  func place(_ selector: String) async throws -> (x: Double, y: Double) {
    let box = try await value(
      "(() => { const b = document.querySelector(\(quoted(selector))).getBoundingClientRect();"
        + " return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    return (try #require(box.items.first?.number), try #require(box.items.last?.number))
  }

  /// Moves the mouse, presses or releases it.
  func mouse(_ type: String, _ place: (x: Double, y: Double)) async throws {
    let isMove = type == "mouseMoved"
    _ = try await send(
      "Input.dispatchMouseEvent",
      [
        "type": .string(type), "x": .number(place.x), "y": .number(place.y),
        "button": isMove ? "none" : "left", "buttons": type == "mouseReleased" ? 0 : 1,
        "clickCount": isMove ? 0 : 1,
      ])
  }

  func click(_ selector: String) async throws {
    let place = try await place(selector)
    for step in ["mouseMoved", "mousePressed", "mouseReleased"] { try await mouse(step, place) }
    try await settle()
  }

  /// Faults and warnings that the page wrote to the console since the last time.
  func complaints() async throws -> [String] {
    _ = try await value("0")
    return browser.events(session).compactMap { event in
      switch event["method"].text {
      case "Runtime.exceptionThrown":
        event["params"]["exceptionDetails"]["exception"]["description"].text
      case "Runtime.consoleAPICalled": "console.\(event["params"]["type"].text)"
      case "Log.entryAdded":
        ["error", "warning"].contains(event["params"]["entry"]["level"].text)
          ? event["params"]["entry"]["text"].text : nil
      default: nil
      }
    }
  }

  /// A picture of the page, for people: kept where `BITEXT_PICTURES` names a folder.
  func picture(_ name: String) async throws {
    guard let folder = ProcessInfo.processInfo.environment["BITEXT_PICTURES"] else { return }
    let data = try await send("Page.captureScreenshot", ["format": "png"])["data"].text
    try Data(base64Encoded: data)?.write(to: URL(filePath: "\(folder)/\(name).png"))
  }

  private func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }
}
