public import Review

/// The keys of the plain review, pressed.
extension PlainReview {
  /// What a key did, or what has to be asked before it can be done.
  public enum Reply: Hashable, Sendable {
    /// It is done and stored; look at the row at `index`.
    case done
    /// The rows are aligned again, and this many stand otherwise than before.
    case realigned(Int)
    /// Ask where to split, then `split`.
    case askForCut
    /// Ask for the corrected target text, then `correct`.
    case askForText
    /// Show the keys.
    case help
    /// End the review.
    case quit
    /// No such key.
    case unknown
  }

  /// The keys with what they do, in the order of the prompt.
  public static var keys: [PromptKey] { PromptKey.all }

  /// The keys as the prompt shows them.
  public static var prompt: String { PromptKey.prompt }

  /// Does what a key stands for. Throws as `act` and `undo` do.
  public mutating func press(_ key: Character) throws -> Reply {
    switch PromptKey.command(for: key) {
    case .act(let action): try act(action)
    case .skip: skip()
    case .realign: return .realigned(try realign())
    case .undo: try undo()
    case .askForCut: return .askForCut
    case .askForText:
      if let index, pair.rows[index].target.isEmpty {
        throw ReviewError(place: "\(pair.name):\(index + 1)", .nothingThere(.target))
      }
      return .askForText
    case .help: return .help
    case .quit: return .quit
    case nil: return .unknown
    }
    return .done
  }
}
