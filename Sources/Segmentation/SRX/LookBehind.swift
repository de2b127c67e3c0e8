/// ICU looks back only as far as an expression says, and a search that takes in much from every
/// character would take the square of the text's length.
enum LookBehind {
  /// How often at most something is repeated that the rule repeats without end: longer than what
  /// stands before any break.
  private static let most = 100

  /// The expression with `*`, `+` and `{n,}` bounded.
  static func bounded(_ expression: String) -> String {
    var scan = Scan(rest: Array(expression.unicodeScalars)[...])
    while !scan.rest.isEmpty { scan.step(most) }
    return String(scan.result)
  }

  private struct Scan {
    var rest: ArraySlice<Unicode.Scalar>
    var result = String.UnicodeScalarView()
    /// How many character classes are open.
    private var classes = 0
    /// Whether a repetition came just before, so that `+` and `?` say how it matches.
    private var isRepeated = false

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    mutating func step(_ most: Int) {
      guard let next = rest.popFirst() else { return }
      let wasRepeated = isRepeated
      isRepeated = false
      switch next {
      case "\\": escape()
      case "[": open(next)
      case "]":
        classes = max(0, classes - 1)
        result.append(next)
      case "*" where classes == 0: repeated("{0,\(most)}")
      case "+" where classes == 0 && !wasRepeated: repeated("{1,\(most)}")
      case "?" where classes == 0 && !wasRepeated:
        result.append(next)
        isRepeated = true
      case "{" where classes == 0: range(most)
      default: result.append(next)
      }
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
      classes += 1
      result.append(bracket)
      if rest.first == "^" { result.append(rest.removeFirst()) }
      if rest.first == "]" { result.append(rest.removeFirst()) }
    }

    private mutating func repeated(_ range: String) {
      result.append(contentsOf: range.unicodeScalars)
      isRepeated = true
    }

    /// `\.` stays, and so does all of `\Q…\E` and `\p{L}`.
    private mutating func escape() {
      result.append("\\")
      guard let next = rest.popFirst() else { return }
      result.append(next)
      let end: [Unicode.Scalar] =
        switch next {
        case "Q": ["\\", "E"]
        case "p", "P", "x", "N", "k": rest.first == "{" ? ["}"] : []
        default: []
        }
      while !end.isEmpty, let scalar = rest.popFirst() {
        result.append(scalar)
        if result.suffix(end.count).elementsEqual(end) { break }
      }
    }

    /// `{2,}` gets an end; `{2}` and `{2,4}` stay.
    private mutating func range(_ most: Int) {
      let inside = rest.prefix { $0 != "}" }
      rest = rest.dropFirst(inside.count + 1)
      var text = String(String.UnicodeScalarView(inside))
      if text.hasSuffix(","), let least = Int(text.dropLast()) { text += "\(least + most)" }
      repeated("{\(text)}")
    }
  }
}
