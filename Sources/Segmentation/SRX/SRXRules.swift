internal import Bitext

/// Segmentation rules of the user's own, from a file in the format SRX 2.0 (LISA/OSCAR, Segmentation
/// Rules eXchange, 2008).
public struct SRXRules: Sendable {
  /// Where a text is cut, or is not, between what stands before and after.
  struct Rule: Hashable, Sendable {
    /// Whether it cuts; else it keeps together.
    var breaks: Bool
    /// What stands before, a regular expression; empty for anything.
    var before = ""
    /// What stands after, likewise.
    var after = ""
    /// Its line in the file, counted from 1.
    var line: Int
  }

  /// Which rules are for which languages.
  struct Map: Hashable, Sendable {
    /// Matches a language's whole tag.
    var pattern: String
    /// The name of the rules.
    var name: String
    /// Its line in the file.
    var line: Int
  }

  /// The file as the user named it.
  let path: String
  /// Whether the rules of every map that matches hold, one after the other; else the first's.
  var cascades = false
  var rules: [String: [Rule]] = [:]
  var maps: [Map] = []

  init(path: String) { self.path = path }

  /// Reads a file of rules; `path` is what messages call it.
  public init(_ bytes: [UInt8], from path: String) throws(SegmentationError) {
    self = try SRXReader.read(bytes, from: path)
  }

  /// The rules for a language, in order.
  /// - Throws: `noRules` when no map matches it, `noSuchRules`, `badRule`.
  func rules(for language: Language) throws(SegmentationError) -> [Rule] {
    var matching: [Map] = []
    for map in maps where try Self.matches(map, language, path) { matching.append(map) }
    guard let first = matching.first else { throw .noRules(path, language) }
    var result: [Rule] = []
    for map in cascades ? matching : [first] {
      guard let rules = rules[map.name] else {
        throw .noSuchRules(path, line: map.line, name: map.name)
      }
      result += rules
    }
    return result
  }

  private static func matches(
    _ map: Map, _ language: Language, _ path: String
  ) throws(SegmentationError) -> Bool {
    let pattern = try ICUPattern("(?:\(map.pattern))\\z") { reason in
      .badRule(path, line: map.line, part: "languagepattern", reason: reason)
    }
    let tag = Array(language.tag.utf8)
    return tag.withUnsafeBufferPointer {
      pattern.begin($0) && (try? pattern.matches(at: 0)) == true
    }
  }
}
