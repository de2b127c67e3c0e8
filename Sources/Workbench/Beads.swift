public import Alignment
public import Bitext
internal import Documents
internal import Exchange
internal import Foundation
internal import Terminology

/// Aligning without a workspace: two texts in, lines of beads out.
extension TextPair {
  /// Writes the ladder, one bead a line: `[0, 1]:[0]:0.982`. This form never changes.
  /// - Parameters:
  ///   - path: the file to write; `-` is standard output.
  ///   - terms: a glossary file to align with.
  /// - Returns: what to tell the person when the texts do not seem to belong together.
  /// - Throws: `DocumentError` and `GlossaryError` for the glossary, `ExchangeError`; what the
  ///   encoder throws.
  public func writeBeads(
    to path: String, lexicon: Lexicon?, model: Model? = nil,
    encoder: (any SentenceEncoder)? = nil, terms: String?
  ) throws -> WorkbenchError? {
    let beads = try beads(lexicon, model, encoder, terms.map(GlossaryFile.init))
    try OutputFile.write(beads.lines, to: path)
    return beads.isUnrelated ? .unrelated(target.document.origin.fileName) : nil
  }

  /// The lines of the beads, and whether the texts do not seem to belong together.
  func beads(
    _ lexicon: Lexicon?, _ model: Model?, _ encoder: (any SentenceEncoder)?,
    _ glossary: GlossaryFile?
  ) throws -> (lines: [UInt8], isUnrelated: Bool) {
    let vectors = try encoder.map {
      try SpanVectors(source, target, by: CachedEncoder($0, in: nil))
    }
    let outcome = Aligner(lexicon: lexicon, terms: glossary?.terms(of: self) ?? [], model: model)
      .align(source, target, vectors: vectors)
    let lines = outcome.ladder.beads.map { $0.line + "\n" }.joined()
    return (Array(lines.utf8), outcome.isUnrelated)
  }
}

/// A glossary read from a file.
struct GlossaryFile: Sendable {
  private let glossary: Glossary

  /// Reads a table of terms.
  /// - Throws: `DocumentError`, `GlossaryError`.
  init(path: String) throws {
    let bytes = try FileBytes.read(path)
    glossary = Glossary(try GlossaryReading(bytes, name: path).concepts)
  }

  func terms(of texts: TextPair) -> [(source: String, target: String)] {
    glossary.terms(texts.source.document.language, texts.target.document.language)
  }
}

extension Glossary {
  /// Terms that render each other, whatever their status: an old translation has the old ones.
  func terms(_ source: Language, _ target: Language) -> [(source: String, target: String)] {
    termPairs(source, target).map { ($0.source.text, $0.target.text) }
  }
}
