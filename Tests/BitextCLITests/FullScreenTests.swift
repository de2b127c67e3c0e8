// The full-screen review in a real terminal: keys typed, and what a person sees then.
import Foundation
import Testing

@Suite struct FullScreenTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.spring()
  }

  @Test func dump() throws {
    var out = ""
    let review = try ScreenReview(at: desk, rows: 14)
    for keys in ["j J", "y", "m s ;", "enter", "2 z", "o", "X", "j e"] {
      try review.press(keys)
      out += "=== \(keys)\n\(review.screen.text)\n"
    }
    try review.press("esc")
    _ = try review.quit()
    for (columns, rows) in [(60, 20), (120, 40), (80, 24)] {
      let review = try ScreenReview(at: desk, columns: columns, rows: rows)
      try review.press("j")
      out += "=== \(columns)\n\(review.screen.text)\n"
      try review.press("?")
      out += "=== \(columns)\n\(review.screen.text)\n"
      try review.press("q")
      _ = try review.quit()
    }
    try out.write(toFile: "/tmp/screen-data/dump.txt", atomically: true, encoding: .utf8)
  }
}
