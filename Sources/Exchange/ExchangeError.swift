public import Bitext
internal import Glibc
public import Markup

/// Why an exchange file was not written or read. Whatever stood at the path of an export before still
/// stands there, whole; of a file that is broken nothing was taken.
public enum ExchangeError: Fault, Hashable, MarkupFailure {
  /// The folder to write into does not exist.
  case folderMissing(path: String, folder: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The system does not let us write there, for the reason it gives.
  case notWritable(path: String, reason: String)
  /// What was written cannot be read again as it was.
  case readBack(path: String, reason: String)
  /// No row may leave.
  case nothingToExport(path: String, leftOut: String)
  /// A unit goes from or into another language than those before it.
  case mixedLanguages(id: String, found: String, expected: String)
  /// Two units have the same identifier.
  case repeatedID(String)
  /// A file to read cannot be used; the place is the file, with its line where it has one.
  case badInput(_ place: String, String, fix: String)
  /// The format is read and not written.
  case onlyRead(path: String, Format)
  /// The format is of several files, and there is one output.
  case severalFiles(Format)
  /// The format holds one whole text, and there are more.
  case severalDocuments(String, first: String, Format)
  /// A text or a row more than the format can hold, and the reason.
  case doesNotFit(path: String, reason: String)
  /// A file to read that is broken or means harm, for the reason given.
  case damaged(_ file: String, _ reason: String)
  /// A file to read that is not the table wanted, and what to do.
  case notTable(_ file: String, problem: String, fix: String)
  /// A file to read is broken at a line, counted from 1.
  case broken(_ path: String, line: Int, reason: String)

  public var kind: FaultKind {
    switch self {
    case .folderMissing, .isFolder, .diskFull, .notWritable, .readBack: .output
    case .nothingToExport: .findings
    case .mixedLanguages, .repeatedID, .doesNotFit, .severalDocuments: .refused
    case .damaged, .notTable, .badInput, .broken: .badInput
    case .onlyRead, .severalFiles: .usage
    }
  }

  public var place: String {
    switch self {
    case .folderMissing(let path, _), .isFolder(let path), .diskFull(let path),
      .notWritable(let path, _), .readBack(let path, _), .nothingToExport(let path, _):
      path == "-" ? "standard output" : path
    case .broken(let path, let line, _): "\(path == "-" ? "standard input" : path):\(line)"
    case .mixedLanguages(let id, _, _), .repeatedID(let id): "unit \(id)"
    case .doesNotFit(let path, _): path
    case .badInput(let place, _, _): place == "-" ? "standard input" : place
    case .onlyRead(let path, _): path == "-" ? "standard output" : path
    case .severalFiles: "standard output"
    case .severalDocuments(let document, _, _): document
    case .damaged(let file, _), .notTable(let file, _, _): file
    }
  }

  public var problem: String {
    switch self {
    case .folderMissing(_, let folder): "there is no folder '\(folder)'"
    case .isFolder: "is a folder, not a file"
    case .diskFull: "the disk is full"
    case .notWritable(_, let reason): "cannot be written: \(reason)"
    case .readBack(_, let reason): "what was written could not be read back: \(reason)"
    case .nothingToExport(_, let leftOut): "no unit to export; left out \(leftOut)"
    case .mixedLanguages(_, let found, let expected):
      "goes from \(found), the units before it from \(expected)"
    case .repeatedID: "two units have this identifier"
    case .doesNotFit(_, let reason): reason
    case .badInput(_, let problem, _): problem
    case .onlyRead(_, let format): "\(format.title) is read here, and not written"
    case .severalFiles(let format): "\(format.title) is several files"
    case .severalDocuments(_, let first, let format):
      "is another document than \(first), and \(format.title) holds one"
    case .damaged(_, let reason): "cannot be read: \(reason)"
    case .notTable(_, let problem, _): problem
    case .broken(_, _, let reason): "the file is broken here: \(reason)"
    }
  }

  public var fix: String {
    switch self {
    case .folderMissing(_, let folder): "create it (mkdir -p '\(folder)') or write elsewhere"
    case .isFolder(let path):
      "name a file in it: \(path)\(path.hasSuffix("/") ? "" : "/")memory.tmx"
    case .diskFull: "free some space, or write to another disk"
    case .notWritable: "change the permissions, or write elsewhere"
    case .readBack: "check the disk, then export again"
    case .nothingToExport: "review some rows, or ask for more of them with --status all"
    case .mixedLanguages: "choose one pair of languages with --source-lang and --target-lang"
    case .repeatedID: "export each document once"
    case .badInput(_, _, let fix): fix
    case .onlyRead:
      "write one of \(Format.allCases.filter(\.isWritten).map(\.rawValue).joined(separator: ", "))"
    case .severalFiles: "name a file with -o"
    case .severalDocuments: "export each document into files of its own"
    case .doesNotFit: "write CSV, or fewer rows"
    case .damaged: "open it in the program that made it, save it anew, and name that file"
    case .notTable(_, _, let fix): fix
    case .broken: "mend the line (`bitext validate FILE` lists all it finds)"
    }
  }

  /// A file that cannot be read, by the error number of a failed system call.
  static func unreadable(_ path: String, _ number: Int32) -> ExchangeError {
    switch number {
    case ENOENT, ENOTDIR:
      .badInput(path, "no such file", fix: "check the spelling and the folder")
    case EISDIR: .badInput(path, "this is a folder, not a file", fix: "name a file in it")
    default:
      .badInput(
        path, "cannot be read: \(String(cString: strerror(number)))",
        fix: "check the file's permissions (ls -l)")
    }
  }

  /// A failed system call on `path`, by its error number.
  init(_ number: Int32, path: String) {
    switch number {
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    case EISDIR: self = .isFolder(path: path)
    default: self = .notWritable(path: path, reason: String(cString: strerror(number)))
    }
  }
}
