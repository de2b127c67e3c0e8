// A console session as a test: lines after `$ ` are typed, what follows is what they print.
import Testing

struct Session {
  /// A command and what the session says that it prints.
  struct Step {
    var command: String
    var output: String
  }

  let steps: [Step]

  /// Reads a session. A command that ends in `\` goes on in the next line. `[3]` alone on the last
  /// line of an output is the exit status, where it is not 0.
  init(_ text: String) {
    var steps: [Step] = []
    var goesOn = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if goesOn {
        steps[steps.count - 1].command += "\n" + line
      } else if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
      goesOn = (line.hasPrefix("$ ") || goesOn) && line.hasSuffix("\\")
    }
    self.steps = steps
  }

  /// Runs the commands in order and compares what they print. The blank lines at an output's end
  /// do not count.
  func check(
    at desk: Desk, _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(!steps.isEmpty, "no command in the session", sourceLocation: location)
    for step in steps {
      let result = try desk.run(step.command, errorsInOutput: true)
      let status = result.status == 0 ? "" : "[\(result.status)]\n"
      #expect(
        Self.trimmed(result.output + status) == Self.trimmed(step.output), "$ \(step.command)",
        sourceLocation: location)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
