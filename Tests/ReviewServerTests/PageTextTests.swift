// Texts that look like markup, and what a screen reader and a weak eye find.
import Foundation
import TestData
import Testing
import Workbench

@Suite(.serialized, .needsChromium, .timeLimit(.minutes(10))) struct PageTextTests {
  private static let hostile = [
    "<script>window.stolen = 1</script>", "<img src=x onerror=\"window.stolen = 1\">",
    "\"><svg onload=window.stolen=1>", "javascript:window.stolen=1",
    "</textarea><script>stolen=1</script>",
    "${window.stolen=1}", "&lt;b&gt;",
  ]

  @Test func markupShowsAsText() async throws {
    let rows = Self.hostile.map { ("一" + $0, "one " + $0, 0.5) }
    let pair = try TestPair("<b onclick=x>", rows.map { ($0.0, $0.1, $0.2) })
    try await Served.with([pair]) { served in
      let name = "%3Cb%20onclick%3Dx%3E"
      _ = try served.bench("<i>li</i>").perform(
        "comment <script>stolen=1</script>", on: RowSelection("<b onclick=x>:1"))
      try await Browser.shared.page(served.page(of: name)) { page in
        try await page.settle()
        try await page.press("e esc T T / esc")
        #expect(
          try await page.text("document.getElementById('name').textContent") == "<b onclick=x>")
        let shown = try await page.value(
          "[...document.querySelectorAll('.target .words')].map((words) => words.textContent)")
        #expect(shown.items.map(\.text) == rows.map(\.1))
        #expect(
          try await page.text("document.querySelector('.comment').textContent")
            == "<script>stolen=1</script>")
        try await page.wait(
          until: "document.getElementById('aside').textContent.includes('<i>li</i>')")
        #expect(try await page.value("window.stolen === undefined") == true)
        #expect(
          try await page.value(
            "document.querySelectorAll('main script, main img, main svg').length") == 0)
        #expect(try await page.complaints() == [])
      }
      try await Browser.shared.page(served.address) { page in
        try await page.wait(until: "document.querySelector('#pairs a')")
        #expect(
          try await page.text("document.querySelector('#pairs a').textContent") == "<b onclick=x>")
        _ = try await page.value("document.querySelector('#pairs a').click()")
        try await page.wait(until: "document.querySelectorAll('.row').length === 7")
      }
    }
  }

  @Test func theBrowserItselfRefusesMarkupAndForeignFiles() async throws {
    try await Served.with([.press()]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        let refused = try await page.value(
          """
          (async () => {
            const refused = [];
            try { document.body.innerHTML = "<b>x</b>"; } catch { refused.push("innerHTML"); }
            try { await fetch("http://127.0.0.1:1/"); } catch { refused.push("fetch"); }
            return refused;
          })()
          """)
        #expect(refused.items.map(\.text) == ["innerHTML", "fetch"])
      }
    }
  }

  @Test func languagesAreSaid() async throws {
    try await Served.with([.press()]) { served in
      try await Browser.shared.page(served.page(of: "press")) { page in
        try await page.settle()
        #expect(
          try await page.value(
            "[...document.querySelectorAll('.source')].every((c) => c.lang === 'zh-Hans')") == true)
        #expect(
          try await page.value(
            "[...document.querySelectorAll('.target')].every((c) => c.lang === 'en')") == true)
        #expect(
          try await page.text("getComputedStyle(document.querySelector('.source')).fontFamily")
            .contains("CJK SC"))
      }
    }
  }

  @Test(arguments: [(1280, false), (1280, true), (480, false), (480, true)])
  func namesAndContrast(width: Int, dark: Bool) async throws {
    try await Served.with([.press()]) { served in
      try await Browser.shared.page(
        served.page(of: "press"), width: width, height: 800, dark: dark
      ) { page in
        try await page.settle()
        for keys in ["", "e", "esc c", "esc s", "esc Y", "esc F", "esc t", "enter", "esc f f ?"] {
          try await page.press(keys)
          let faults = try await page.value(Self.audit)
          #expect(faults == [], "after \(keys)")
        }
        try await page.picture("press-\(width)-\(dark ? "dark" : "light")")
      }
      try await Browser.shared.page(served.address, width: width, dark: dark) { page in
        try await page.wait(until: "document.querySelector('#pairs a')")
        #expect(try await page.value(Self.audit) == [])
      }
    }
  }

  /// What WCAG 2.2 asks for and can be counted: every control and region has a name (4.1.2), ids are
  /// unique, roles stand in what they need, text has a contrast of 4.5 (1.4.3), and none is smaller
  /// than 16 px.
  private static let audit = """
    (() => {
      const faults = [];
      const seen = (e) => e.checkVisibility({opacityProperty: true, visibilityProperty: true});
      const name = (e) => (e.getAttribute("aria-label") || e.labels?.[0]?.textContent
        || document.getElementById(e.getAttribute("aria-labelledby"))?.textContent
        || e.textContent || e.title || "").trim();
      for (const e of document.querySelectorAll(
        "button, input, textarea, a, nav, aside, dialog, section:not(dialog section), [role=grid],"
        + "[role=toolbar], [role=group], [role=scrollbar], [role=progressbar]")) {
        if (seen(e) && !name(e)) faults.push(`no name: ${e.outerHTML.slice(0, 90)}`);
      }
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
      for (const e of document.querySelectorAll("[role=row]")) {
        if (!e.closest("[role=grid]")) faults.push("row outside a grid");
      }
      const active = document.querySelector("[aria-activedescendant]");
      if (active && !document.getElementById(active.getAttribute("aria-activedescendant"))) {
        faults.push("aria-activedescendant names nothing");
      }
      if (!document.documentElement.lang || !document.title) faults.push("no language or title");
      const parse = (c) => {
        const n = c.match(/[\\d.]+/g).map(Number);
        return c.startsWith("color(srgb") ? [...n.slice(0, 3).map((v) => v * 255), n[3] ?? 1] : [...n.slice(0, 3), n[3] ?? 1];
      };
      const light = ([r, g, b]) => [r, g, b].map((v) => {
        v /= 255;
        return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
      }).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const paper = (e) => {
        for (let at = e; at; at = at.parentElement) {
          const colour = parse(getComputedStyle(at).backgroundColor);
          if (colour[3] === 1) return colour;
        }
        return [255, 255, 255];
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const done = new Set();
      while (walker.nextNode()) {
        const e = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || done.has(e) || !seen(e) || e.closest(".spoken, :disabled, noscript, datalist, script")) continue;
        done.add(e);
        const style = getComputedStyle(e);
        if (parseFloat(style.fontSize) < 16) faults.push(`${style.fontSize}: ${e.textContent.slice(0, 30)}`);
        const [a, b] = [light(parse(style.color)), light(paper(e))].sort((x, y) => y - x);
        const contrast = (a + 0.05) / (b + 0.05);
        if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${e.className} ${e.textContent.slice(0, 30)}`);
      }
      return faults;
    })()
    """
}
