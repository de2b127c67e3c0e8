internal import Foundation
public import Memory

/// What merging took in, or would take in.
public typealias MergeReport = Memory.MergeReport

extension Bench {
  /// Takes in the document pairs, memories and glossary of another workspace; what both have under
  /// one name and is not the same is kept twice, and told.
  /// - Parameter isTrial: whether only to tell what would be done.
  public func merge(_ path: String, isTrial: Bool) throws -> MergeReport {
    let other = try Store.open(path: path, mode: .existing, author: store.author, clock: clock)
    let label = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      .replacingOccurrences(of: ":", with: "-")
    return try isTrial
      ? store.mergePlan(with: other, label: label) : store.merge(other, label: label)
  }
}
