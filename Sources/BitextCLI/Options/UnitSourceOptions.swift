/// The options that say what files of units are.
public import ArgumentParser
internal import Bitext
internal import Workbench

extension ExchangeFormat: ExpressibleByArgument {}

struct UnitSourceOptions: ParsableArguments {
  @Option(help: .init("The language of the source texts; else as the file says.", valueName: "tag"))
  var sourceLang: Language?
  @Option(help: .init("The language of the target texts; else as the file says.", valueName: "tag"))
  var targetLang: Language?
  @Option(
    help: .init("The encoding of a text file; else as it says, else UTF-8.", valueName: "name"))
  var encoding: String?

  func source(_ paths: [String], _ format: ExchangeFormat?) -> UnitSource {
    UnitSource(
      paths, format: format, sourceLanguage: sourceLang, targetLanguage: targetLang,
      encoding: encoding)
  }
}
