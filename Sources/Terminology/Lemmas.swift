internal import Bitext
internal import Synchronization

/// The words of a spaced language as the numbers of their stems.
///
/// A word's stem is asked of Snowball once and kept by the word's bytes, so that a text costs a look into
/// one table a word. Copies of a matcher share what was learned.
final class Lemmas: Sendable {
  private let learned: Mutex<Learned>

  init(_ language: Language) { learned = Mutex(Learned(language)) }

  /// The tokens of a term, whose words become known.
  func learn(_ term: String) -> [Token] {
    var term = term
    return learned.withLock { learned in term.withUTF8 { learned.tokens($0, learns: true) } }
  }

  /// The tokens of a text; a word that stands in no term is 0.
  func tokens(_ text: String) -> [Token] {
    var text = text
    return learned.withLock { learned in text.withUTF8 { learned.tokens($0, learns: false) } }
  }
}

private struct Learned: ~Copyable {
  private let stemmer: Stemmer
  /// Stems of terms, numbered from 1.
  private var stems: [String: UInt32] = [:]
  private var forms = FormTable()

  init(_ language: Language) { stemmer = Stemmer(language) }

  /// The comma before `and` or `or` goes, serial or not.
  mutating func tokens(_ bytes: UnsafeBufferPointer<UInt8>, learns: Bool) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 1)
    var scanner = WordScanner(bytes)
    while let range = scanner.next() {
      if let last = tokens.last, bytes[Int(last.start)] == 0x2C, Self.isAndOr(bytes, range) {
        tokens.removeLast()
      }
      let word = UnsafeBufferPointer(rebasing: bytes[range])
      tokens.append(
        Token(key: stem(word, learns), start: Int32(range.lowerBound), end: Int32(range.upperBound))
      )
    }
    return tokens
  }

  private static func isAndOr(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    func letter(_ offset: Int) -> UInt8 { bytes[range.lowerBound + offset] | 0x20 }
    switch range.count {
    case 2: return letter(0) == 0x6F && letter(1) == 0x72
    case 3: return letter(0) == 0x61 && letter(1) == 0x6E && letter(2) == 0x64
    default: return false
    }
  }

  private mutating func stem(_ word: UnsafeBufferPointer<UInt8>, _ learns: Bool) -> UInt32 {
    if !learns, let known = forms.number(of: word) { return known }
    let stem = stemmer.stem(String(decoding: word, as: UTF8.self).lowercased())
    if learns, stems[stem] == nil {
      stems[stem] = UInt32(stems.count + 1)
      forms = FormTable()
    }
    let number = stems[stem] ?? 0
    if !learns { forms.add(word, number) }
    return number
  }
}

/// Words as they are written, and their numbers: open addressing over one run of bytes.
private struct FormTable {
  private struct Entry {
    var hash: UInt64 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
    var number: UInt32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1024)
  private var bytes: [UInt8] = []
  private var count = 0
  /// More words than any language has: beyond them the text is no prose, and all is learned anew.
  private static let most = 1 << 20

  /// FNV-1a by eight bytes at a time would be faster, but words are short. Never 0.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash | 1
  }

  func number(of word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = Self.hash(word)
    return entries.withUnsafeBufferPointer { entries in
      var place = Int(truncatingIfNeeded: hash >> 8) & (entries.count - 1)
      while entries[place].hash != 0 {
        if entries[place].hash == hash, isSame(entries[place], word) {
          return entries[place].number
        }
        place = (place + 1) & (entries.count - 1)
      }
      return nil
    }
  }

  private func isSame(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(entry.start)
    return Int(entry.length) == word.count
      && bytes[start..<start + word.count].elementsEqual(word)
  }

  mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ number: UInt32) {
    if count == Self.most { self = FormTable() }
    if count * 2 >= entries.count { grow() }
    let entry = Entry(
      hash: Self.hash(word), start: UInt32(bytes.count), length: UInt32(word.count), number: number)
    bytes.append(contentsOf: word)
    count += 1
    put(entry)
  }

  private mutating func put(_ entry: Entry) {
    var place = Int(truncatingIfNeeded: entry.hash >> 8) & (entries.count - 1)
    while entries[place].hash != 0 { place = (place + 1) & (entries.count - 1) }
    entries[place] = entry
  }

  private mutating func grow() {
    let old = entries.filter { $0.hash != 0 }
    entries = Array(repeating: Entry(), count: entries.count * 2)
    for entry in old { put(entry) }
  }
}
