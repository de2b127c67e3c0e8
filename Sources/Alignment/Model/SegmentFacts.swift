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
  /// Whether the segment begins with an opening quotation mark, and ends with a closing one.
  var opensQuote = false
  var closesQuote = false
  /// Whether speech opened here or before is still open after the segment.
  var quoteStaysOpen = false
  var hasQuotes = false
  var startsParagraph = false
  var paragraph: Int32 = 0
  var isLabel = false

  init(_ text: String, segment: Segment, startsParagraph: Bool, tokens: Int) {
    paragraph = Int32(segment.paragraph)
    isLabel = segment.kind == .label
    self.startsParagraph = startsParagraph
    self.tokens = Float(tokens)
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{3000}", "\u{A0}": continue
      case "，", "；", "：", ",", ";", ":", "–", "—": clauses += 1
      case "、": clauses += 0.3
      default: break
      }
      length += 1
    }
    ending = Self.ending(text)
  }

  /// Whether it ends in the middle of a sentence, or at least without a mark.
  var endsOpen: Bool { ending == .comma || ending == .none }

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
    var quotes = QuoteReader()
    return side.segments.indices.map { index in
      let text = side.text(index)
      var facts = SegmentFacts(
        text, segment: side.segments[index],
        startsParagraph: index == 0
          || side.segments[index - 1].paragraph != side.segments[index].paragraph,
        tokens: tokens.tokens(index).count)
      let seen = quotes.read(text)
      facts.opensQuote = seen.opensFirst
      facts.closesQuote = seen.closesLast
      facts.hasQuotes = seen.any
      facts.quoteStaysOpen = quotes.isOpen
      return facts
    }
  }
}
