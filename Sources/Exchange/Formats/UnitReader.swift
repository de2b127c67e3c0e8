public import Bitext

/// Reads one kind of exchange file. To add a format, write a file like those in this folder, list it in
/// `Format`, and add a table of tests.
protocol UnitReader {
  /// Whether a file that begins so is of this format.
  static func recognises(_ head: FileHead) -> Bool
  /// Gives each unit of the files to `body`, in order, as it is read: a side that is not translated is
  /// empty, a language that the file does not state is `und`.
  /// - Parameter files: one for most formats; for texts with links the links first, then the texts.
  /// - Throws: `ExchangeError` with the line; what `body` throws.
  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws
}

extension UnitReader {
  static func recognises(_ head: FileHead) -> Bool { false }
}

/// What the user states about a file that is read.
public struct ReadingOptions: Sendable {
  /// The language of the source texts; `nil` as the file says.
  public var sourceLanguage: Language?
  /// The language of the target texts; `nil` as the file says.
  public var targetLanguage: Language?
  /// The encoding of a text file, by name; `nil` as the file says, else UTF-8.
  public var encoding: String?
  /// What the units' document is called where the file does not say.
  public var document: String
  /// What units are whose file says nothing of their status.
  public var unstatedStatus: Status

  /// By default everything is as the file says.
  public init(
    sourceLanguage: Language? = nil, targetLanguage: Language? = nil, encoding: String? = nil,
    document: String, unstatedStatus: Status = .unreviewed
  ) {
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.encoding = encoding
    self.document = document
    self.unstatedStatus = unstatedStatus
  }

  /// A unit of a file, with what is known of none.
  /// - Parameters:
  ///   - number: its place in the file, which is its identifier where the file gives none.
  ///   - source: the language that the file states.
  ///   - status: what the file says of its status.
  func unit(
    _ number: Int, id: String? = nil, _ source: String, _ target: String,
    from sourceLanguage: Language? = nil, into targetLanguage: Language? = nil,
    status: Status? = nil
  ) -> Unit {
    let id = id.flatMap { $0.isEmpty ? nil : $0 } ?? "\(document)-\(number)"
    return Unit(
      id: id, source: source, target: target,
      sourceLanguage: self.sourceLanguage ?? sourceLanguage ?? .undetermined,
      targetLanguage: self.targetLanguage ?? targetLanguage ?? .undetermined,
      status: status ?? unstatedStatus, document: document, tu: number)
  }
}

/// The beginning of a file, by which its format is told.
struct FileHead {
  /// Its first bytes as text: UTF-8 or UTF-16, what cannot be read replaced.
  let text: String
  /// The end of its name, in lower case, without the dot.
  let ending: String
  /// Whether it is packed as TMX comes: by gzip, or in a zip whose first part is one.
  let isPacked: Bool

  init(_ file: SourceFile) throws(ExchangeError) {
    let bytes = Array(try file.head().prefix(1 << 14))
    text = Self.text(bytes)
    isPacked = bytes.starts(with: [0x1F, 0x8B]) || Self.isZip(bytes, of: ".tmx")
    ending =
      file.name.contains(".") ? String(file.name.split(separator: ".").last ?? "").lowercased() : ""
  }

  /// Whether the first part of a zip has a name that ends so (APPNOTE 4.3.7: its length is at 26).
  private static func isZip(_ bytes: [UInt8], of ending: String) -> Bool {
    guard bytes.starts(with: "PK\u{3}\u{4}".utf8), bytes.count > 30 else { return false }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = String(decoding: bytes[30...].prefix(length), as: UTF8.self)
    return name.lowercased().hasSuffix(ending)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || (bytes.count > 1 && bytes[1] == 0)
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.first == 0
    let text: String
    if isLittle || isBig {
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + (isBig ? 1 : 0)]) | UInt16(bytes[$0 + (isBig ? 0 : 1)]) << 8
      }
      text = String(decoding: units, as: UTF16.self)
    } else {
      text = String(decoding: bytes, as: UTF8.self)
    }
    return String(text.drop { $0 == "\u{FEFF}" || $0.isWhitespace })
  }

  /// The first tag of an XML file, with its attributes; empty when there is none.
  var rootTag: Substring {
    guard text.first == "<" else { return "" }
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return "" }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
        rest = rest.dropFirst()
      } else {
        return rest.prefix { $0 != ">" }
      }
    }
    return ""
  }

  /// The name of the first element, without its prefix.
  var root: String {
    let name = rootTag.dropFirst().prefix { !$0.isWhitespace && $0 != "/" }
    return name.split(separator: ":").last.map(String.init) ?? ""
  }

  /// Its lines, but one that the beginning may have cut.
  var lines: [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: true).prefix(50).map {
      $0.last == "\r" ? $0.dropLast() : $0
    }
  }
}
