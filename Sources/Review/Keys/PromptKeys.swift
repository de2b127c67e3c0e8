/// The keys of the plain review prompt, as data: the prompt reads them, `?` prints them.
public struct PromptKey: Hashable, Sendable {
  /// What a key does.
  public enum Command: Hashable, Sendable {
    /// Carries out an action at once.
    case act(ReviewAction)
    /// Asks where to split, then splits.
    case askForCut
    /// Asks for the corrected target text, then edits.
    case askForText
    /// Aligns the undecided rows around this one again.
    case realign
    /// Leaves the row as it is and goes on.
    case skip
    /// Takes the last change back.
    case undo
    /// Ends the review; everything is stored already.
    case quit
    /// Shows the keys.
    case help
  }

  /// The key.
  public let key: Character
  /// What it does.
  public let command: Command
  /// What it does, in one line.
  public let help: String

  /// All keys, in the order of the prompt.
  public static let all = [
    PromptKey(key: "y", command: .act(.confirm), help: "confirm this row, go to the next"),
    PromptKey(key: "n", command: .skip, help: "leave this row as it is, go to the next"),
    PromptKey(
      key: "J", command: .act(.nudgeDown(.target)),
      help: "move the last target segment to the row below"),
    PromptKey(
      key: "K", command: .act(.nudgeUp(.target)),
      help: "move the first target segment to the row above"),
    PromptKey(key: "m", command: .act(.mergeDown()), help: "merge this row with the one below"),
    PromptKey(key: "s", command: .askForCut, help: "split this row"),
    PromptKey(
      key: "o", command: .act(.omitted), help: "omitted: the source has no counterpart"),
    PromptKey(key: "i", command: .act(.added), help: "added: the target has no counterpart"),
    PromptKey(key: "e", command: .askForText, help: "edit the target text; the original is kept"),
    PromptKey(
      key: "R", command: .realign, help: "realign this row and the undecided ones around it"),
    PromptKey(key: "z", command: .undo, help: "undo the last change"),
    PromptKey(key: "q", command: .quit, help: "quit; everything is stored already"),
    PromptKey(key: "?", command: .help, help: "show these keys"),
  ]

  /// What the prompt shows: `[y,n,J,K,m,s,o,i,e,R,z,q,?]`.
  public static let prompt = "[" + all.map { String($0.key) }.joined(separator: ",") + "]"

  /// What a key does; `nil` for a key that does nothing.
  public static func command(for key: Character) -> Command? {
    all.first { $0.key == key }?.command
  }
}
