internal import ArgumentParser
internal import Workbench

extension CheckReport {
  /// Prints the findings; ends with the exit status of findings when there are some.
  func print(json: Bool, tsv: Bool) throws {
    if json {
      try Terminal.write(json: self)
    } else {
      try Terminal.writing { write in
        if tsv { try write(Entry.head.joined(separator: "\t")) }
        for entry in findings { try write(tsv ? entry.line : entry.words) }
        if !tsv { try write(summary) }
      }
    }
    if !findings.isEmpty { throw ExitCode.findings }
  }

  /// `3 findings in 2 of 43 rows: 2 number, 1 term`.
  private var summary: String {
    let dismissed = self.dismissed == 0 ? "" : "; \(self.dismissed) dismissed"
    guard !findings.isEmpty else { return "no findings in \(checked.of("row"))\(dismissed)" }
    let counts = Dictionary(findings.map { ($0.rule.rawValue, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return
      "\(findings.count.of("finding")) in \(flagged) of \(checked.of("row")): \(counts)\(dismissed)"
  }
}

extension CheckReport.Entry {
  static let head = [
    "document", "row", "rule", "severity", "side", "start", "end", "reason", "source", "target",
  ]

  /// The finding as a line of columns, in which no tab or line end is left.
  var line: String {
    [
      document, "\(row)", rule.rawValue, severity.rawValue, side.rawValue, "\(start)", "\(end)",
      reason, source, target,
    ].map { $0.split { $0 == "\t" || $0.isNewline }.joined(separator: " ") }.joined(separator: "\t")
  }

  /// `press:42  ✗ number  140 in source, 150 in target`, and the words around.
  var words: String {
    let place = "\(document):\(row)".inColour(.bold)
    let head = "\(place)  \(sign) \(rule.rawValue): \(reason.harmless)"
    let around = excerpt
    return around.isEmpty ? head : head + "\n" + "    \(around)".inColour(.dim)
  }

  private var sign: String {
    switch severity {
    case .error: "✗".inColour(.red)
    case .warning: "!".inColour(.yellow)
    case .note: "·"
    }
  }

  /// The words with what stands around them, in one line; both texts' beginnings where no words are meant.
  private var excerpt: String {
    let text = side == .source ? source : target
    let room = Terminal.width - 6
    let bytes = Array(text.utf8)
    let words = String(decoding: bytes[start..<end], as: UTF8.self)
    let before = String(decoding: bytes[..<start], as: UTF8.self)
    let after = String(decoding: bytes[end...], as: UTF8.self)
    let left = max(0, (room - words.columns) / 2)
    let head = before.suffix(within: left)
    let line = (head.count < before.count ? "…" : "") + head + words + after
    return line.harmless.wrapped(to: room).first ?? ""
  }
}

extension String {
  /// The longest end of the text that is no wider than so many columns.
  fileprivate func suffix(within columns: Int) -> Substring {
    var start = endIndex
    var width = 0
    while start > startIndex {
      let previous = index(before: start)
      width += String(self[previous]).columns
      if width > columns { break }
      start = previous
    }
    return self[start...]
  }
}
