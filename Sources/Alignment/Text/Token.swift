/// What kind of evidence a token gives; each kind has weights of its own.
enum TokenKind: UInt8, CaseIterable {
  /// A word or a Chinese dictionary word.
  case word
  /// A number by value, a month, a name by its sound.
  case figure
  /// A class of punctuation.
  case punctuation
}

/// The token types of one side of a document pair, numbered from 0.
struct Vocabulary {
  private(set) var ids: [String: Int32] = [:]
  /// The key of each type: a stem, a Chinese word, `#140`, `~shumin`, `?`.
  private(set) var keys: [String] = []
  private(set) var kinds: [TokenKind] = []
  /// How many tokens of the type the text has.
  private(set) var counts: [Int32] = []
  /// How often the type stood with a capital letter.
  private(set) var capitals: [Int32] = []
  /// Words that stood with a capital, lower-cased but not stemmed, by type: `chongqing`.
  private(set) var names: [Int32: String] = [:]

  var count: Int { keys.count }

  /// The id of a type, made if new, counted once.
  mutating func add(_ key: String, _ kind: TokenKind, name: String? = nil) -> Int32 {
    let id = self.id(key, kind)
    counts[Int(id)] += 1
    if let name {
      capitals[Int(id)] += 1
      names[id] = names[id] ?? name
    }
    return id
  }

  private mutating func id(_ key: String, _ kind: TokenKind) -> Int32 {
    if let id = ids[key] { return id }
    let id = Int32(keys.count)
    ids[key] = id
    keys.append(key)
    kinds.append(kind)
    counts.append(0)
    capitals.append(0)
    return id
  }
}

/// The tokens of all segments of one side, one after the other.
struct TokenText {
  var vocabulary = Vocabulary()
  /// Token ids, segment after segment.
  var tokens: [Int32] = []
  /// Where each segment's tokens begin; one more entry at the end.
  var starts: [Int] = [0]

  var segmentCount: Int { starts.count - 1 }

  /// Begins the next segment; the tokens so far belong to the one before.
  mutating func endSegment() { starts.append(tokens.count) }

  /// The tokens of a segment.
  func tokens(_ segment: Int) -> ArraySlice<Int32> {
    tokens[starts[segment]..<starts[segment + 1]]
  }
}
