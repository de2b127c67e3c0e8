// A book: it opens at once, a key is answered at once, and only the rows in sight are elements.
import Foundation
import TestData
import Testing
import Workbench

@Suite(.serialized, .needsChromium, .timeLimit(.minutes(10))) struct PageLargeTests {
  @Test func tenThousandRowsScroll() async throws {
    try await Served.with([.book("press", rows: 10_000)]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        #expect(
          try await page.value("document.getElementById('rows').ariaRowCount").text == "10000")
        let scrolled = try await page.value(
          """
          (async () => {
            const rows = document.getElementById("rows");
            const frame = () => new Promise(requestAnimationFrame);
            const times = [];
            let most = 0;
            for (let step = 0; step < 120; step += 1) {
              rows.scrollTop = (rows.scrollHeight - rows.clientHeight) * step / 119;
              const before = performance.now();
              await frame();
              times.push(performance.now() - before);
              most = Math.max(most, document.querySelectorAll(".row").length);
            }
            times.sort((a, b) => a - b);
            return [most, times[60], times[113]];
          })()
          """)
        let most = try #require(scrolled.items[0].number)
        #expect(most < 120, "only rows near the window are elements")
        print("scrolling 10,000 rows: median frame \(scrolled.items[1]), 95th \(scrolled.items[2])")
        try await page.settle()
        #expect(
          try await page.text("[...document.querySelectorAll('.row')].at(-1).ariaRowIndex")
            == "10000")
        try await page.press("5 0 0 0 G")
        #expect(try await page.cursor == 5000)
        #expect(
          try await page.text("document.querySelector('.cursor .target .words').textContent")
            .hasPrefix("Sentence 5000"))
        #expect(try await page.isCursorInSight)
        try await page.press("m z n n p")
        #expect(try await page.isCursorInSight)
        #expect(try await page.complaints() == [])
      }
    }
  }

  @Test func rowsStayWherePeopleLookWhileHeightsBecomeKnown() async throws {
    try await Served.with([.book("press", rows: 3000)]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        for row in [2900, 10, 1500] {
          for key in "\(row)G" { try await page.press(key: String(key)) }
          try await page.settle()
          #expect(try await page.cursor == row)
          #expect(try await page.isCursorInSight, "row \(row)")
        }
        try await page.resize(600, 700)
        try await page.settle()
        #expect(try await page.isCursorInSight)
      }
    }
  }

  @Test func theMinimapGoesWhereItIsClicked() async throws {
    try await Served.with([.book("press", rows: 2000)]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        try await page.click("#minimap")
        let cursor = try await page.cursor
        #expect((990...1010).contains(cursor))
        #expect(try await page.isCursorInSight)
        #expect(try await page.value("document.activeElement.id").text == "rows")
      }
    }
  }

  @Test func everyRowIsPrinted() async throws {
    try await Served.with([.book("press", rows: 600)]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        _ = try await page.value(
          "window.print = () => { window.printed = document.querySelectorAll('.row .words').length }"
        )
        try await page.click("#print")
        try await page.wait(until: "window.printed")
        #expect(try await page.value("window.printed") == 1200)
        #expect(try await page.value("document.querySelectorAll('.row').length < 100") == true)
      }
    }
  }
}

extension BrowserPage {
  /// Whether the cursor's row stands wholly in the window of the rows, or fills it.
  var isCursorInSight: Bool {
    get async throws {
      try await value(
        """
        (() => {
          const row = document.querySelector(".row.cursor")?.getBoundingClientRect();
          const rows = document.getElementById("rows").getBoundingClientRect();
          return Boolean(row) && row.top >= rows.top - 1 && (row.bottom <= rows.bottom + 1 || row.height > rows.height);
        })()
        """) == true
    }
  }
}
