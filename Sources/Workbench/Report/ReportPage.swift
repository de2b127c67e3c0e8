internal import Bitext
internal import Exchange
internal import Foundation

/// A report as one page that needs nothing beside it, no script either: it opens offline and prints.
/// Every text in it is text, whatever it says.
struct ReportPage {
  private let report: ReviewReport
  private var markup = MarkupText()
  /// More entries of a list than a reader reads.
  private static let most = 200

  /// The page, in UTF-8.
  static func bytes(of report: ReviewReport) -> [UInt8] {
    var page = ReportPage(report)
    page.write()
    return page.markup.take()
  }

  private init(_ report: ReviewReport) { self.report = report }

  private var figures: PairFigures { report.figures }

  private mutating func write() {
    markup.raw(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    markup.text("\(figures.name): translation review")
    markup.raw("</title>\n<style>\(ReportStyle.sheet)</style>\n</head>\n<body>\n")
    head()
    cards()
    ladder()
    tables()
    sections()
    passages()
    terms()
    corrections()
    doubtful()
    markup.raw("<footer>Made with bitext. Probabilities are the aligner’s own; ")
    markup.raw("expected errors are those among rows that nobody has decided")
    if figures.unscored > 0 {
      markup.raw("; of \(figures.unscored) of these nothing can be expected")
    }
    markup.raw(".</footer>\n")
    markup.raw("</body>\n</html>\n")
  }

  // MARK: Head and figures

  private mutating func head() {
    let day = Date(timeIntervalSince1970: Double(report.made)).formatted(
      .iso8601.year().month().day())
    markup.raw("<header><p class=\"kicker\">Translation review · \(day)</p><h1>")
    markup.text(figures.name)
    markup.raw("</h1><p>")
    let files = Side.allCases.compactMap { report.files[$0.rawValue] }.joined(separator: " → ")
    markup.text("\(figures.sourceLanguage) → \(figures.targetLanguage) · \(files)")
    markup.raw("</p>")
    let facts = [
      ("Client", figures.facts.client), ("Field", figures.facts.domain),
      ("Date", figures.facts.date),
      ("Note", figures.facts.note),
    ]
    let known = facts.compactMap { name, value in value.map { "\(name): \($0)" } }
    if !known.isEmpty {
      markup.raw("<p>")
      markup.text(known.joined(separator: " · "))
      markup.raw("</p>")
    }
    markup.raw("</header>\n")
  }

  private mutating func cards() {
    let share = figures.rows == 0 ? 0 : figures.decided * 100 / figures.rows
    let omissions = report.sections.reduce(0) { $0 + $1.omissions.count }
    let additions = report.sections.reduce(0) { $0 + $1.additions.count }
    let cards = [
      ("\(figures.rows)", "rows"), ("\(share) %", "decided by a person"),
      ("\(figures.doubtful)", figures.doubtful == 1 ? "wants a look" : "want a look"),
      (figures.expectedErrors.tenths, "errors expected in the rest"),
      (report.editsPerHundred.tenths, "edits per 100 rows"),
      ("\(omissions)", omissions == 1 ? "omission" : "omissions"),
      ("\(additions)", additions == 1 ? "addition" : "additions"),
    ]
    markup.raw("<ul class=\"cards\">")
    for (value, words) in cards { markup.raw("<li><b>\(value)</b> \(words)</li>") }
    markup.raw("</ul>\n")
  }

  // MARK: Drawings

  private mutating func ladder() {
    markup.raw("<section><h2>How the texts answer each other</h2>")
    markup.raw(
      "<p class=\"lead\">Source above, target below; a ribbon is a row, as wide as its text. ")
    markup.raw("What has no counterpart comes to a point.</p><p class=\"legend\">")
    let seen = Set(report.bands.map(\.kind))
    for kind in Band.Kind.allCases where seen.contains(kind) {
      markup.raw("<span class=\"\(kind.rawValue)\">\(kind.words)</span> ")
    }
    markup.raw("</p>\(RibbonDrawing(report.bands).svg)</section>\n")
    markup.raw("<section><h2>How sure each row is</h2>\(ConfidenceDrawing(report.bands).svg)")
    markup.raw("</section>\n")
  }

  private mutating func tables() {
    markup.raw("<section class=\"two\"><div><h2>Status</h2>")
    bars(figures.statuses)
    markup.raw("</div><div><h2>Shape</h2>")
    bars(figures.shapes)
    markup.raw("</div></section>\n")
  }

  private mutating func bars(_ counts: [String: Int]) {
    markup.raw("<table class=\"bars\">")
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let share = Double(count) * 100 / Double(max(1, figures.rows))
      markup.raw("<tr><th scope=\"row\">\(name.escaped)</th><td class=\"number\">\(count)</td>")
      markup.raw(
        "<td><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      markup.raw("<rect width=\"\(share.tenths)\" height=\"8\"/></svg></td></tr>")
    }
    markup.raw("</table>")
  }

  // MARK: Lists

  private mutating func sections() {
    guard report.sections.count > 1 else { return }
    markup.raw("<section><h2>By section</h2><table><thead><tr><th>Section</th><th>Rows</th>")
    markup.raw(
      "<th>Decided</th><th>Want a look</th><th>Omissions</th><th>Additions</th></tr></thead>")
    for section in report.sections {
      markup.raw("<tr><th scope=\"row\" lang=\"\(figures.sourceLanguage)\">")
      markup.text(section.heading.isEmpty ? "(before the first heading)" : section.heading)
      markup.raw("</th>")
      let numbers = [
        section.rows.count, section.decided, section.doubtful, section.omissions.count,
        section.additions.count,
      ]
      for number in numbers { markup.raw("<td class=\"number\">\(number)</td>") }
      markup.raw("</tr>")
    }
    markup.raw("</table></section>\n")
  }

  private mutating func passages() {
    passages("Left out of the translation", figures.sourceLanguage) { $0.omissions }
    passages("Added by the translation", figures.targetLanguage) { $0.additions }
  }

  private mutating func passages(
    _ title: String, _ language: Language, _ list: (ReportSection) -> [ReportSection.Passage]
  ) {
    let count = report.sections.reduce(0) { $0 + list($1).count }
    guard count > 0 else { return }
    markup.raw("<section><h2>\(title)</h2><table class=\"passages\">")
    var room = Self.most
    for section in report.sections where !list(section).isEmpty && room > 0 {
      if report.sections.count > 1 {
        markup.raw("<tr class=\"section\"><th colspan=\"3\" lang=\"\(figures.sourceLanguage)\">")
        markup.text(section.heading)
        markup.raw("</th></tr>")
      }
      for passage in list(section).prefix(room) {
        markup.raw("<tr><td class=\"number\">\(passage.row)</td><td lang=\"\(language)\">")
        markup.text(passage.text)
        markup.raw("</td><td>\(passage.isDecided ? "decided" : "not reviewed")</td></tr>")
      }
      room -= list(section).count
    }
    markup.raw("</table>")
    rest(count)
    markup.raw("</section>\n")
  }

  private mutating func terms() {
    guard !report.terms.isEmpty else { return }
    markup.raw("<section><h2>Terms</h2><table><thead><tr><th>Term</th><th>Rendered as</th>")
    markup.raw("<th>Not rendered in rows</th></tr></thead>")
    for term in report.terms.prefix(Self.most) {
      markup.raw("<tr><th scope=\"row\" lang=\"\(figures.sourceLanguage)\">")
      markup.text(term.term)
      markup.raw("</th><td lang=\"\(figures.targetLanguage)\">")
      for (index, rendering) in term.renderings.enumerated() {
        if index > 0 { markup.raw("<br>") }
        markup.text(rendering.text)
        markup.raw(" <small>\(rendering.count)×, \(rendering.status.escaped)</small>")
      }
      markup.raw("</td><td>")
      markup.text(term.unrendered.prefix(12).map(String.init).joined(separator: ", "))
      if term.unrendered.count > 12 { markup.raw(" and \(term.unrendered.count - 12) more") }
      markup.raw("</td></tr>")
    }
    markup.raw("</table>")
    rest(report.terms.count)
    markup.raw("</section>\n")
  }

  private mutating func corrections() {
    guard !report.corrections.isEmpty else { return }
    markup.raw("<section><h2>Corrected texts</h2><table>")
    for correction in report.corrections.prefix(Self.most) {
      markup.raw("<tr><td class=\"number\">\(correction.row)</td>")
      markup.raw("<td lang=\"\(figures.targetLanguage)\">")
      difference(correction.original, correction.corrected)
      markup.raw("</td></tr>")
    }
    markup.raw("</table>")
    rest(report.corrections.count)
    markup.raw("</section>\n")
  }

  /// The new text, with what went struck out and what came marked.
  private mutating func difference(_ old: String, _ new: String) {
    let bytes = Array(new.utf8)
    var place = 0
    for change in TextChange.changes(from: old, to: TextWord.words(of: new), end: bytes.count) {
      markup.text(String(decoding: bytes[place..<change.new.lowerBound], as: UTF8.self))
      if !change.old.isEmpty {
        markup.raw("<del>")
        markup.text(change.old)
        markup.raw("</del> ")
      }
      if !change.new.isEmpty {
        markup.raw("<ins>")
        markup.text(String(decoding: bytes[change.new], as: UTF8.self))
        markup.raw("</ins>")
      }
      place = change.new.upperBound
    }
    markup.text(String(decoding: bytes[place...], as: UTF8.self))
  }

  private mutating func doubtful() {
    guard !report.doubtful.isEmpty else { return }
    markup.raw(
      "<section><h2>Rows that want a look</h2><table class=\"texts\"><thead><tr><th>Row</th>")
    markup.raw("<th>Source</th><th>Target</th><th>Why</th></tr></thead>")
    for row in report.doubtful.prefix(Self.most) {
      markup.raw("<tr><td class=\"number\">\(row.row)</td>")
      for (text, language) in [
        (row.source, figures.sourceLanguage), (row.target, figures.targetLanguage),
      ] {
        markup.raw("<td lang=\"\(language)\">")
        markup.text(text.isEmpty ? "∅" : text)
        markup.raw("</td>")
      }
      markup.raw("<td>\(row.shape) \(row.confidence.map(\.hundredths) ?? "")<br>")
      markup.text(row.doubts.map { "\($0.kind.rawValue): \($0.detail)" }.joined(separator: "; "))
      markup.raw("</td></tr>")
    }
    markup.raw("</table>")
    rest(report.doubtful.count)
    markup.raw("</section>\n")
  }

  private mutating func rest(_ count: Int) {
    if count > Self.most { markup.raw("<p>and \(count - Self.most) more</p>") }
  }
}

extension Bench {
  /// Writes a document pair's report as a page.
  /// - Throws: `MemoryError` for an unknown name; `ExchangeError`, after which whatever stood at the
  ///   path stands there still.
  public func writeReport(_ name: String, to path: String) throws {
    try OutputFile.write(ReportPage.bytes(of: report(name)), to: path)
  }
}
