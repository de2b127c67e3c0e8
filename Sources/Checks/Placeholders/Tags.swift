internal import Bitext

/// Tags of XML and HTML, told from names in angle brackets that somebody is to fill in.
enum Tags {
  private static let html: Set<String> = Set(
    """
    a abbr b big blockquote body br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 head hr html \
    i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td th thead title tr \
    tt u ul var g x bx ex bpt ept ph it hi mrk
    """.split(separator: " ").map(String.init))

  static func tag(_ text: [Unicode.Scalar], _ start: Int) -> Placeholder? {
    let isEnd = start + 1 < text.count && text[start + 1] == "/"
    let nameStart = isEnd ? start + 2 : start + 1
    let nameEnd = text[min(nameStart, text.count)...].firstIndex { !isName($0) } ?? text.count
    guard nameEnd > nameStart, nameEnd < text.count,
      let close = text[nameEnd...].firstIndex(where: { $0 == ">" || $0 == "<" }),
      text[close] == ">", close - start <= 400
    else { return nil }
    let rest = text[nameEnd..<close]
    guard rest.isEmpty || [" ", "/", "\n", "\t"].contains(rest[rest.startIndex]) else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[nameStart..<nameEnd])
    let name = String(view)
    let isTag = isEnd || rest.contains("=") || rest.last == "/" || html.contains(name.lowercased())
    guard isTag || rest.isEmpty else { return nil }
    // reStructuredText: `words <target>`.
    if !isTag, start > 0, text[start - 1] == " ", close + 1 < text.count, text[close + 1] == "`" {
      return nil
    }
    return Placeholder(
      kind: isTag ? .tag : .angled, key: "<\(isEnd ? "/" : "")\(name)>", range: start..<close + 1)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && ([.letter, .digit].contains(Script.of(scalar)) || "_:.-".unicodeScalars.contains(scalar))
  }
}
