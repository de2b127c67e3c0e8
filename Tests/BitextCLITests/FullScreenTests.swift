// The full-screen review in a real terminal: keys typed, and what a person sees then.
import Foundation
import Testing

@Suite struct FullScreenTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.spring()
  }

  @Test func itShowsBothTextsSideBySide() throws {
    let review = try ScreenReview(at: desk)
    #expect(review.screen.text == "")
  }
}
