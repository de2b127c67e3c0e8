internal import Bitext
internal import Markup

/// An element of a TBX file with what stands in it. Only one entry is held at a time.
struct TBXElement {
  var name: String
  /// The data category in DCA: `definition`.
  var type: String?
  var id: String?
  var target: String?
  /// `xml:lang` as it is written.
  var language: String?
  /// Where its tag ends, counted from 1.
  var line: Int
  /// Its own text and that of markup within the text, in UTF-8.
  var bytes: [UInt8] = []
  var children: [TBXElement] = []

  init(_ name: String, _ attributes: MarkupAttributes) {
    self.name = name
    type = attributes["type"]
    id = attributes["id"]
    target = attributes["target"]
    language = attributes["lang"]
    line = attributes.line
  }

  /// Its text: lines that markup indents are run together, others stay.
  var text: String {
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    let isIndented = lines.dropFirst().allSatisfy { $0.isEmpty || $0.first?.isWhitespace == true }
    let words = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard lines.count > 1 else { return lines.first?.trimmingSpaces ?? "" }
    return words.filter { !$0.isEmpty }.joined(separator: isIndented ? " " : "\n").trimmingSpaces
  }

  /// Elements that mark a part of a text and are text themselves.
  static let inline: Set<String> = ["hi", "foreign", "bpt", "ept", "ph", "sc", "ec", "it"]
  /// Elements that only hold others together.
  static let groups: Set<String> = [
    "adminGrp", "descripGrp", "termNoteGrp", "transacGrp", "termGrp", "termCompList", "termCompGrp",
  ]
}

/// Reads a TBX file as it streams by and hands on its entries, one at a time.
final class TBXStream: MarkupHandler {
  /// The root element, without what stands in it.
  private(set) var root: TBXElement?
  /// Texts with markup in them, which is not kept.
  private(set) var marked = 0
  private(set) var refusal: String?
  private var open: [TBXElement] = []
  /// How many elements are open around an entry.
  private var outside = 0
  private var bytes = 0
  private let take: (TBXElement) -> Void
  private let other: (TBXElement, _ parent: String?) -> Void

  /// A term entry has some kilobytes.
  private static let largestEntry = 4_000_000
  /// An entry is some eight elements deep.
  private static let deepest = 64
  static let entries: Set<String> = ["termEntry", "conceptEntry"]

  /// - Parameters:
  ///   - take: is given each entry, whole.
  ///   - other: is given each element outside entries as it begins, and what it stands in.
  init(
    _ take: @escaping (TBXElement) -> Void,
    other: @escaping (TBXElement, _ parent: String?) -> Void = { _, _ in }
  ) {
    self.take = take
    self.other = other
  }

  private var path: [String] = []

  func begin(_ name: String, _ attributes: MarkupAttributes) {
    let element = TBXElement(name, attributes)
    if root == nil { root = element }
    if open.isEmpty, !Self.entries.contains(name) {
      other(element, path.last)
      path.append(name)
      return
    }
    open.append(element)
    if open.count == 1 { bytes = 0 }
    if open.count > Self.deepest {
      refusal =
        "line \(element.line): elements are nested more than \(Self.deepest) deep in an entry"
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    bytes += piece.count
    guard bytes <= Self.largestEntry else {
      refusal = "line \(open[0].line): an entry of more than \(Self.largestEntry / 1_000_000) MB"
      return
    }
    open[open.count - 1].bytes += piece
  }

  func end(_ name: String) {
    guard let element = open.popLast() else {
      if !path.isEmpty { path.removeLast() }
      return
    }
    if open.isEmpty {
      take(element)
    } else if TBXElement.inline.contains(name) {
      open[open.count - 1].bytes += element.bytes
      marked += 1
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  /// Reads a whole file.
  /// - Returns: what is wrong with it; `nil` when it is well-formed to its end.
  func read(_ bytes: [UInt8]) -> String? {
    MarkupParser.xml(to: self) { (take) throws(Never) in
      _ = bytes.withUnsafeBytes { take($0) }
    }
  }
}
