/// What an exchange file says of a unit beyond the unit's own fields, kept so that the unit leaves as
/// it came: attributes, notes, properties, and the inline codes of both texts. What has a field of its
/// own (identifier, dates, author, status …) stands there and not here, if writing the field gives the
/// same words again.
public struct Carried: Hashable, Sendable, Codable {
  /// Of the unit as a whole: TMX `tu`, XLIFF `trans-unit` or `unit`, a message of PO.
  public var unit: Part
  /// Of its source text: TMX `tuv`, XLIFF `source`.
  public var source: Part
  /// Of its target text: TMX `tuv`, XLIFF `target`.
  public var target: Part

  /// What a file says of a unit and of its two texts.
  public init(unit: Part = Part(), source: Part = Part(), target: Part = Part()) {
    self.unit = unit
    self.source = source
    self.target = target
  }

  /// Whether it says nothing: then a unit has no `Carried` at all.
  public var isEmpty: Bool { unit.isEmpty && source.isEmpty && target.isEmpty }

  /// What an element says of itself.
  public struct Part: Hashable, Sendable {
    /// Its attributes by name, with the prefix that the file's format has for them: `usagecount`,
    /// `xml:space`.
    public var attributes: [String: String]
    /// Its notes and properties, in the order of the file.
    public var remarks: [Remark]
    /// The text with its inline codes as XML, in the file's own vocabulary and without comments or
    /// white space of ours; `nil` when it has none. It holds as long as the text between its codes is
    /// the unit's text; a text that was changed since leaves without codes.
    public var markup: String?

    /// By default an element that says nothing.
    public init(
      attributes: [String: String] = [:], remarks: [Remark] = [], markup: String? = nil
    ) {
      self.attributes = attributes
      self.remarks = remarks
      self.markup = markup
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { attributes.isEmpty && remarks.isEmpty && markup == nil }
  }

  /// A note or a property.
  public struct Remark: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable, Codable {
      /// Words for people.
      case note
      /// A value for programs, named by the attribute `type`.
      case property
    }

    /// What it is.
    public var kind: Kind
    /// Its attributes by name: `type`, `xml:lang`, `o-encoding`; `from`, `priority`.
    public var attributes: [String: String]
    /// What it says.
    public var text: String

    /// A remark with its attributes.
    public init(_ kind: Kind, _ text: String, attributes: [String: String] = [:]) {
      self.kind = kind
      self.attributes = attributes
      self.text = text
    }

    /// A property's name, or a note's kind.
    public var type: String? { attributes["type"] }
  }
}

/// As JSON what is empty is left out, so that most units carry a few bytes:
/// `{"unit":{"remarks":[{"kind":"property","attributes":{"type":"x-file"},"text":"a.txt"}]}}`.
extension Carried {
  private enum Key: String, CodingKey { case unit, source, target }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    unit = try container.decodeIfPresent(Part.self, forKey: .unit) ?? Part()
    source = try container.decodeIfPresent(Part.self, forKey: .source) ?? Part()
    target = try container.decodeIfPresent(Part.self, forKey: .target) ?? Part()
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !unit.isEmpty { try container.encode(unit, forKey: .unit) }
    if !source.isEmpty { try container.encode(source, forKey: .source) }
    if !target.isEmpty { try container.encode(target, forKey: .target) }
  }
}

extension Carried.Part: Codable {
  private enum Key: String, CodingKey { case attributes, remarks, markup }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    attributes = try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
    remarks = try container.decodeIfPresent([Carried.Remark].self, forKey: .remarks) ?? []
    markup = try container.decodeIfPresent(String.self, forKey: .markup)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
    if !remarks.isEmpty { try container.encode(remarks, forKey: .remarks) }
    try container.encodeIfPresent(markup, forKey: .markup)
  }
}

extension Carried.Remark: Codable {
  private enum Key: String, CodingKey { case kind, attributes, text }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    kind = try container.decode(Kind.self, forKey: .kind)
    attributes = try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
    text = try container.decode(String.self, forKey: .text)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
    try container.encode(text, forKey: .text)
  }
}
