/// A part of a text that stands for something else, or is markup.
struct Placeholder: Hashable {
  enum Kind {
    /// Filled in by its place among its like: `%s`, `{}`.
    case placed
    /// Filled in by name or number: `%(name)s`, `%1`, `{0}`, `{{x}}`, `$x`, `%1$s`.
    case named
    /// A character or a text by name: `&brand;`.
    case entity
    /// A tag: `<b>`, `</b>`, `<br/>`.
    case tag
    /// A word in angle brackets, which may be a tag or a name to fill in: `<file>`.
    case angled
  }

  var kind: Kind
  /// What it is compared by: flags, widths and attributes left out.
  var key: String
  /// Its place, in scalars.
  var range: Range<Int>
}
