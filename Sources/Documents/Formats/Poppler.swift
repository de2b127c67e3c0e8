internal import Foundation

/// Runs Poppler's `pdftotext`, a program of its own, so that a file that breaks it breaks nothing else.
enum Poppler {
  /// The longest it may take, in seconds.
  private static let patience = 60.0
  /// The most it may write, in bytes.
  private static let most = 300_000_000

  /// What it says of a file: each word with its place, as XHTML; and whether fonts were missing.
  static func layout(
    of file: SourceFile
  ) throws(DocumentError) -> (layout: [UInt8], lacksFonts: Bool) {
    guard let program else {
      throw .needsProgram(
        file.name, what: "a PDF file", program: "pdftotext",
        remedy: "install it (apt-get install poppler-utils), or save the text as .txt or .docx")
    }
    do {
      return try run(program, on: file)
    } catch let fault as DocumentError {
      throw fault
    } catch {
      throw .damaged(file.name, "pdftotext: \(error.localizedDescription)")
    }
  }

  /// The program, where the `PATH` has it.
  private static var program: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { URL(fileURLWithPath: "\($0)/pdftotext") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private static func run(
    _ program: URL, on file: SourceFile
  ) throws -> (layout: [UInt8], lacksFonts: Bool) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bitext-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, errors) = (folder.appending(path: "in.pdf"), folder.appending(path: "errors"))
    try Data(file.bytes).write(to: input)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = program
    process.arguments = ["-bbox-layout", "-enc", "UTF-8", input.path, "-"]
    process.standardInput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    let layout = try output(of: process)
    let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    guard process.terminationStatus == 0 else { throw fault(said, file) }
    return (layout, said.contains("Missing language pack"))
  }

  /// What the process writes, until it ends, has taken too long, or has written too much.
  private static func output(of process: Process) throws -> [UInt8] {
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let alarm = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: alarm)
    defer { alarm.cancel() }
    var bytes: [UInt8] = []
    while let piece = try pipe.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty {
      bytes += piece
      if bytes.count > most { process.terminate() }
    }
    process.waitUntilExit()
    return bytes
  }

  private static func fault(_ said: String, _ file: SourceFile) -> DocumentError {
    if said.contains("Incorrect password") {
      return .damaged(file.name, "it is protected by a password")
    }
    let reason = said.split(separator: "\n").last.map(String.init)
    return .damaged(file.name, "pdftotext: \(reason ?? "it took too long, or wrote too much")")
  }
}
