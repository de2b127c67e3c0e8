public import Alignment
internal import Bitext
internal import Documents
internal import Exchange
internal import Foundation
internal import Terminology

/// Aligning without a workspace: two texts in, lines of beads out.
extension TextPair {
  /// The ladder, one bead a line: `[0, 1]:[0]:0.982`. This form never changes.
  public func beads(lexicon: Lexicon?, glossary: GlossaryFile?) -> String {
    let aligner = Aligner(lexicon: lexicon, terms: glossary?.terms(of: self) ?? [])
    return aligner.align(source, target).ladder.beads.map { $0.line + "\n" }.joined()
  }
}

/// A glossary read from a file, for one alignment.
public struct GlossaryFile: Sendable {
  private let glossary: Glossary

  /// Reads a table of terms.
  /// - Throws: `DocumentError`, `TerminologyError`.
  public init(path: String) throws {
    let bytes = try FileBytes.read(path)
    glossary = Glossary(try GlossaryTSV.read(bytes, from: path).concepts)
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
