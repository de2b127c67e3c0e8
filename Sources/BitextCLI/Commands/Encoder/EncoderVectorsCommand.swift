internal import ArgumentParser
internal import Workbench

struct EncoderVectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Writes the vector of each line of a file, for other programs.",
    discussion: """
      Examples:
        bitext encoder vectors sentences.txt -o sentences.npy
        bitext encoder vectors overlaps.txt -o overlaps.emb

      A name that ends in .npy is written as NumPy's array of float32, any other
      as the raw float32 that Vecalign reads.
      """)

  @Argument(help: "The texts, one a line; - is standard input.", completion: .file())
  var texts: String
  @Option(
    name: .shortAndLong,
    help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let count = try DataFolder.current.writeVectors(of: texts, to: output)
    let words = "\(output): \(count.of("vector"))"
    if output == "-" { Terminal.tell(words) } else { try Terminal.write(words) }
  }
}
