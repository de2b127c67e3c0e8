// Two tabs and another process over one workspace: they stay in step, and nothing is overwritten.
import Foundation
import TestData
import Testing
import Workbench

@Suite(.serialized, .needsChromium, .timeLimit(.minutes(10))) struct PageStepTests {
  /// Two pages of the same document pair.
  private func twoTabs(
    _ body: @escaping @Sendable (BrowserPage, BrowserPage, Served) async throws -> Void
  ) async throws {
    try await Served.with([.press()]) { served in
      let address = served.page(of: "press")
      try await Browser.shared.page(address) { one in
        try await one.settle()
        try await Browser.shared.page(address) { other in
          try await other.settle()
          try await body(one, other, served)
          #expect(try await one.complaints() == [])
          #expect(try await other.complaints() == [])
        }
      }
    }
  }

  @Test func twoTabsStayInStep() async throws {
    try await twoTabs { one, other, served in
      try await one.press("y m c")
      try await one.type("seen")
      try await one.press(key: "ctrl-s")
      try await one.settle()
      try await other.wait(until: "document.querySelectorAll('.row').length === 6")
      try await other.wait(
        until: "document.querySelector('[aria-rowindex=\"2\"]').classList.contains('confirmed')")
      try await other.settle()
      try await other.expectSame(as: served.bench().show(RowSelection("press")).rows)
      #expect(try await other.cursor == 2, "the cursor stays with its row")
      try await other.press("z z z")
      try await one.wait(until: "document.querySelectorAll('.row').length === 7")
      try await one.settle()
      try await one.expectSame(as: served.bench().show(RowSelection("press")).rows)
    }
  }

  @Test func anotherProcessIsSeen() async throws {
    try await twoTabs { one, other, served in
      let bench = try served.bench()
      _ = try bench.perform("merge-down", on: RowSelection("press:5"))
      for page in [one, other] {
        try await page.wait(until: "document.querySelectorAll('.row').length === 6")
        try await page.settle()
        try await page.expectSame(as: bench.show(RowSelection("press")).rows)
      }
    }
  }

  @Test func aCorrectionOverAnotherIsRefusedAndBothAreShown() async throws {
    try await twoTabs { one, other, served in
      try await one.press("e")
      try await other.press("e")
      for (page, words) in [(other, "Two is hot."), (one, "Two is wet.")] {
        _ = try await page.value("document.querySelector('textarea').select()")
        try await page.type(words)
        try await page.press(key: "ctrl-s")
        try await page.settle()
      }
      let row = { try served.bench().show(RowSelection("press:2")).rows[0].target }
      #expect(try row() == "Two is hot.")
      #expect(try await one.text("document.querySelector('textarea').value") == "Two is wet.")
      let theirs = try await one.text("document.querySelector('.theirs').textContent")
      #expect(theirs.contains("Two is hot.") && theirs.contains("Nothing was stored"))
      try await one.press(key: "ctrl-s")
      try await one.settle()
      #expect(try row() == "Two is wet.")
    }
  }

  /// The server alone, so that the second tab cannot have been told.
  @Test func aKeyOnARowThatIsAnotherByNowIsRefused() async throws {
    try await Served.with([.press()]) { served in
      let tab = try await served.post("api/open/press", [:])["tab"].text
      _ = try served.bench().perform("edit Two is hot.", on: RowSelection("press:2"))
      let picture = try await served.post("api/tab/\(tab)/act", ["key": ["name": "f"]])
      #expect(picture["conflict"]["theirs"]["target"].text == "Two is hot.")
      #expect(picture["conflict"]["by"]["author"].text == "wang")
      #expect(picture["fault"]["problem"].text.contains("nothing was stored"))
      #expect(try served.bench().show(RowSelection("press:2")).rows[0].doubts.isEmpty)
      let again = try await served.post("api/tab/\(tab)/act", ["key": ["name": "f"]])
      #expect(again["conflict"] == .null)
      #expect(
        try served.bench().show(RowSelection("press:2")).rows[0].doubts.map(\.kind) == [.flag])
    }
  }

  @Test func changesElsewhereAreNoConflict() async throws {
    try await Served.with([.press()]) { served in
      let opening = try await served.post("api/open/press", [:])
      let tab = opening["tab"].text
      _ = try served.bench().perform("merge-down", on: RowSelection("press:5"))
      let picture = try await served.post("api/tab/\(tab)/act", ["key": ["name": "y"]])
      #expect(picture["conflict"] == .null && picture["fault"] == .null)
      #expect(picture["tally"]["rows"] == 6)
      let rows = try await served.post("api/tab/\(tab)/rows", ["rows": [1, 4, 5]])
      #expect(
        rows.items.map { $0["row"]["status"].text } == ["confirmed", "unreviewed", "unreviewed"])
      #expect(rows.items.map { $0["row"]["shape"].text } == ["1-1", "2-2", "1-1"])
    }
  }

  @Test func aDocumentPairThatIsGoneIsTold() async throws {
    try await Served.with([.press()]) { served in
      let tab = try await served.post("api/open/press", [:])["tab"].text
      try served.bench().remove(["press"])
      let answer = try await served.ask(
        "api/tab/\(tab)/act", method: "POST", body: Data("{\"look\":{}}".utf8),
        headers: Served.own(served.address))
      #expect(answer.status == 409)
      #expect(
        String(decoding: answer.body, as: UTF8.self).contains("no document pair of this name"))
    }
  }
}
