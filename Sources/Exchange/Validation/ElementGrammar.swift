/// What the schema of a format lets an element have.
struct ElementGrammar<Element: Hashable & Sendable>: Sendable {
  /// The elements that may stand in it.
  var children: Set<Element> = []
  /// Whether text may stand in it.
  var hasText = false
  /// The attributes that it must have.
  var required: [String] = []
  /// Further attributes that it may have, where the format lists them.
  var optional: [String] = []
}
