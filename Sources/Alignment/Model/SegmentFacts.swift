internal import Bitext

/// What the form of a segment says, apart from its words.
struct SegmentFacts {
  /// How a segment ends, closing quotes and brackets passed over.
  enum Ending: UInt8 {
    case none, stop, question, exclamation, colon, comma, ellipsis
  }

  /// Characters, white space left out.
  var length: Float = 0
  /// Tokens of evidence.
  var tokens: Float = 0
  /// Clauses by `，；：,;:–`, plus one.
  var clauses: Float = 1
  var ending = Ending.none
  var opensQuote = false
  var closesQuote = false
  /// Opening less closing quotation marks inside the segment.
  var openQuotes: Int8 = 0
  var hasQuotes = false
  var startsParagraph = false
  var paragraph: Int32 = 0
  var isLabel = false

  init(_ text: String, segment: Segment, startsParagraph: Bool, tokens: Int) {
    paragraph = Int32(segment.paragraph)
    isLabel = segment.kind == .label
    self.startsParagraph = startsParagraph
    self.tokens = Float(tokens)
    var first: Unicode.Scalar?
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{3000}", "\u{A0}": continue
      case "，", "；", "：", ",", ";", ":", "–", "—", "、": clauses += scalar == "、" ? 0.3 : 1
      case "“", "「", "『", "‘": openQuotes += 1
      case "”", "」", "』": openQuotes -= 1
      case "\"": openQuotes = openQuotes == 0 ? 1 : openQuotes - 1
      default: break
      }
      hasQuotes = hasQuotes || "“”「」『』\"".unicodeScalars.contains(scalar)
      length += 1
      first = first ?? scalar
      last = scalar
    }
    opensQuote = first.map { "“「『\"‘".unicodeScalars.contains($0) } ?? false
    closesQuote = last.map { "”」』\"’".unicodeScalars.contains($0) } ?? false
    ending = Self.ending(text)
  }

  private static func ending(_ text: String) -> Ending {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar.narrowed {
      case ".", "。": return .stop
      case "?": return .question
      case "!": return .exclamation
      case ":": return .colon
      case ",", ";", "、", "，", "；", "—", "–", "-": return .comma
      case "…": return .ellipsis
      case " ", "\"", "”", "」", "』", "’", "'", ")", "]", "》": continue
      default: return .none
      }
    }
    return .none
  }

  /// The facts of every segment of a side.
  static func all(_ side: SegmentedDocument, _ tokens: TokenText) -> [SegmentFacts] {
    side.segments.indices.map { index in
      SegmentFacts(
        side.text(index), segment: side.segments[index],
        startsParagraph: index == 0
          || side.segments[index - 1].paragraph != side.segments[index].paragraph,
        tokens: tokens.tokens(index).count)
    }
  }
}
