/// The terminal we speak to: bytes out, its width, and whether it shows colour.
internal import Bitext
internal import Foundation

enum Terminal {
  /// Writes data to standard output, with a line end.
  static func write(_ text: String) throws(OutputFault) {
    try put(text + "\n", to: STDOUT_FILENO)
  }

  /// Lets `body` write data line by line, which goes to standard output in pieces.
  static func writing(_ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    var waiting = ""
    try body { text in
      waiting += text + "\n"
      guard waiting.utf8.count > 1 << 16 else { return }
      try prompt(waiting)
      waiting = ""
    }
    try prompt(waiting)
  }

  /// Writes what a person is asked; the answer stands on the same line.
  static func prompt(_ text: String) throws(OutputFault) {
    try put(text, to: STDOUT_FILENO)
  }

  /// Tells the person something on standard error. What cannot be told there is lost.
  static func tell(_ text: String) {
    try? put(text + "\n", to: STDERR_FILENO)
  }

  /// Tells of something that did not stop the work.
  static func warn(_ fault: any Fault) { tell("bitext: note: \(fault.description)") }

  /// Tells something of a file that a person should know, and nothing is wrong with.
  static func note(_ words: String) { tell("bitext: note: \(words.harmless)") }

  /// Tells how far the work has come, on one line of standard error that is written over and over;
  /// only where a person sees it.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    try? put("\r\u{1B}[K" + text.harmless, to: STDERR_FILENO)
  }

  /// Clears the line of progress.
  static func endProgress() { progress("") }

  /// Writes a value as JSON: keys sorted, so that the same value is the same bytes.
  static func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(String(decoding: encoder.encode(value), as: UTF8.self))
  }

  /// How many columns a line has: the terminal's, or 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }

  /// The size of the terminal; 24 lines of 80 columns where it tells none.
  static var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Whether a person sits at a terminal that can move its cursor.
  static var isScreen: Bool {
    isatty(STDIN_FILENO) == 1 && isInteractive
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Colour is for terminals, and not where `NO_COLOR` is set (https://no-color.org).
  static let hasColour: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isInteractive && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }()

  private static func put(_ text: String, to descriptor: Int32) throws(OutputFault) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw OutputFault(reason: String(cString: strerror(errno)))
      }
    }
  }
}

/// Standard output cannot be written.
struct OutputFault: Fault {
  let reason: String
  let kind = FaultKind.output
  let place = "standard output"
  var problem: String { "cannot be written: \(reason)" }
  let fix = "free some space, or send the output elsewhere"
}

/// The few colours we use, each beside a sign that says the same without it.
enum Colour: String {
  case red = "31"
  case green = "32"
  case yellow = "33"
  case magenta = "35"
  case cyan = "36"
  case dim = "2"
  case bold = "1"
}

extension String {
  /// The text in a colour, where the terminal shows colours.
  func inColour(_ colour: Colour) -> String {
    Terminal.hasColour ? "\u{1B}[\(colour.rawValue)m\(self)\u{1B}[0m" : self
  }
}
