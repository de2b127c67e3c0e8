/// The rules of TMX: those of its DTD, and those that only its specification states (TMX 1.4b, LISA
/// OSCAR, 2005).
enum TMXRule: String, CaseIterable {
  // Of the DTD.
  case version
  case unknownElement = "element-unknown"
  case elementPlace = "element-place"
  case elementOrder = "element-order"
  case elementMissing = "element-missing"
  case elementRepeated = "element-repeated"
  case textPlace = "text-place"
  case unknownAttribute = "attribute-unknown"
  case attributeMissing = "attribute-missing"
  case attributeValue = "attribute-value"
  // Beyond the DTD.
  case date
  case languageCode = "language-code"
  case oldLang = "lang-attribute"
  case sourceMissing = "source-missing"
  case oneVariant = "one-variant"
  case emptySegment = "empty-segment"
  case repeatedID = "tuid-repeated"
  case number
  case codePair = "code-pair"
  case codeRepeated = "code-repeated"
  case codeMatch = "code-match"
  case ut
  // Of an importer.
  case importerSkips = "importer-skips"
  case importerWarns = "importer-warns"

  var words: String {
    switch self {
    case .version: "the version is stated, and one of 1.1, 1.2, 1.3, 1.4"
    case .unknownElement: "no element but those of TMX"
    case .elementPlace: "every element stands where the DTD allows it"
    case .elementOrder: "notes and properties stand before the variants, or the segment"
    case .elementMissing: "a header, a body; in a unit a variant; in a variant a segment"
    case .elementRepeated: "one header, one body, one segment a variant"
    case .textPlace: "no text but in segments, notes and properties"
    case .unknownAttribute: "no attribute but those of TMX"
    case .attributeMissing: "every attribute that the DTD requires"
    case .attributeValue: "segtype, pos and assoc have one of the values allowed"
    case .date: "dates are written YYYYMMDDThhmmssZ"
    case .languageCode: "languages are tags of BCP 47, such as zh-CN"
    case .oldLang: "from 1.4 on the language stands in xml:lang, not in lang"
    case .sourceMissing: "every unit has a variant in its source language"
    case .oneVariant: "a unit has two variants or more"
    case .emptySegment: "a segment has text or codes"
    case .repeatedID: "a tuid names one unit"
    case .number: "i, x and usagecount are numbers"
    case .codePair: "in a segment each bpt has its ept after it, with the same i"
    case .codeRepeated: "in a segment each bpt has an i of its own"
    case .codeMatch: "codes with an x stand in every variant of a unit"
    case .ut: "no ut, which TMX has given up"
    case .importerSkips: "the importer of --profile takes the unit"
    case .importerWarns: "the importer of --profile takes the file as it is"
    }
  }

  var isFixable: Bool {
    switch self {
    case .version, .elementOrder, .unknownAttribute, .date, .languageCode, .oldLang, .textPlace,
      .unknownElement, .number:
      true
    default: false
    }
  }
}
