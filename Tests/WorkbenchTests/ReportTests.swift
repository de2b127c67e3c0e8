// The report: what stands in it, that nothing in it runs, and that a browser shows and prints it.
import Bitext
import Foundation
import TestData
import Testing

@testable import Workbench

@Suite struct ReportTests {
  let folder: Folder
  let bench: Bench

  init() throws {
    folder = try Folder()
    bench = try folder.bench(author: "ann")
    _ = try bench.align(
      folder.numberedTexts(count: 40), as: "book <i>1</i>", facts: PairFacts(client: "A & B"),
      replacing: false, lexicon: nil)
  }

  private static let harm = "<script>alert('x')</script><img src=x onerror=alert(1)>"

  private func page() throws -> String {
    let path = folder.path + "/report.html"
    try bench.writeReport("book <i>1</i>", to: path)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private func act(_ action: String, _ row: Int) throws {
    _ = try bench.perform(action, on: RowSelection("book <i>1</i>:\(row)"))
  }

  @Test func whatPeopleDid() throws {
    for row in 1...4 { try act("confirm", row) }
    try act("edit Corrected.", 2)
    try act("merge-down", 6)
    try act("omitted", 10)
    _ = try bench.undo(.document("book <i>1</i>"))
    try act("omitted", 12)
    let report = try bench.report("book <i>1</i>")
    #expect(report.figures.decided == 5)
    #expect(report.borders == 1)
    #expect(report.corrections.map(\.row) == [2])
    #expect(report.editsPerHundred == 2 * 100 / Double(report.figures.rows))
    #expect(report.sections.count == 1)
    #expect(report.sections[0].omissions.filter(\.isDecided).map(\.row) == [12])
    #expect(report.bands.count == report.figures.rows)
    #expect(report.bands[0].kind == .decided)
  }

  @Test func everyTextIsText() throws {
    try act("edit \(Self.harm)", 3)
    try act("comment \(Self.harm)", 3)
    try act("doubt", 3)
    let page = try page()
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<i>1"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("<h1>book &lt;i&gt;1&lt;/i&gt;</h1>"))
    #expect(page.contains("Client: A &amp; B"))
    for reference in ["src=", "href=", "url(", "@import", "http://", "https://"] {
      #expect(!page.replacing("src=x onerror", with: "").contains(reference), "\(reference)")
    }
  }

  @Test func sameBytes() throws { #expect(try page() == page()) }

  @Test(.needsChromium) func aBrowserShowsAndPrintsIt() throws {
    try act("edit \(Self.harm)", 3)
    _ = try page()
    let pdf = folder.path + "/report.pdf"
    let chromium = try #require(TestData.chromium)
    func browse(_ option: String) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: chromium)
      process.arguments = [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
        option, "file://\(folder.path)/report.html",
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return output
    }
    let document = try browse("--dump-dom")
    #expect(document.contains("class=\"ladder\""))
    #expect(!document.contains("<script>"))
    _ = try browse("--print-to-pdf=\(pdf)")
    #expect(try Data(contentsOf: URL(filePath: pdf)).count > 10_000)
  }
}
