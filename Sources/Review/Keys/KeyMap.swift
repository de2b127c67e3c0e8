/// Which key asks for what: the one table that the screen obeys and its help prints.
public struct KeyMap: Hashable, Sendable {
  /// Key maps that come with the program.
  public enum Preset: String, Hashable, Sendable, CaseIterable {
    /// Our own.
    case bitext
    /// The keys of InterText Editor, and our own where it has none.
    case intertext
    /// The keys of OmegaT's aligner, and our own where it has none.
    case omegat
  }

  private var commands: [Key: KeyCommand] = [:]
  /// Each command's keys, the first given first.
  private var keys: [KeyCommand: [Key]] = [:]

  /// A preset's keys.
  public init(_ preset: Preset = .bitext) {
    let tables = preset == .bitext ? [Self.bitext] : [Self.bitext, Self.table(of: preset)]
    for table in tables {
      // Later tables' keys stand before those they add to.
      var added: [KeyCommand: [Key]] = [:]
      for (names, command) in table {
        for key in names.split(separator: " ").compactMap({ Key(named: String($0)) }) {
          take(key)
          commands[key] = command
          added[command, default: []].append(key)
        }
      }
      for (command, keys) in added { self.keys[command] = keys + (self.keys[command] ?? []) }
    }
  }

  /// What a key asks for.
  public subscript(key: Key) -> KeyCommand? { commands[key] }

  /// The keys that ask for a command, its main key first; none when it has none.
  public func keys(for command: KeyCommand) -> [Key] { keys[command] ?? [] }

  /// Gives a key to a command, or to none.
  public mutating func bind(_ key: Key, to command: KeyCommand?) {
    take(key)
    guard let command else { return }
    commands[key] = command
    keys[command, default: []].insert(key, at: 0)
  }

  private mutating func take(_ key: Key) {
    guard let old = commands.removeValue(forKey: key) else { return }
    keys[old]?.removeAll { $0 == key }
  }

  private static func table(of preset: Preset) -> [(String, KeyCommand)] {
    switch preset {
    case .bitext: bitext
    case .intertext: intertext
    case .omegat: omegat
    }
  }

  /// Our keys. Confirming has the cheapest ones; lower and upper case are there and back, or a
  /// small and a large form of the same.
  private static let bitext: [(String, KeyCommand)] = [
    ("enter", .confirm), ("y", .confirmAndStep), ("C", .confirmAbove), ("Y", .acceptRest),
    ("V", .unconfirm), ("o", .omitted), ("i", .added), ("X", .nonText), ("D", .reject),
    ("j down", .down), ("k up", .up), ("pagedown ctrl-f", .pageDown), ("pageup ctrl-b", .pageUp),
    ("home", .top), ("G end", .bottom), ("g", .goTo),
    ("n", .nextDoubtful), ("p", .previousDoubtful), ("N", .nextUnequal), ("P", .previousUnequal),
    ("u", .nextUnreviewed), ("U", .previousUnreviewed), ("b", .nextFlagged),
    ("B", .previousFlagged), ("/", .find), ("F", .filter), ("w", .order),
    ("tab h l", .otherSide), ("right", .nextSegment), ("left", .previousSegment),
    ("J", .nudgeDown), ("K", .nudgeUp), ("m", .mergeDown), ("M", .mergeUp), ("s", .split),
    ("S", .splitHere), (">", .shiftDown), ("<", .shiftUp), ("a", .joinNext),
    ("A", .joinPrevious), ("x", .move), ("space", .pin), ("R", .realign), ("L", .lockSource),
    ("e", .edit), ("c", .comment), ("f", .flag), ("r", .doubt), ("t", .term), ("T", .terms),
    ("z", .undo), ("Z", .redo), ("H", .undoRow), (".", .again), (":", .command), ("?", .help),
    ("q", .quit),
  ]

  /// InterText Editor's. Its Control-Backspace reaches us as Control-H, its Control-Enter as Enter;
  /// its undo, Control-Z, stops a program in a terminal.
  private static let intertext: [(String, KeyCommand)] = [
    ("S", .confirmAndStep), ("C", .confirmAbove), ("M", .flag), ("N", .nextUnequal),
    ("alt-n", .previousUnequal), ("U", .nextUnreviewed), ("alt-u", .previousUnreviewed),
    ("B", .nextFlagged), ("alt-b", .previousFlagged), ("backspace", .shiftUp),
    ("enter", .shiftDown), ("ctrl-up", .nudgeUp), ("ctrl-down", .nudgeDown),
    ("ctrl-h", .mergeUp), ("alt-backspace", .joinPrevious), ("E", .edit), ("ctrl-x", .move),
    ("ctrl-y", .redo), ("ctrl-u", .undo), ("D", .confirm),
    ("alt-d", .reject), ("alt-s", .splitHere),
  ]

  /// The keys of OmegaT's aligner.
  private static let omegat: [(String, KeyCommand)] = [
    ("A", .confirmAndStep), ("R", .doubt), ("C", .unconfirm), ("U", .nudgeUp), ("D", .nudgeDown),
    ("M", .mergeDown), ("S", .split), ("E", .edit), ("K", .reject), ("ctrl-r", .realign),
    ("alt-c", .confirmAbove), ("alt-u", .previousUnreviewed), ("alt-m", .mergeUp),
    ("alt-s", .splitHere), ("alt-a", .joinPrevious),
  ]
}
