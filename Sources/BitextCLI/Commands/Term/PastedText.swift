internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

/// `term find -`: the terms of a text from standard input.
enum PastedText {
  /// Reads the text and prints its terms; ends with the exit status of findings when it has none.
  static func printTerms(_ bench: Bench, json: Bool) throws {
    let data = FileHandle.standardInput.readDataToEndOfFile()
    let found = try bench.terms(in: String(decoding: data, as: UTF8.self), data: .current)
    try json ? Terminal.write(json: found) : Terminal.write(found.table)
    if found.isEmpty { throw ExitCode.findings }
  }
}

extension [TermInText] {
  fileprivate var table: String {
    guard !isEmpty else { return "no term in the text" }
    var table = Table(["TERM", "TIMES", "CONCEPT", "RENDERINGS"], numbers: [1])
    for term in self {
      table.add([
        term.words, "\(term.count)", term.concepts.map(\.id).joined(separator: " "),
        term.renderings.joined(separator: " / "),
      ])
    }
    return table.text
  }
}

extension TermInText {
  /// The concepts' terms in other languages, the best first; one that is not to be used says so.
  fileprivate var renderings: [String] {
    let own = concepts.flatMap(\.terms).first { $0.text.lowercased() == words.lowercased() }?
      .language
    var seen: Set<String> = []
    return concepts.flatMap { concept in
      concept.terms.filter { term in
        own.map { $0.code != term.language.code } ?? (isHan(term.text) != isHan(words))
      }
      .sorted { $0.status < $1.status }
    }
    .filter { seen.insert($0.text).inserted }
    .map { $0.status <= .admitted ? $0.text : "\($0.text) (\($0.status.rawValue))" }
  }

  private func isHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { Script.of($0) == .han }
  }
}
