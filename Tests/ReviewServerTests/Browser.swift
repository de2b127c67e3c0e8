// One browser for all tests; each test has pages of its own.
import Foundation
import TestData
import Testing

actor Browser {
  static let shared = Browser()

  private var chromium: Chromium?
  private var users = 0

  /// Opens a page for the time of `body`. The browser ends with its last page.
  func page(
    _ address: String, width: Int = 1280, height: Int = 800, dark: Bool = false,
    _ body: @Sendable (BrowserPage) async throws -> Void
  ) async throws {
    let browser = try chromium ?? Chromium()
    chromium = browser
    users += 1
    let result = await Result.catching {
      let page = try await browser.open(address, width: width, height: height, dark: dark)
      try await body(page)
      _ = try await page.send("Page.close")
    }
    users -= 1
    if users == 0 {
      chromium = nil
      await browser.close()
    }
    try result.get()
  }
}

extension Result where Failure == any Error {
  static func catching(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
