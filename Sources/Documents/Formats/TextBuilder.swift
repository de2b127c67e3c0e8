internal import Bitext

/// Collects a text paragraph by paragraph from what a reader of markup comes upon.
///
/// White space is as in HTML: a run of it is one space, and none where a line of Chinese or Japanese
/// ends. Paragraphs are set apart by an empty line.
struct TextBuilder {
  private(set) var text = ""
  private(set) var paragraphs: [Paragraph] = []
  /// What the paragraph that is being written is.
  var kind = Paragraph.Kind.text
  /// The paragraph that is being written.
  private var line: [UInt8] = []
  /// The white space since the last character.
  private var gap = Gap.none
  /// Paragraphs in whose midst another one stands, such as a text box or a note.
  private var suspended: [(line: [UInt8], gap: Gap, kind: Paragraph.Kind)] = []
  /// Paragraphs that stood in the midst of another, until that one ends.
  private var waiting: [(line: [UInt8], kind: Paragraph.Kind)] = []
  /// Notes, which go to the end of the text.
  private var notes: [[UInt8]] = []

  private enum Gap: Int { case none, space, sourceLine, lineBreak }

  /// Why nothing more can be written, when nothing can.
  var refusal: String? {
    if paragraphs.count > ParagraphSplitter.most { return "it has more paragraphs than any text" }
    guard line.count > FileBytes.longestLine else { return nil }
    return "a paragraph is longer than \(FileBytes.longestLine / 1_000_000) MB"
  }

  /// Whether the paragraph that is being written holds anything.
  var isInParagraph: Bool { !line.isEmpty }

  /// Makes room for a text of about this many bytes.
  mutating func reserve(_ bytes: Int) { text.reserveCapacity(bytes) }

  /// Writes on in the paragraph. White space at its ends goes; inside a run of it becomes a space.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let white = Self.gap(bytes[index]) {
        if white.rawValue > gap.rawValue { gap = white }
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { Self.gap($0) != nil } ?? bytes.endIndex
      write(bytes[index..<end])
      index = end
    }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Writes a line of its own in the paragraph.
  mutating func appendLine(_ line: String) {
    if isInParagraph { gap = .lineBreak }
    append(line)
  }

  /// Writes a paragraph that is finished as it is.
  mutating func appendWhole(_ paragraph: String, time: Range<Int>? = nil) {
    endParagraph()
    put(Array(paragraph.utf8), kind, time)
  }

  /// A line ends inside the paragraph. Two in a row end it, and so does one after which a new
  /// sentence begins: this is how many pages set paragraphs apart.
  mutating func breakLine() {
    guard isInParagraph else { return }
    let isEnd = gap == .lineBreak || String(decoding: line.suffix(32), as: UTF8.self).endsSentence
    if isEnd { endParagraph() } else { gap = .lineBreak }
  }

  /// Ends the paragraph, if anything is in it.
  mutating func endParagraph(time: Range<Int>? = nil) {
    let trimmed = Array(line[WhiteSpace.trimmed(line[...], marks: true)])
    line.removeAll(keepingCapacity: true)
    gap = .none
    if suspended.isEmpty {
      put(trimmed, kind, time)
      for (line, kind) in waiting { put(line, kind, nil) }
      waiting = []
    } else if kind == .note {
      notes.append(trimmed)
    } else {
      waiting.append((trimmed, kind))
    }
  }

  /// Another paragraph begins in the midst of this one.
  mutating func suspend() {
    suspended.append((line, gap, kind))
    line = []
    gap = .none
  }

  /// The paragraph that was suspended goes on.
  mutating func resume() {
    if let last = suspended.popLast() { (line, gap, kind) = last }
  }

  /// Ends the text: what is unfinished, then the notes.
  mutating func finish() {
    while !suspended.isEmpty {
      endParagraph()
      resume()
    }
    endParagraph()
    for note in notes { put(note, .note, nil) }
    notes = []
  }

  private mutating func write(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    if gap == .lineBreak, WhiteSpace.isIndent(word) { endParagraph() }
    if isInParagraph, gap != .none, !joins(word) { line.append(gap == .lineBreak ? 0x0A : 0x20) }
    gap = .none
    line += word
  }

  /// Whether a line of the source ends between two characters that are written without a space.
  private func joins(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    gap == .sourceLine && WideText.joins(line[...], word)
  }

  private mutating func put(_ line: [UInt8], _ kind: Paragraph.Kind, _ time: Range<Int>?) {
    guard !line.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += String(decoding: line, as: UTF8.self)
    paragraphs.append(Paragraph(range: start..<text.utf8.count, kind: kind, time: time))
  }

  private static func gap(_ byte: UInt8) -> Gap? {
    switch byte {
    case 0x20, 0x09, 0x0C: .space
    case 0x0A, 0x0D: .sourceLine
    default: nil
    }
  }
}
