public import Bitext

/// Why a file could not become a document. Every case begins with the file as the user named it.
public enum DocumentError: Fault, Equatable {
  /// There is no such file.
  case missing(String)
  /// It is a directory.
  case directory(String)
  /// The system would not let it be read, for the reason given.
  case unreadable(String, reason: String)
  /// It holds nothing but white space, or nothing at all.
  case empty(String)
  /// It is a file of another kind, and how to make a text of it.
  case notText(String, what: String, remedy: String)
  /// It is of a kind that is read, and cannot be, for the reason given.
  case damaged(String, _ reason: String)
  /// Bytes that the encoding does not have, at a line counted from 1 and a byte counted from 0.
  case malformed(String, encoding: String, line: Int, offset: Int)
  /// The encoding could not be told; the first byte that is not UTF-8.
  case undecided(String, line: Int, offset: Int)
  /// No encoding of that name is known.
  case unknownEncoding(String, encoding: String)
  /// A line without any break that is too long to be text.
  case lineTooLong(String, line: Int)
  /// More bytes than the program takes of such a file.
  case tooLarge(String, limit: Int)
  /// A program that reads such files for us is not installed.
  case needsProgram(String, what: String, program: String, remedy: String)
  /// A file that should hold two languages holds one.
  case oneLanguage(String, Language)
  /// The letters are not those of the language stated; the percentage that are Chinese.
  case wrongLanguage(String, stated: Language, percentHan: Int)

  public var kind: FaultKind {
    if case .unknownEncoding = self { .usage } else { .badInput }
  }

  public var place: String {
    switch self {
    case .missing(let file), .directory(let file), .unreadable(let file, _), .empty(let file),
      .notText(let file, _, _), .unknownEncoding(let file, _), .tooLarge(let file, _),
      .wrongLanguage(let file, _, _), .damaged(let file, _), .needsProgram(let file, _, _, _),
      .oneLanguage(let file, _):
      file
    case .malformed(let file, _, let line, _), .undecided(let file, let line, _),
      .lineTooLong(let file, let line):
      "\(file):\(line)"
    }
  }

  public var problem: String {
    switch self {
    case .missing: "no such file"
    case .directory: "this is a directory, not a file"
    case .unreadable(_, let reason): "cannot be read: \(reason)"
    case .empty: "the file holds no text"
    case .notText(_, let what, _): "this is \(what), not a text"
    case .malformed(_, let encoding, _, let offset):
      "not valid \(encoding): the first wrong byte is number \(offset), counted from 0"
    case .undecided(_, _, let offset):
      "the encoding cannot be told: byte \(offset) is not UTF-8, and the text is not UTF-16, "
        + "GB18030, Big5 or Windows-1252"
    case .unknownEncoding(_, let encoding): "no encoding is called '\(encoding)'"
    case .lineTooLong: "the line is longer than \(FileBytes.longestLine / 1_000_000) MB"
    case .tooLarge(_, let limit): "the file is larger than \(limit / 1_000_000) MB"
    case .damaged(_, let reason): "cannot be read: \(reason)"
    case .needsProgram(_, let what, let program, _):
      "this is \(what), and the program that reads it, \(program), is not installed"
    case .oneLanguage(_, let language):
      "the file holds one language, \(language), and no two that could be told apart"
    case .wrongLanguage(_, let stated, let percent):
      "stated to be \(stated), but \(percent) % of its letters are Chinese"
    }
  }

  public var fix: String {
    switch self {
    case .missing: "check the spelling and the folder"
    case .directory: "name one file in it"
    case .unreadable: "check the file's permissions (ls -l)"
    case .empty: "name the file that holds the text"
    case .notText(_, _, let remedy): remedy
    case .malformed, .undecided:
      "mend the file, or name its encoding with --encoding, as in --encoding windows-1252"
    case .unknownEncoding: "use a name such as UTF-8, UTF-16LE, GB18030, Big5 or windows-1252"
    case .lineTooLong: "check that this is a text; if so, break it into lines"
    case .tooLarge: "split it into parts"
    case .damaged: "open it in the program that made it, save it anew, and name that file"
    case .needsProgram(_, _, _, let remedy): remedy
    case .oneLanguage: "name two files, or state the languages with --source-lang and --target-lang"
    case .wrongLanguage:
      "swap SOURCE and TARGET, or state the languages with --source-lang and --target-lang"
    }
  }
}
