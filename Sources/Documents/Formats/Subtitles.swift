internal import Bitext

/// Subtitles, SubRip (SRT) or WebVTT: a paragraph for each cue, with its time. Numbers, settings and
/// style tags go; comments and style sheets are left out and counted.
enum Subtitles: TextFormat {
  /// By a line of two times with an arrow between, among the first lines that hold anything.
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    let lines = file.head.split(whereSeparator: \.isNewline)
    if lines.first.map({ isVTTHeader($0) }) == true { return lines.contains { CueTime($0) != nil } }
    return lines.prefix(3).contains { CueTime($0) != nil }
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let (text, encoding) = try TextDecoder.decode(file)
    var reader = CueReader()
    // Carriage returns come doubled and mixed; empty lines tell little, the times everything.
    for line in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      reader.read(Substring(line))
      guard reader.builder.paragraphs.count <= most else {
        throw .damaged(file.name, "it has more than \(most) cues")
      }
    }
    reader.finish()
    return Extract(
      text: reader.builder.text, paragraphs: reader.builder.paragraphs, encoding: encoding,
      leftOut: reader.leftOut)
  }

  /// More cues than any film has: a day and a night of them, each of half a second.
  private static let most = 200_000

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  fileprivate static func isVTTHeader(_ line: Substring) -> Bool {
    line.drop { $0 == "\u{FEFF}" }.hasPrefix("WEBVTT")
  }
}

/// The line that says when a cue is shown: `00:01:02,500 --> 00:01:04,000`.
struct CueTime {
  /// In milliseconds.
  let range: Range<Int>

  init?(_ line: Substring) {
    guard line.utf8.count < 200, let arrow = line.firstRange(of: "-->"),
      let start = Self.milliseconds(line[..<arrow.lowerBound]),
      let stop = line[arrow.upperBound...].split(separator: " ").first,
      let end = Self.milliseconds(stop)
    else { return nil }
    range = start..<max(start, end)
  }

  /// `1:02:03,456`, `02:03.456`.
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.filter { !$0.isWhitespace }.split(separator: ":")
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    let seconds = last.split { $0 == "," || $0 == "." }
    let numbers = (parts.dropLast() + seconds.prefix(1)).map { $0.count <= 4 ? Int($0) : nil }
    guard (1...2).contains(seconds.count), !numbers.contains(nil) else { return nil }
    let fraction = seconds.count == 2 ? (seconds[1] + "000").prefix(3) : "000"
    guard let thousandths = Int(fraction) else { return nil }
    return numbers.compactMap(\.self).reduce(0) { $0 * 60 + $1 } * 1000 + thousandths
  }
}

/// Reads cues line by line.
private struct CueReader {
  var builder = TextBuilder()
  var leftOut = LeftOut()
  private var time: Range<Int>?
  private var lines: [Substring] = []
  /// Whether a blank line stands before the last of the lines.
  private var isLastApart = false
  private var wasBlank = true
  private var isInComment = false
  private var isVTT = false

  mutating func read(_ line: Substring) {
    if let cue = CueTime(line) {
      dropName()
      finishCue()
      (time, isInComment, wasBlank) = (cue.range, false, false)
    } else if line.allSatisfy(\.isWhitespace) {
      (wasBlank, isInComment) = (true, false)
    } else if time == nil, Subtitles.isVTTHeader(line) {
      isVTT = true
    } else if !isInComment {
      if wasBlank, let what = Self.comment(line) {
        leftOut.add(what)
        isInComment = true
      } else {
        lines.append(line)
        isLastApart = wasBlank
      }
      wasBlank = false
    }
  }

  mutating func finish() {
    finishCue()
    builder.finish()
  }

  private static func comment(_ line: Substring) -> String? {
    if line == "NOTE" || line.hasPrefix("NOTE ") { return "comment" }
    return line == "STYLE" || line == "REGION" ? "style sheet" : nil
  }

  /// The last line before a time is the name of the cue: in SRT always, a number; in WebVTT if it stands
  /// apart.
  private mutating func dropName() {
    guard let last = lines.last else { return }
    if isVTT ? isLastApart : last.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
      lines.removeLast()
    }
  }

  private mutating func finishCue() {
    defer { lines = [] }
    guard let time else { return }
    builder.kind = .subtitle
    for line in lines {
      builder.appendLine(CueText.plain(line))
    }
    builder.endParagraph(time: time)
  }
}

/// The words of a cue without its tags.
enum CueText {
  /// `<v Ann>` becomes a speaker label; `<i>`, `{\an8}` and times go; `&amp;` is read.
  static func plain(_ line: Substring) -> String {
    var text = ""
    var rest = line
    // What never ends is no tag; it is looked for once, not for each of a million signs.
    let ends = (tag: line.lastIndex(of: ">"), brace: line.lastIndex(of: "}"))
    while let mark = rest.firstIndex(where: { "<{&".contains($0) }) {
      text += rest[..<mark]
      rest = rest[mark...]
      let isClosed = [ends.tag, ends.brace].contains { $0.map { $0 > mark } == true }
      if let (words, length) = (isClosed ? tag(rest) : nil) ?? entity(rest) {
        text += words
        rest = rest.dropFirst(length)
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text + rest
  }

  private static func tag(_ text: Substring) -> (String, Int)? {
    let isBrace = text.hasPrefix("{\\")
    let second = text.dropFirst().first ?? " "
    guard isBrace || text.first == "<" && (second.isLetter || second.isNumber || second == "/"),
      let end = text.firstIndex(of: isBrace ? "}" : ">")
    else { return nil }
    let inside = text[..<end].dropFirst()
    let length = inside.count + 2
    guard inside.hasPrefix("v ") || inside.hasPrefix("v.") else { return ("", length) }
    let name = inside.drop { $0 != " " }.dropFirst()
    return (name.isEmpty ? "" : "\(name): ", length)
  }

  private static let entities: KeyValuePairs = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}", "&lrm;": "", "&rlm;": "",
  ]

  private static func entity(_ text: Substring) -> (String, Int)? {
    guard text.first == "&" else { return nil }
    return entities.first { text.hasPrefix($0.key) }.map { ($0.value, $0.key.count) }
  }
}
