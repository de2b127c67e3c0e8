/// The rules of XLIFF 1.2 and 2.x: those of their schemas that break readers, and those that only the
/// specifications state (OASIS, 2008, 2014 and 2018).
enum XLIFFRule: String, CaseIterable {
  case version = "xliff-version"
  case elementPlace = "xliff-place"
  case elementMissing = "xliff-missing"
  case elementRepeated = "xliff-repeated"
  case elementOrder = "xliff-order"
  case attributeMissing = "xliff-attribute"
  case attributeValue = "xliff-value"
  case languageCode = "xliff-language"
  case targetLanguage = "xliff-target-language"
  case repeatedID = "xliff-id"
  case codePair = "xliff-code-pair"
  case codeMatch = "xliff-code-match"
  case dataReference = "xliff-data"

  var words: String {
    switch self {
    case .version: "the version is stated, and one of 1.0, 1.1, 1.2, 2.0, 2.1, 2.2"
    case .elementPlace: "every element stands in the one that it belongs to"
    case .elementMissing: "a unit has a source; a file has units"
    case .elementRepeated: "a unit, or a segment of version 2, has one source and one target"
    case .elementOrder: "the source stands before its target"
    case .attributeMissing: "every attribute that the specification requires"
    case .attributeValue: "states and yes-or-no attributes have one of the values allowed"
    case .languageCode: "languages are tags of BCP 47, such as zh-CN"
    case .targetLanguage: "a file with targets states their language"
    case .repeatedID: "an identifier names one thing: a file in its document, a unit in its file"
    case .codePair: "in a text each code that begins something has its end, and no end comes first"
    case .codeMatch: "a target has no code that its source does not have"
    case .dataReference: "dataRef names an element `data` of its unit"
    }
  }
}

extension XLIFFRule {
  /// Where an element may stand, by version; elements that are not listed belong to others.
  static func parents(of element: String, isSecond: Bool) -> Set<String>? {
    isSecond ? second[element] : first[element]
  }

  private static let inline: Set<String> = [
    "source", "target", "seg-source", "g", "mrk", "sub", "pc",
  ]

  private static let first: [String: Set<String>] = [
    "file": ["xliff"], "header": ["file"], "body": ["file"], "group": ["body", "group"],
    "trans-unit": ["body", "group"], "bin-unit": ["body", "group"],
    "source": ["trans-unit", "alt-trans", "bin-unit"],
    "target": ["trans-unit", "alt-trans", "bin-unit"], "seg-source": ["trans-unit", "alt-trans"],
    "alt-trans": ["trans-unit", "bin-unit"], "g": inline, "x": inline, "bx": inline, "ex": inline,
    "bpt": inline, "ept": inline, "ph": inline, "it": inline, "mrk": inline,
    "sub": ["bpt", "ept", "ph", "it"],
  ]

  private static let second: [String: Set<String>] = [
    "file": ["xliff"], "skeleton": ["file"], "group": ["file", "group"],
    "unit": ["file", "group"], "notes": ["file", "group", "unit"], "note": ["notes"],
    "originalData": ["unit", "match"], "data": ["originalData"], "segment": ["unit"],
    "ignorable": ["unit"], "source": ["segment", "ignorable", "match"],
    "target": ["segment", "ignorable", "match"], "pc": inline, "sc": inline, "ec": inline,
    "ph": inline, "sm": inline, "em": inline, "cp": inline.union(["data"]),
  ]

  /// The attributes that an element must have.
  static func required(_ element: String, isSecond: Bool) -> [String] {
    isSecond
      ? [
        "xliff": ["srcLang"], "file": ["id"], "unit": ["id"], "group": ["id"], "data": ["id"],
        "pc": ["id"], "sc": ["id"], "ph": ["id"], "sm": ["id"], "em": ["startRef"], "cp": ["hex"],
      ][element] ?? []
      : [
        "file": ["original", "source-language", "datatype"], "trans-unit": ["id"],
        "bin-unit": ["id", "mime-type"], "g": ["id"], "x": ["id"], "bx": ["id"], "ex": ["id"],
        "bpt": ["id"], "ept": ["id"], "ph": ["id"], "it": ["id", "pos"], "mrk": ["mtype"],
      ][element] ?? []
  }

  private static let yesNo: Set<String> = ["yes", "no"]

  /// The values that an attribute may have; `nil` where any will do.
  static func values(_ element: String, _ attribute: String, isSecond: Bool) -> Set<String>? {
    switch (element, attribute) {
    case (_, "translate"), ("trans-unit", "approved"), ("trans-unit", "reformat"),
      (_, "canResegment"), (_, "canCopy"), (_, "canDelete"), (_, "isolated"):
      yesNo
    case ("segment", "state") where isSecond: ["initial", "translated", "reviewed", "final"]
    case ("target", "state") where !isSecond:
      [
        "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
        "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
      ]
    case ("it", "pos"): ["open", "close"]
    default: nil
    }
  }
}
