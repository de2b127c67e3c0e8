internal import Bitext

/// What a row of a table sent to a colleague is known by when it comes back: the row's id, and how
/// each of its fields was when it left. `press:17:3f2a9cb77f011a2b3ce3b0c4`.
///
/// Each field's fingerprint is the beginning of a SHA-256 over its text, white space run together: so
/// two agree by chance once in sixteen million. With them a row needs no copy of itself to
/// tell what the colleague changed from what was changed here.
struct RowKey: Hashable {
  /// The field of a row that comes back.
  enum Field: Int, CaseIterable {
    case source, target, status, comment
  }

  var name: String
  var id: Row.ID
  private var prints: [String]

  private static let length = 6

  init(_ fields: [String], of id: Row.ID, in name: String) {
    self.name = name
    self.id = id
    prints = fields.map(Self.print)
  }

  /// Reads the form that `description` writes; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, let id = Int(parts[1]), id > 0 else { return nil }
    guard parts[2].count == Self.length * Field.allCases.count, parts[2].allSatisfy(\.isHexDigit)
    else { return nil }
    let digits = Array(parts[2])
    prints = Field.allCases.indices.map {
      String(digits[$0 * Self.length..<($0 + 1) * Self.length])
    }
    name = String(parts[0])
    self.id = id
  }

  /// Whether a field's text is another than when the row left.
  func isChanged(_ field: Field, _ text: String) -> Bool {
    prints[field.rawValue] != Self.print(text)
  }

  private static func print(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var digest = SHA256()
    digest.update(Array(words.utf8))
    return String(digest.hex.prefix(length))
  }
}

extension RowKey: CustomStringConvertible {
  var description: String { "\(name):\(id):\(prints.joined())" }
}
