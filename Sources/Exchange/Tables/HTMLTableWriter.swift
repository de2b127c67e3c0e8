internal import Bitext

/// A page with one table that needs nothing beside it: it opens offline, prints with its header on
/// each page, and follows the reader's choice of light or dark. Cells that are to be changed can be
/// typed into; a browser saves them with the page.
struct HTMLTableWriter: TableWriter {
  private let head: TableHead
  private var markup = MarkupText()

  init(_ head: TableHead) { self.head = head }

  let part: String? = nil
  let otherParts: [String: String] = [:]
  var count: Int { markup.count }
  mutating func take() -> [UInt8] { markup.take() }

  mutating func open() {
    markup.raw(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(head.title.clean.text.escaped)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(head.title.clean.text.escaped)</h1>

      """)
    if !head.note.isEmpty { markup.raw("<p>\(head.note.clean.text.escaped)</p>\n") }
    markup.raw("<table>\n<colgroup>")
    let whole = max(1, head.columns.reduce(0) { $0 + $1.width })
    for column in head.columns {
      markup.raw("<col style=\"width:\(100 * column.width / whole)%\">")
    }
    markup.raw("</colgroup>\n<thead><tr>")
    for column in head.columns {
      markup.raw("<th scope=\"col\"\(column.isQuiet ? " class=\"quiet\"" : "")>")
      markup.raw("\(column.title.escaped)</th>")
    }
    markup.raw("</tr></thead>\n<tbody>\n")
  }

  mutating func add(_ fields: [String]) -> String? {
    markup.raw("<tr>")
    for (field, column) in zip(fields, head.columns) {
      markup.raw("<td")
      if let language = column.language { markup.raw(" lang=\"\(language.tag.escaped)\"") }
      if column.isQuiet { markup.raw(" class=\"quiet\"") }
      if column.isEditable { markup.raw(" contenteditable=\"true\"") }
      markup.raw(">")
      for (index, line) in field.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { markup.raw("<br>") }
        markup.text(line)
      }
      markup.raw("</td>")
    }
    markup.raw("</tr>\n")
    return nil
  }

  mutating func close() { markup.raw("</tbody>\n</table>\n</body>\n</html>\n") }

  private static let style = """

    :root { color-scheme: light dark; --line: #bbb; --head: #e7eef4; }
    @media (prefers-color-scheme: dark) { :root { --line: #555; --head: #2b3742; } }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
    h1 { font-size: 1.4rem; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; }
    th { background: var(--head); position: sticky; top: 0; }
    td:lang(zh-Hans), td:lang(zh-CN) { font-family: "PingFang SC", "Microsoft YaHei",
      "Noto Sans CJK SC", sans-serif; }
    td:lang(zh-Hant), td:lang(zh-TW) { font-family: "PingFang TC", "Microsoft JhengHei",
      "Noto Sans CJK TC", sans-serif; }
    [contenteditable] { background: color-mix(in srgb, var(--head) 35%, transparent); }
    .quiet { font-size: .55em; color: GrayText; }
    @page { size: A4 landscape; margin: 12mm; }
    @media print { body { margin: 0; font-size: 10pt; } th { position: static; }
      tr { break-inside: avoid; } thead { display: table-header-group; } }

    """
}
