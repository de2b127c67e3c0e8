internal import Bitext
internal import Markup

/// What the elements of HTML mean for a text, as data.
enum HTMLElements {
  /// Elements that begin and end paragraphs.
  static let blocks: Set<String> = words(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre search section summary table tbody td tfoot th thead tr ul
    """)

  /// What elements make of the paragraphs in them.
  static let kinds: [String: Paragraph.Kind] = [
    "h1": .heading, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading,
    "li": .listItem, "dt": .listItem, "dd": .listItem, "td": .cell, "th": .cell,
    "caption": .caption, "figcaption": .caption,
  ]

  /// What an element is called whose content is no text, or is not shown; `nil` for others. The
  /// title of a page stands in it a second time, and has no name.
  static func unwanted(_ name: String, _ attributes: MarkupAttributes) -> String? {
    if let what = unwantedElements[name] { return what }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return "hidden part" }
    let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    return style.contains("display:none") ? "hidden part" : nil
  }

  private static let unwantedElements: [String: String] = {
    var names = ["script": "script", "noscript": "script", "style": "style sheet"]
    for name in words("button select textarea input option datalist") { names[name] = "form field" }
    for name in words("iframe object embed svg canvas audio video math map template applet") {
      names[name] = "embedded object"
    }
    for name in ["rt", "rp"] { names[name] = "reading aid" }
    names["title"] = ""
    return names
  }()

  /// Whether an element says that it holds the page's own text.
  static func isMain(_ name: String, _ attributes: MarkupAttributes) -> Bool {
    ["main", "article"].contains(name) || attributes["role"] == "main"
      || attributes["itemprop"] == "articleBody"
  }

  /// Whether an element says that it belongs to the page and not to its text. A header inside the text
  /// is its title.
  static func isFurniture(_ name: String, _ attributes: MarkupAttributes, inMain: Bool) -> Bool {
    if ["nav", "aside", "footer"].contains(name) { return true }
    if name == "header" { return !inMain }
    guard name != "html", name != "body", !isMain(name, attributes) else { return false }
    if let role = attributes["role"], furnitureRoles.contains(role) { return true }
    return isNamedSo(attributes["class"]) || isNamedSo(attributes["id"])
  }

  private static let furnitureRoles = words(
    "navigation banner contentinfo search complementary menu menubar toolbar dialog alertdialog")

  /// Whether the words of a class or an id are those of furniture, and none those of a text.
  private static func isNamedSo(_ names: String?) -> Bool {
    guard let names, !names.isEmpty else { return false }
    let words = names.lowercased().utf8.split { $0 < 0x80 && !(0x61...0x7A).contains($0) }
    let parts = words.lazy.map { String(decoding: $0, as: UTF8.self) }
    return parts.contains(where: furnitureNames.contains)
      && !parts.contains(where: textNames.contains)
  }

  private static let furnitureNames = words(
    """
    nav navbar navigation breadcrumb breadcrumbs sidebar footer menu pagination pager share sharing
    social cookie cookies advert adverts advertisement ads copyright toolbar related recommend
    """)

  private static let textNames = words(
    "content main article body text wrapper container wrap page has with no without layout")

  /// Whether a part of a book is a note: `epub:type="footnote"`.
  static func isNote(_ attributes: MarkupAttributes) -> Bool {
    let types = (attributes["epub:type"] ?? "") + " " + (attributes["role"] ?? "")
    return ["footnote", "endnote", "rearnote"].contains { types.contains($0) }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
