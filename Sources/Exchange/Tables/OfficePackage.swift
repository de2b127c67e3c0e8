internal import Bitext

/// What all files of Office Open XML have (ECMA-376 part 2): the list of parts with their kinds, and
/// which part belongs to which.
enum OfficePackage {
  static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument"

  /// `[Content_Types].xml`: each part's kind, without what all kinds begin and end with.
  static func contentTypes(_ kinds: [String: String]) -> String {
    let parts = kinds.sorted { $0.key < $1.key }.map { part, kind in
      "<Override PartName=\"/\(part)\" ContentType=\"\(Self.kind).\(kind)+xml\"/>"
    }
    return """
      \(XLSXParts.declaration)<Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(parts.joined())</Types>
      """
  }

  /// A `.rels` part: kinds and places of parts, which are then called `rId1` and so on.
  static func relations(_ parts: [(kind: String, place: String)]) -> String {
    let relations = parts.enumerated().map { index, part in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation)/\(part.kind)\" "
        + "Target=\"\(part.place)\"/>"
    }
    return """
      \(XLSXParts.declaration)<Relationships xmlns="\(package)/relationships">\
      \(relations.joined())</Relationships>
      """
  }
}

/// The font that office programs have for a language's script.
struct OfficeFont {
  /// The font's name.
  let name: String
  /// The Windows number of its character set, by which programs without the font choose another.
  let charset: Int?

  init(_ language: Language?) {
    (name, charset) =
      switch (language?.code, language?.isTraditional) {
      case ("zh", true), ("yue", _): ("Microsoft JhengHei", 136)
      case ("zh", _): ("Microsoft YaHei", 134)
      case ("ja", _): ("Yu Gothic", 128)
      case ("ko", _): ("Malgun Gothic", 129)
      default: ("Calibri", nil)
      }
  }

  /// Whether the script is East Asian, which office programs keep fonts and spelling apart for.
  var isEastAsian: Bool { charset != nil }
}

extension Language {
  /// Whether it is Chinese in traditional script, stated or used in its region.
  fileprivate var isTraditional: Bool {
    script == "Hant" || (script == nil && ["TW", "HK", "MO"].contains(region))
  }
}
