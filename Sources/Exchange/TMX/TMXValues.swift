// What the words of a TMX file come to, found once for all their uses: the languages, users and
// properties of a memory are few, its units many.
internal import Bitext

/// The attributes that have fields of their own.
struct TMXAttributeNames {
  let tuid, created, changed, changer, srclang, lang, type: XMLName

  init(_ stream: XMLStream) {
    tuid = stream.name("tuid")
    created = stream.name("creationdate")
    changed = stream.name("changedate")
    changer = stream.name("changeid")
    srclang = stream.name("srclang")
    lang = stream.name("lang")
    type = stream.name("type")
  }
}

/// The beginning of a note or property: all but its text.
struct TMXRemarkHead {
  /// What has a field of its own.
  enum Own: String {
    case comment
    case status = "x-status"
    case score = "x-score"
    case speaker = "x-speaker"
    case language = "x-bcp47"
  }

  private let kind: Carried.Remark.Kind
  private let attributes: [String: String]
  /// The field that it stands for.
  let own: Own?

  init(_ kind: Carried.Remark.Kind, _ attributes: [String: String]) {
    self.kind = kind
    self.attributes = attributes
    own =
      switch (kind, attributes.count) {
      case (.note, 0): .comment
      case (.property, 1): attributes["type"].flatMap { Own(rawValue: $0) }
      default: nil
      }
  }

  func remark(_ text: UnsafeBufferPointer<UInt8>) -> Carried.Remark {
    Carried.Remark(kind, String(decoding: text, as: UTF8.self), attributes: attributes)
  }
}

struct TMXValues {
  private var languages = Interned<Language?>()
  private var authors = Interned<String>()
  private var properties = Interned<TMXRemarkHead>()
  private var statuses = Interned<Status?>()

  mutating func language(_ code: UnsafeBufferPointer<UInt8>) -> Language? {
    languages.value(of: code) { Language.inExchange($0) }
  }

  mutating func author(_ name: UnsafeBufferPointer<UInt8>) -> String {
    authors.value(of: name) { $0 }
  }

  mutating func property(_ type: UnsafeBufferPointer<UInt8>) -> TMXRemarkHead {
    properties.value(of: type) { TMXRemarkHead(.property, ["type": $0]) }
  }

  /// Takes what our own exports say of a unit into its field; false when it is no such word.
  mutating func take(
    _ head: TMXRemarkHead, _ text: UnsafeBufferPointer<UInt8>, into unit: inout TMXUnit
  ) -> Bool {
    switch head.own {
    case .comment where unit.comment == nil && unit.part.remarks.isEmpty:
      unit.comment = String(decoding: text, as: UTF8.self)
      return true
    case .status where unit.status == nil:
      unit.status = statuses.value(of: text) { Status(rawValue: $0) }
      return unit.status != nil
    case .score where unit.confidence == nil:
      unit.confidence = Self.score(text)
      return unit.confidence != nil
    case .speaker where unit.speaker == nil && !text.isEmpty:
      unit.speaker = String(decoding: text, as: UTF8.self)
      return true
    default: return false
    }
  }

  /// `x-bcp47` tells a variant's language more exactly than a code for importers can.
  mutating func take(
    _ head: TMXRemarkHead, _ text: UnsafeBufferPointer<UInt8>, into variant: inout TMXUnit.Variant
  ) -> Bool {
    guard head.own == .language, let language = language(text),
      variant.language?.hasCode(of: language) == true
    else { return false }
    variant.language = language
    return true
  }

  /// A probability as we write it, `0.950`; written otherwise it stays as it is.
  private static func score(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count == 5, text[1] == UInt8(ascii: ".") else { return nil }
    var thousandths = 0
    for place in [0, 2, 3, 4] {
      let digit = Int(text[place]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      thousandths = thousandths * 10 + digit
    }
    return thousandths > 1000 ? nil : Double(thousandths) / 1000
  }
}
