/// A question that is answered by y or n, where a person sits at a terminal.
internal import Bitext
internal import Foundation

enum Question {
  /// Whether a person says yes. Where none can be asked the answer is no.
  static func isAgreed(_ words: String) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1, Terminal.isInteractive else { return false }
    try Terminal.prompt("\(words) [y, n] ")
    return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
  }
}

/// Something was shown and not agreed to.
struct NotAgreed: Fault {
  let kind = FaultKind.refused
  let place: String
  let problem: String
  let fix = "answer with y at a terminal, or say --yes"
}
