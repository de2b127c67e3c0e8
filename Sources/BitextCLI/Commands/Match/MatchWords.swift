/// Matches and leverage as a person reads them.
internal import Bitext
internal import Workbench

extension FoundMatch {
  /// The score and where it comes from, the text with what differs, the translation.
  func words(for text: String) -> String {
    let reasons = penalties.map(\.rawValue)
    let facts = ([document, status.rawValue] + (author.map { [$0] } ?? [])).joined(separator: "  ")
    let less = reasons.isEmpty ? "" : "  less: " + reasons.joined(separator: ", ")
    let head = "\(percent)".rightAligned(to: 4) + "  " + (facts.harmless + less).inColour(.dim)
    let lines = marked(text).wrappedLines + affectedTranslation.wrappedLines
    return ([head] + lines.map { "      " + $0 }).joined(separator: "\n")
  }

  /// As a line with tabs: score, kind, text, translation, document.
  var line: String {
    ["\(percent)", kind.rawValue, text, translation, document].map(\.oneCell)
      .joined(separator: "\t")
  }

  static var width: Int { Terminal.width - 6 }

  /// The translation in pieces: what probably renders what differs, and the rest.
  private var affectedTranslation: [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    var start = 0
    for place in affected {
      pieces.append(.same(translation.slice(start..<place.lowerBound)))
      pieces.append(.affected(translation.slice(place)))
      start = place.upperBound
    }
    return pieces + [.same(translation.slice(start..<translation.utf8.count))]
  }

  /// The memory's text in pieces: what is in both, what is only in it, what is only in the other.
  private func marked(_ other: String) -> [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    var start = 0
    for difference in differences {
      pieces.append(.same(text.slice(start..<difference.first.lowerBound)))
      pieces.append(.gone(text.slice(difference.first)))
      pieces.append(.new(other.slice(difference.second)))
      start = difference.first.upperBound
    }
    return pieces + [.same(text.slice(start..<text.utf8.count))]
  }
}

/// A piece of a text beside another.
private enum MarkedPiece {
  case same(String)
  case gone(String)
  case new(String)
  case affected(String)

  var text: String {
    switch self {
    case .same(let text): text
    case .gone(let text): text.isEmpty ? "" : "[-\(text)-]"
    case .new(let text): text.isEmpty ? "" : "{+\(text)+}"
    case .affected(let text): "⟨\(text)⟩"
    }
  }

  var colour: Colour? {
    switch self {
    case .same: nil
    case .gone: .red
    case .new: .green
    case .affected: .yellow
    }
  }
}

extension [MarkedPiece] {
  /// The pieces on lines of the terminal's width, coloured where it shows colours.
  fileprivate var wrappedLines: [String] {
    let whole = map(\.text).joined().harmless
    var colours: [Colour?] = []
    for piece in self {
      colours += repeatElement(piece.colour, count: piece.text.harmless.utf8.count)
    }
    return whole.laidOut(to: FoundMatch.width).map { line in
      var text = ""
      var run = ""
      var colour: Colour?
      func flush() { text += colour.map { run.inColour($0) } ?? run }
      for glyph in line {
        let next = glyph.offset < colours.count ? colours[glyph.offset] : nil
        if next != colour {
          flush()
          (run, colour) = ("", next)
        }
        run.append(glyph.character)
      }
      flush()
      return text
    }
  }
}

extension LeverageReport {
  /// The file, then a table of the classes.
  var words: String {
    var table = Table(["match", "segments", counted, "%"], numbers: [1, 2, 3])
    for band in bands + [total] {
      let share = total.amount == 0 ? 0 : Double(band.amount) / Double(total.amount)
      table.add([
        band.name, "\(band.segments)", "\(band.amount)",
        String(Int((100 * share).rounded())),
      ])
    }
    return "\(file.harmless): \(language), \(total.segments.of("segment"))\n" + table.text
  }
}

extension LeverageReport.Segment {
  /// As a line with tabs: number, text, class, score, kind, the memory's text, translation, document.
  var line: String {
    let cells = match.map {
      ["\($0.percent)", $0.kind.rawValue, $0.text, $0.translation, $0.document]
    }
    return (["\(number)", text, band] + (cells ?? Array(repeating: "", count: 5))).map(\.oneCell)
      .joined(separator: "\t")
  }
}

extension String {
  /// The text without tabs and line breaks.
  fileprivate var oneCell: String {
    String(map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
