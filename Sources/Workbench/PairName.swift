internal import Foundation

extension TextFiles {
  /// What the document pair is called when nobody says: the target's file name without its ending
  /// and a language at its start or end, `press` for `press.en.txt` and `press-英文.txt`; the
  /// folder's name when nothing else is left, as for `press/en.txt`.
  public var defaultName: String {
    let path = URL(fileURLWithPath: target == "-" ? source : target).deletingPathExtension()
    var parts = path.lastPathComponent.split { $0 == "." || $0 == "_" || $0 == "-" }
    let stem = path.lastPathComponent
    let isLanguage = { (part: Substring) in languages.contains(part.lowercased()) }
    if let first = parts.first, isLanguage(first) {
      let rest = stem.dropFirst(first.count + 1)
      return rest.isEmpty ? path.deletingLastPathComponent().lastPathComponent : String(rest)
    }
    if let last = parts.popLast(), !parts.isEmpty, isLanguage(last) {
      return String(stem.dropLast(last.count + 1))
    }
    return stem
  }

  private var languages: [String] {
    [sourceLanguage, targetLanguage].flatMap { [$0.code, $0.tag.lowercased()] }
      + ["中文", "英文", "原文", "译文"]
  }
}

/// Rows that a person named: `press`, `press:42`, `press:10-20`.
public struct RowSelection: Hashable, Sendable {
  /// The document pair.
  public var name: String
  /// The rows, counted from 1; `nil` for all.
  public var rows: ClosedRange<Int>?

  /// Reads the form that a person writes.
  /// - Throws: `WorkbenchError` when what follows the colon is no row and no range.
  public init(_ text: String) throws(WorkbenchError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    name = String(parts[0])
    guard parts.count > 1 else { return }
    let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, !name.isEmpty, (1...2).contains(ends.count), let first = ends[0],
      let last = ends[ends.count - 1], first > 0, first <= last
    else { throw .badRowRange(text) }
    rows = first...last
  }
}
