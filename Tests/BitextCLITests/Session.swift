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
    self.steps = steps.map { Step(command: $0.command, output: Self.trimmed($0.output)) }
  }

  /// Runs the commands in order and expects each to print what the session says.
  func check(at desk: Desk, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(!steps.isEmpty, "no command in the session", sourceLocation: location)
    for (step, printed) in zip(steps, try replay(at: desk)) {
      #expect(printed == step.output, "$ \(step.command)", sourceLocation: location)
    }
  }

  /// Runs the commands in order and gives what each prints. Line ends at an output's end do not
  /// count.
  func replay(at desk: Desk) throws -> [String] {
    try steps.map { step in
      let result = try desk.run(step.command, errorsInOutput: true)
      return Self.trimmed(result.output + (result.status == 0 ? "" : "[\(result.status)]\n"))
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
