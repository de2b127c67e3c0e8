/// How a translation tool wants its TMX, and what it does with one that is otherwise. Gathered from
/// the tools' documentation, code and users' reports; `docs/exchange.md` has each with its reason.
public struct TMXProfile: Hashable, Sendable {
  /// What it is called on the command line.
  public var name: String
  /// Whether a file holds one source and one target language.
  public var isBilingual = true
  /// Whether a source text has one translation: of several the newest that a person confirmed is kept.
  public var isOneToOne = false
  /// A unit with more characters on a side is not taken.
  public var longestText: Int?
  /// A file of more bytes is not taken.
  public var largestFile: Int?
  /// Whether languages need a region: `en-US`, not `en`.
  public var wantsRegion = false
  /// Whether the names of properties must begin with `x-`.
  public var wantsPrefix = false
  /// Whether properties are written at all.
  public var hasProperties = true
  /// Whether the file has a DOCTYPE.
  public var hasDoctype = true
  /// Whether lines end as on Windows.
  public var hasWindowsLines = false
  /// Whether the file is in UTF-16LE with a byte-order mark, else UTF-8.
  public var isUTF16 = false
  /// The kind of text that the header states; `nil` for what the memory came with.
  public var dataType: String?
  /// Properties of the unit that stand for ours, by our names.
  public var propertyNames: [String: String] = [:]
  /// Properties that every unit has.
  public var constantProperties: [String: String] = [:]

  /// The profiles, by name.
  public static let all: [TMXProfile] = [
    // Takes any region of a language for another; re-segments what is no sentence.
    TMXProfile(name: "omegat"),
    TMXProfile(
      name: "trados", longestText: 2000, largestFile: 1_000_000_000, wantsRegion: true,
      wantsPrefix: true),
    // Asks for two languages of a file that has more, and takes those.
    TMXProfile(name: "memoq"),
    TMXProfile(name: "phrase", isOneToOne: true, largestFile: 1_000_000_000),
    // Says "Invalid TMX" without a reason: it gets what nothing can be wrong with.
    TMXProfile(name: "matecat", hasProperties: false, hasDoctype: false),
    TMXProfile(
      name: "xtm", propertyNames: ["x-client": "client", "x-domain": "domain"],
      constantProperties: ["aligned": "yes"]),
    TMXProfile(name: "smartling", wantsRegion: true, dataType: "plaintext"),
    TMXProfile(name: "wordfast", hasWindowsLines: true, isUTF16: true),
  ]

  /// The profile of this name.
  public init?(named name: String) {
    guard let profile = Self.all.first(where: { $0.name == name }) else { return nil }
    self = profile
  }

  private init(
    name: String, isOneToOne: Bool = false, longestText: Int? = nil, largestFile: Int? = nil,
    wantsRegion: Bool = false, wantsPrefix: Bool = false, hasProperties: Bool = true,
    hasDoctype: Bool = true, hasWindowsLines: Bool = false, isUTF16: Bool = false,
    dataType: String? = nil, propertyNames: [String: String] = [:],
    constantProperties: [String: String] = [:]
  ) {
    self.name = name
    self.isOneToOne = isOneToOne
    self.longestText = longestText
    self.largestFile = largestFile
    self.wantsRegion = wantsRegion
    self.wantsPrefix = wantsPrefix
    self.hasProperties = hasProperties
    self.hasDoctype = hasDoctype
    self.hasWindowsLines = hasWindowsLines
    self.isUTF16 = isUTF16
    self.dataType = dataType
    self.propertyNames = propertyNames
    self.constantProperties = constantProperties
  }
}
