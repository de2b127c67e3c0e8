/// How a command ends that did not simply finish: what is said where, and the exit status.
internal import ArgumentParser
internal import Bitext

enum Ending {
  /// A fault, told to the person.
  case fault(any Fault)
  /// Wrong arguments.
  case usage(problem: String, fix: String)
  /// Help or the version, which were asked for.
  case answer(String)
  /// An exit status with nothing more to say.
  case silent(Int32)

  init(_ error: any Error) {
    let code = BitextCommand.exitCode(for: error)
    switch error {
    case let fault as any Fault: self = .fault(fault)
    case let code as ExitCode: self = .silent(code.rawValue)
    case _ where code == .success: self = .answer(BitextCommand.fullMessage(for: error))
    default:
      let full = BitextCommand.fullMessage(for: error)
      self = .usage(problem: BitextCommand.message(for: error), fix: Self.remedy(in: full))
    }
  }

  /// The parser's last line, `See 'bitext align --help' for more information.`, as a remedy.
  private static func remedy(in message: String) -> String {
    let hint = message.split(separator: "\n").last { $0.contains("See '") } ?? ""
    let command = hint.split(separator: "'").dropFirst().first ?? "bitext --help"
    return "see '\(command)'"
  }

  /// Says what there is to say and gives the exit status.
  func carryOut() -> Int32 {
    switch self {
    case .fault(let fault):
      Terminal.tell("bitext: \(fault.description)")
      return fault.kind.rawValue
    case .usage(let problem, let fix):
      Terminal.tell("bitext: arguments: \(problem)\n  fix: \(fix)")
      return FaultKind.usage.rawValue
    case .answer(let text):
      do { try Terminal.write(text) } catch { return Ending.fault(error).carryOut() }
      return 0
    case .silent(let status): return status
    }
  }
}

extension ExitCode {
  /// The command did its work and has findings, or found nothing.
  static let findings = ExitCode(FaultKind.findings.rawValue)
}
