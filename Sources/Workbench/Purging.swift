public import Memory

/// What is to be gone for good.
public typealias PurgeTarget = Memory.PurgeTarget
/// What was removed, and how that was proved.
public typealias PurgeReceipt = Memory.PurgeReceipt

/// Texts leave for good.
extension Bench {
  /// What `purge` would remove; nothing is changed.
  /// - Throws: `MemoryError` for a name that there never was.
  public func planPurge(_ target: PurgeTarget) throws(MemoryError) -> PurgeReceipt {
    try store.plan(target)
  }

  /// Removes texts with all that stems from them, and proves that no byte of them is left.
  /// - Throws: `MemoryError`.
  public func purge(_ target: PurgeTarget) throws(MemoryError) -> PurgeReceipt {
    try store.purge(target)
  }
}
