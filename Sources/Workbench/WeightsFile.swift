public import Alignment
internal import Bitext
internal import Documents
internal import Foundation

/// A file of weights, as `bitext train` writes it.
public enum WeightsFile {
  /// The model in a file, or without one the model that comes with the program.
  /// - Throws: `DocumentError`; `WorkbenchError` when it is no such file, or of another version.
  public static func read(_ path: String?) throws -> Model {
    guard let path else { return .shipped }
    guard let model = Model(json: Data(try FileBytes.read(path))) else {
      throw WorkbenchError.notWeights(path)
    }
    return model
  }
}

extension WorkbenchError {
  fileprivate static func notWeights(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path, problem: "does not hold the weights of this version",
      fix: "make it with `bitext train GOLD… -o \(path)`, or leave --weights out")
  }
}
