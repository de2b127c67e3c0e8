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
    let review = try ScreenReview(at: desk, rows: 14)
    var out = ""
    for keys in [
      "j", "J", "z", "s", "tab", "; enter", "z", "m", "o", "e", "esc", "c", "h i enter", "f", "F f",
      "F a", "x", "R", "esc", "Y", "esc", "? esc", "3 G",
    ] {
      try review.press(keys)
      out += "=== \(keys)\n\(review.screen.text)\n"
    }
    let end = try review.quit()
    out += "\(end)"
    try out.write(toFile: "/tmp/screen-data/dump.txt", atomically: true, encoding: .utf8)
  }
}
