/// The person's own editor, opened on a text.
internal import Foundation

struct TextEditor {
  /// The command, as the shell takes it.
  let command: String

  /// `$VISUAL`, else `$EDITOR`; `nil` when neither is set.
  init?(environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let named else { return nil }
    command = named
  }

  /// The text as the person left it, lines joined with `separator`; `nil` when the editor failed.
  func edit(_ text: String, joiningLinesWith separator: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.path
    var name = Array("\(folder)/bitext-XXXXXX.txt".utf8CString)
    let file = mkstemps(&name, 4)
    guard file >= 0 else { throw OutputFault(reason: String(cString: strerror(errno))) }
    close(file)
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path))
    guard system("\(command) '\(path.replacing("'", with: "'\\''"))'") == 0 else { return nil }
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      .split(whereSeparator: \.isNewline).joined(separator: separator)
  }
}
