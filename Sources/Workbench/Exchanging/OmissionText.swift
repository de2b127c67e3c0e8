internal import Bitext
internal import Exchange

/// The report of omissions as a text, or as a page to print.
extension Omissions {
  /// Writes the report: a page when the path ends in `.html`, else a text; `-` is standard output.
  /// - Throws: `ExchangeError`, after which whatever stood there stands there still.
  public func write(to path: String) throws {
    let isPage = path.hasSuffix(".html") || path.hasSuffix(".htm")
    try OutputFile.write(Array((isPage ? page : text).utf8), to: path)
  }

  /// Lines for people.
  public var text: String {
    var lines = ["\(name)  \(sourceLanguage) → \(targetLanguage)"] + summary
    for section in sections {
      lines += [""] + (section.row.map { ["\($0)  \(section.heading)"] } ?? [])
      for passage in section.passages { lines += passage.lines.map { "  " + $0 } }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `omitted: 3 passages, 45 of 2310 characters (1.9 %)`.
  private var summary: [String] {
    func words(_ what: String, _ share: Share) -> String {
      let permille = share.of == 0 ? 0 : (1000 * share.characters + share.of / 2) / share.of
      let count = share.passages == 1 ? "1 passage" : "\(share.passages) passages"
      return "\(what): \(count), \(share.characters) of \(share.of) characters "
        + "(\(permille / 10).\(permille % 10) %)"
    }
    let moved = sections.flatMap(\.passages).count { $0.kind == .moved }
    return [words("omitted", omitted), words("added", added)]
      + (moved == 0 ? [] : ["moved: \(moved)"])
  }

  /// A page that needs nothing beside it.
  private var page: String {
    let body = sections.map { section in
      let title = section.row == nil ? "" : "<h2>\(Self.escaped(section.heading))</h2>\n"
      return title + section.passages.map(\.markup).joined()
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(name)): omissions</title>
      <style>
      body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      article { border-top: 1px solid; padding: .5rem 0; break-inside: avoid }
      .around { opacity: .65; display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
      .kind { font-weight: bold } blockquote { margin: .5rem 0; border-left: .3rem solid; padding-left: 1rem }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(name))</h1>
      <p>\(summary.map(Self.escaped).joined(separator: "<br>"))</p>
      \(body)</body>
      </html>

      """
  }

  fileprivate static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

extension Omissions.Section {
  fileprivate var heading: String { "\(title.source) / \(title.target)" }
}

extension Omissions.Passage {
  /// `12-13  omitted  0.93`.
  private var head: String {
    let numbers =
      rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)-\(rows.upperBound)"
    let sure = isDecided ? "decided" : probability.map { String(($0 * 100).rounded(.down) / 100) }
    return [numbers, kind.rawValue, sure, counterpart, speaker].compactMap(\.self)
      .joined(separator: "  ")
  }

  fileprivate var lines: [String] {
    func around(_ word: String, _ pair: Omissions.Pair?) -> [String] {
      pair.map { ["    \(word): \($0.source) │ \($0.target)"] } ?? []
    }
    return [head] + around("before", before) + texts.map { "    » \($0)" } + around("after", after)
      + comments.map { "    note: \($0)" }
  }

  fileprivate var markup: String {
    func around(_ pair: Omissions.Pair?) -> String {
      guard let pair else { return "" }
      let (source, target) = (Omissions.escaped(pair.source), Omissions.escaped(pair.target))
      return "<div class=\"around\"><p>\(source)</p><p>\(target)</p></div>\n"
    }
    let words = texts.map { "<p>\(Omissions.escaped($0))</p>" }.joined()
    let notes = comments.map { "<p>\(Omissions.escaped($0))</p>" }.joined()
    return "<article><p class=\"kind\">\(Omissions.escaped(head))</p>\n\(around(before))"
      + "<blockquote>\(words)</blockquote>\n\(around(after))\(notes)</article>\n"
  }
}
