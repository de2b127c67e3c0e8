// A program started as a shell starts it: in a folder, with an environment, with files or a
// terminal as its standard streams.
import Foundation
import Testing

/// A running program.
struct Running {
  /// Its process.
  let pid: pid_t

  /// Where a standard stream comes from or goes to.
  typealias Stream = (descriptor: Int32, path: String, flags: Int32)

  /// Starts `command` under `sh`. With `leader` it leads a session of its own, so that a terminal
  /// among its streams becomes the one it is controlled by.
  init(
    _ command: String, in folder: String, environment: [String: String], streams: [Stream],
    leader: Bool = false
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in streams {
      posix_spawn_file_actions_addopen(
        &actions, stream.descriptor, stream.path, stream.flags, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let session: Int32 = leader ? 0x80 : 0  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | session))
    // `exec`, where it is one program: a signal to the process is a signal to the program.
    let isOne = !command.contains { "|;&\n".contains($0) }
    let script = "cd '\(folder)' && \(isOne ? "exec " : "")\(command)"
    pid = try Self.spawn(["sh", "-c", script], environment, &actions, &attributes)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    let arguments: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer {
      for text in arguments + variables { free(text) }
    }
    var pid = pid_t()
    let code = posix_spawn(&pid, "/bin/sh", &actions, &attributes, arguments, variables)
    try #require(code == 0, "posix_spawn: error \(code)")
    return pid
  }

  /// Waits for the end: the exit status, or the signal's number negated.
  func wait() -> Int32 {
    let status = status(0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Waits until the program is stopped; false when it ends instead.
  func waitForStop() -> Bool { status(WUNTRACED) & 0xFF == 0x7F }

  /// Waits until the program itself waits for something: for a key, once it has asked for one.
  func waitUntilItWaits() throws {
    func state() throws -> Character? {
      let stat = try String(contentsOf: URL(filePath: "/proc/\(pid)/stat"), encoding: .utf8)
      return stat.split(separator: ") ").last?.first
    }
    while try state() != "S" { usleep(500) }
  }

  /// What waitpid(2) says; a program that takes a minute is ended.
  private func status(_ options: Int32) -> Int32 {
    var status: Int32 = 0
    let deadline = Date(timeIntervalSinceNow: 60)
    while waitpid(pid, &status, WNOHANG | options) == 0 {
      if Date() > deadline {
        kill()
        Issue.record("the program did not end")
      }
      usleep(500)
    }
    return status
  }

  /// Ends it at once, as a power cut would.
  func kill() { Foundation.kill(pid, SIGKILL) }
}
