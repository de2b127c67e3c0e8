internal import Bitext

/// The words that a format has for inline codes.
enum InlineVocabulary {
  case xliff1, xliff2, tmx

  /// A text with its codes in this vocabulary, ready to stand between tags; `nil` when it has none, when
  /// they cannot be read, or when the text was changed since they were carried.
  func markup(_ part: Carried.Part, of text: String) -> String? {
    guard let markup = part.markup, let inline = InlineMarkup(markup), inline.words == text else {
      return nil
    }
    return isOwn(inline) ? markup : written(inline.pieces)
  }

  /// Whether the codes are written in this vocabulary already.
  private func isOwn(_ inline: InlineMarkup) -> Bool {
    switch self {
    case .xliff1:
      inline.elements.isSubset(of: ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it"])
        && inline.allHaveIDs
    case .xliff2:
      inline.elements.isSubset(of: ["pc", "sc", "ph"]) && inline.allHaveIDs && !inline.haveContent
    case .tmx:
      inline.elements.isSubset(of: ["bpt", "ept", "ph", "it", "hi", "ut", "sub"])
        && !inline.allHaveIDs
    }
  }

  private func written(_ pieces: [InlineMarkup.Piece]) -> String {
    let pairs = Self.pairs(pieces)
    let opened = Set(pieces.compactMap { if case .begin(let id, _) = $0 { id } else { nil } })
    let closed = Set(pieces.compactMap { if case .end(let id, _) = $0 { id } else { nil } })
    var alone = 0
    return pieces.map { piece in
      switch piece {
      case .words(let text): return Self.escaped(text)
      case .begin(let id, let native):
        guard closed.contains(id) else { return half(pairs[id] ?? 0, native, isBegin: true) }
        return begin(pairs[id] ?? 0, native)
      case .end(let id, let native):
        guard opened.contains(id) else { return half(pairs[id] ?? 0, native, isBegin: false) }
        return end(pairs[id] ?? 0, native)
      case .alone(_, let native):
        alone += 1
        return single(pairs.count + alone, native)
      }
    }.joined()
  }

  /// A number for each pair, from 1, in order.
  private static func pairs(_ pieces: [InlineMarkup.Piece]) -> [String: Int] {
    var pairs: [String: Int] = [:]
    for piece in pieces {
      switch piece {
      case .begin(let id, _), .end(let id, _): pairs[id] = pairs[id] ?? pairs.count + 1
      default: break
      }
    }
    return pairs
  }

  private func begin(_ number: Int, _ native: String) -> String {
    switch self {
    case .xliff1: "<bpt id=\"\(number)\">\(Self.escaped(native))</bpt>"
    case .xliff2: "<sc id=\"\(number)\"\(Self.shown(native))/>"
    case .tmx: "<bpt i=\"\(number)\">\(Self.escaped(native))</bpt>"
    }
  }

  private func end(_ number: Int, _ native: String) -> String {
    switch self {
    case .xliff1: "<ept id=\"\(number)\">\(Self.escaped(native))</ept>"
    case .xliff2: "<ec startRef=\"\(number)\"\(Self.shown(native))/>"
    case .tmx: "<ept i=\"\(number)\">\(Self.escaped(native))</ept>"
    }
  }

  /// A code whose other half stands in another text.
  private func half(_ number: Int, _ native: String, isBegin: Bool) -> String {
    switch self {
    case .xliff1:
      "<it id=\"\(number)\" pos=\"\(isBegin ? "open" : "close")\">\(Self.escaped(native))</it>"
    case .xliff2: "<ph id=\"\(number)\"\(Self.shown(native))/>"
    case .tmx:
      "<it pos=\"\(isBegin ? "begin" : "end")\" x=\"\(number)\">\(Self.escaped(native))</it>"
    }
  }

  private func single(_ number: Int, _ native: String) -> String {
    switch self {
    case .xliff1: "<ph id=\"\(number)\">\(Self.escaped(native))</ph>"
    case .xliff2: "<ph id=\"\(number)\"\(Self.shown(native))/>"
    case .tmx: "<ph x=\"\(number)\">\(Self.escaped(native))</ph>"
    }
  }

  private static func shown(_ native: String) -> String {
    guard !native.isEmpty else { return "" }
    var dropped = 0
    return " disp=\"\(XMLText.attribute(native, dropped: &dropped))\""
  }

  private static func escaped(_ text: String) -> String {
    var dropped = 0
    return XMLText.escaped(text, dropped: &dropped)
  }
}

extension Unit {
  /// The unit with the codes of its texts in a vocabulary; those that cannot be put so stay as they are.
  func withCodes(in vocabulary: InlineVocabulary) -> Unit {
    guard var carried else { return self }
    carried.source.markup = vocabulary.markup(carried.source, of: source) ?? carried.source.markup
    carried.target.markup = vocabulary.markup(carried.target, of: target) ?? carried.target.markup
    var unit = self
    unit.carried = carried
    return unit
  }
}
