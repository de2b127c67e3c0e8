/// The options that say what makes the vectors for the aligner.
internal import ArgumentParser
internal import Foundation
internal import Workbench

struct EncoderOptions: ParsableArguments {
  @Option(
    name: .customLong("encoder"),
    help: .init(
      "What makes vectors: none, embedded, a server's address or a file; else embedded, if installed.",
      valueName: "name"),
    completion: .file())
  var name: String?
  @Option(
    name: .customLong("encoder-model"),
    help: .init("For a server: the model, as the server calls it.", valueName: "name"))
  var model: String?
  @Flag(help: "For a server: the texts may be sent to another machine.")
  var allowRemote = false
  @Option(
    name: .customLong("encoder-texts"),
    help: .init("For a file of vectors: the file of their texts, one a line.", valueName: "file"),
    completion: .file())
  var texts: String?

  private var isServer: Bool {
    ["http://", "https://"].contains { name?.lowercased().hasPrefix($0) == true }
  }

  private var isFile: Bool { !isServer && !["none", "embedded", nil].contains(name) }

  func validate() throws {
    guard isServer == (model != nil), isServer || !allowRemote else {
      throw ValidationError(
        "--encoder http://… goes with --encoder-model, and only there goes --allow-remote.")
    }
    guard isFile == (texts != nil) else {
      throw ValidationError(
        "--encoder is none, embedded, http://…, or a file of vectors with --encoder-texts.")
    }
  }

  /// What these options say. A server's key comes from the environment, where no other user of this
  /// machine sees it.
  var choice: EncoderChoice {
    switch (name, model, texts) {
    case (let url?, let model?, _):
      let key = ProcessInfo.processInfo.environment["BITEXT_ENCODER_KEY"]
      return .server(url: url, model: model, key: key, allowRemote: allowRemote)
    case (let vectors?, _, let texts?): return .file(vectors: vectors, texts: texts)
    case ("none", _, _): return .none
    case ("embedded", _, _): return .embedded
    default: return .ifInstalled
    }
  }
}
