/// The elements of TMX 1.1 to 1.4b.
enum TMXElement: String, CaseIterable {
  // The most frequent first: they are looked for in this order.
  case seg, tuv, prop, tu, note, bpt, ept, ph, it, hi, sub, ut
  case tmx, header, body, ude, map

  /// Itself alone.
  var alone: TMXElements {
    TMXElements(rawValue: 1 << Self.places.firstIndex(of: self)!)
  }

  private static let places = allCases

  /// What stands inside it is code of the document's format, not text.
  var holdsCode: Bool {
    switch self {
    case .bpt, .ept, .ph, .it, .ut: true
    default: false
    }
  }
}

/// Some of the elements: of each that is open those in it are kept.
struct TMXElements: OptionSet {
  var rawValue: UInt32
}

/// Which element a parser's name stands for.
struct TMXNames {
  private let names: [(name: XMLName, element: TMXElement)]

  init(_ stream: XMLStream) {
    names = TMXElement.allCases.map { (stream.name($0.rawValue), $0) }
  }

  subscript(name: XMLName) -> TMXElement? { names.first { $0.name == name }?.element }
}
