// A folder of its own for each test, where `bitext` is run as a person runs it. Clock, author and
// data folder are fixed, so that the same commands print the same bytes.
import Foundation
import Testing

final class Desk {
  /// The folder, removed with the desk.
  let folder: String
  private let data: String
  private var runs = 0

  /// What a command left.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A folder with an empty data folder; with `lexicon`, the data folder of the environment.
  init(lexicon: Bool = false) throws {
    var template = Array(
      FileManager.default.temporaryDirectory.appending(path: "bitext-desk-XXXXXX").path
        .utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    data = lexicon ? try #require(Self.lexiconFolder) : folder + "/.data"
    mkdir(folder + "/.run", 0o700)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The folder of the compiled lexicon, where there is one.
  static var lexiconFolder: String? {
    ProcessInfo.processInfo.environment["BITEXT_DATA"].flatMap {
      FileManager.default.fileExists(atPath: $0 + "/zh-en.lexicon") ? $0 : nil
    }
  }

  /// The program under test: `$BITEXT_BINARY`, else the one built beside the tests.
  static let program: String = {
    if let named = ProcessInfo.processInfo.environment["BITEXT_BINARY"] { return named }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "bitext").path
  }()

  /// What the program finds in its environment.
  var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }
    environment["PATH"] = folder + "/.run:/usr/local/bin:/usr/bin:/bin"
    environment["HOME"] = folder
    environment["BITEXT_DATA"] = data
    environment["BITEXT_AUTHOR"] = "ann"
    environment["SOURCE_DATE_EPOCH"] = "1679011200"
    environment["NO_COLOR"] = "1"
    return environment
  }

  /// Runs a line of shell and waits for its end.
  @discardableResult
  func run(_ command: String, errorsInOutput: Bool = false) throws -> Result {
    runs += 1
    let (output, errors) = (".run/output-\(runs)", ".run/errors-\(runs)")
    let line = errorsInOutput ? "{ \(command)\n} 2>&1" : command
    let status = try start(line, output: "\(folder)/\(output)", errors: "\(folder)/\(errors)")
      .wait()
    return Result(status: status, output: try read(output), errors: try read(errors))
  }

  /// Starts a line of shell without waiting.
  func start(_ command: String, output: String = "/dev/null", errors: String = "/dev/null") throws
    -> Running
  {
    try link()
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    return try Running(
      command, in: folder, environment: environment,
      streams: [(0, "/dev/null", O_RDONLY), (1, output, writing), (2, errors, writing)])
  }

  /// Makes `bitext` a command of the shell.
  func link() throws {
    let name = folder + "/.run/bitext"
    guard !FileManager.default.fileExists(atPath: name) else { return }
    try FileManager.default.createSymbolicLink(
      atPath: name, withDestinationPath: URL(filePath: Self.program).path)
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes bytes into the folder.
  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// A file of the folder as text.
  func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// A file of the folder.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
  }

  /// Decodes what a command printed with `--json`.
  func json<T: Decodable>(_ type: T.Type, _ command: String) throws -> T {
    let result = try run(command)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(type, from: Data(result.output.utf8))
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test where no compiled lexicon is at hand, unless data is required.
  static var needsLexicon: Self {
    .enabled(
      if: Desk.lexiconFolder != nil
        || ProcessInfo.processInfo.environment["BITEXT_REQUIRE_DATA"] != nil,
      "$BITEXT_DATA has no zh-en.lexicon")
  }
}

extension Desk {
  /// A workspace with a document pair `a` of two rows, Chinese and English.
  static func withTwoRows() throws -> Desk {
    let desk = try Desk()
    try desk.write("网络法治/发展。\n\n互联网企业遵守法律。\n", to: "zh.txt")
    try desk.write("Cyber law/order grows.\n\nInternet companies obey the laws.\n", to: "en.txt")
    let align = "bitext align zh.txt en.txt --as a --encoder none --source-lang zh"
    #expect(try desk.run(align).status == 0)
    return desk
  }
}
