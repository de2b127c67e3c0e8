// A unit's two texts as they are to be written: what we aligned on one line, what was imported as it
// came, and neither with characters that XML forbids.
internal import Bitext

struct UnitTexts {
  /// One of the two texts.
  struct Side {
    var text: String
    /// The text with its codes, if it has any and they are still those of the text.
    var markup: String?
    /// All characters between tags, those in codes too.
    var characters: String

    /// Whether it has neither text nor codes.
    var isEmpty: Bool { text.isEmpty && markup == nil }

    /// A text as it is, with its codes.
    init(exactly text: String, _ markup: String?) {
      self.text = text
      self.markup = markup
      characters = markup.flatMap { SegmentMarkup($0)?.characters } ?? text
    }
  }

  var source: Side
  var target: Side
  private(set) var illegalCharacters = 0
  /// Texts whose codes were left out, since the text is another now, or the codes are no TMX.
  private(set) var lostCodes = 0

  init(_ unit: Unit) {
    source = Side(exactly: "", nil)
    target = source
    guard unit.isImported else {
      let lines = [(unit.source, unit.sourceLanguage), (unit.target, unit.targetLanguage)].map {
        OneLine($0, unspaced: $1.isUnspaced)
      }
      source.text = lines[0].text
      target.text = lines[1].text
      illegalCharacters = lines[0].illegalCharacters + lines[1].illegalCharacters
      return
    }
    source = imported(unit.source, unit.carried?.source)
    target = imported(unit.target, unit.carried?.target)
  }

  private mutating func imported(_ text: String, _ part: Carried.Part?) -> Side {
    let legal = text.legal(&illegalCharacters)
    guard let part, let markup = part.markup else { return Side(exactly: legal, nil) }
    if let parsed = SegmentMarkup(markup), parsed.isTMX, parsed.text == text {
      return Side(exactly: legal, markup)
    }
    // Codes of XLIFF, in the words of TMX.
    if let converted = InlineVocabulary.tmx.markup(part, of: text),
      let parsed = SegmentMarkup(converted), parsed.isTMX, parsed.text == text
    {
      return Side(exactly: legal, converted)
    }
    lostCodes += 1
    return Side(exactly: legal, nil)
  }

  /// Whether a side has neither text nor codes.
  var hasEmptySide: Bool { source.isEmpty || target.isEmpty }

  /// How many characters the longer side has.
  var length: Int { max(source.text.unicodeScalars.count, target.text.unicodeScalars.count) }
}
