internal import Bitext
internal import Foundation

/// Why a person should look at a bead: what disagrees between its two sides, in words.
struct DoubtFinder {
  private let pass: AlignmentPass
  /// Names that the other side's characters sound like somewhere in the text.
  private let heardInSource: Set<String>
  private let heardInTarget: Set<String>

  /// A length this many standard deviations from the document's ratio is worth a look.
  static let strangeLength: Float = 3.5
  /// Links weaker than this support nothing.
  static let support: Float = 0.02

  init(_ pass: AlignmentPass) {
    self.pass = pass
    func heard(_ vocabulary: Vocabulary) -> Set<String> {
      Set(
        vocabulary.keys.lazy.filter { $0.utf8.first == UInt8(ascii: "~") }.map {
          String($0.dropFirst())
        })
    }
    heardInSource = heard(pass.source.vocabulary)
    heardInTarget = heard(pass.target.vocabulary)
  }

  /// The reasons to look at one bead, the gravest first.
  func doubts(_ step: Lattice.Step) -> [Doubt] {
    let (a, b) = Shapes.all[step.shape]
    return doubts(step.i, step.j, a, b)
  }

  /// The reasons to look at a bead of `a` source and `b` target segments, from `i` and `j` on.
  func doubts(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> [Doubt] {
    if a == 0 || b == 0 { return [Doubt(.null, a == 0 ? "only in target" : "only in source")] }
    let source = i..<i + a
    let target = j..<j + b
    var doubts = speakers(source, target) + numbers(source, target) + names(source, target)
    doubts += unsupported(source, target) + length(source, target) + questions(source, target)
    if max(a, b) >= 3 { doubts.append(Doubt(.shape, "\(a)-\(b)")) }
    return doubts
  }

  // MARK: Numbers and names

  private func numbers(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    func missing(
      _ here: TokenText, _ segments: Range<Int>, _ there: TokenText, _ others: Range<Int>,
      _ links: [[Associations.Link]], _ side: String
    ) -> [Doubt] {
      let values = others.flatMap { there.tokens($0) }
        .compactMap { Self.value(there.vocabulary.keys[Int($0)]) }
      return unmet(here, segments, there, others, links) { key in
        guard let value = Self.value(key), value > 2 else { return false }
        return !values.contains { Self.agree($0, value) }
      }.map { Doubt(.number, "\($0.dropFirst()) only in \(side)") }
    }
    return missing(pass.source, source, pass.target, target, pass.start.forward, "source")
      + missing(pass.target, target, pass.source, source, pass.start.backward, "target")
  }

  static func value(_ key: String) -> Double? {
    key.hasPrefix("#") ? Double(key.dropFirst().prefix { $0 != "%" }) : nil
  }

  /// Values that may well be one figure written two ways: `9.6K`, `25%` for a quarter, `'95`.
  static func agree(_ a: Double, _ b: Double) -> Bool {
    let (small, large) = (min(a, b), max(a, b))
    if small == large { return true }
    let isYear = large >= 1800 && large < 2100
    if isYear, small < 100, large.truncatingRemainder(dividingBy: 100) == small { return true }
    return [100, 1e3, 1e4, 1e6].contains { abs(small * $0 - large) < 1e-6 * large }
  }

  private func names(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    func missing(
      _ heard: Set<String>, _ here: TokenText, _ segments: Range<Int>, _ there: TokenText,
      _ others: Range<Int>, _ links: [[Associations.Link]], _ side: String
    ) -> [Doubt] {
      guard !heard.isEmpty else { return [] }
      func name(_ key: String) -> String? {
        here.vocabulary.ids[key].flatMap { here.vocabulary.names[$0] }
      }
      return unmet(here, segments, there, others, links) { key in
        name(key).map(heard.contains) ?? false
      }.map { Doubt(.name, "\((name($0) ?? $0).capitalized) only in \(side)") }
    }
    return missing(
      heardInSource, pass.target, target, pass.source, source, pass.start.backward, "target")
      + missing(
        heardInTarget, pass.source, source, pass.target, target, pass.start.forward, "source")
  }

  /// Keys of `segments` that `matter` and have no linked token among `others`, each once.
  private func unmet(
    _ here: TokenText, _ segments: Range<Int>, _ there: TokenText, _ others: Range<Int>,
    _ links: [[Associations.Link]], matter: (String) -> Bool
  ) -> [String] {
    let present = Set(others.flatMap { there.tokens($0) })
    var seen: Set<Int32> = []
    return segments.flatMap { here.tokens($0) }.filter { seen.insert($0).inserted }
      .filter { token in
        matter(here.vocabulary.keys[Int(token)])
          && !links[Int(token)].contains {
            $0.probability >= Self.support && present.contains($0.word)
          }
      }.map { here.vocabulary.keys[Int($0)] }
  }

  // MARK: Support, length, form

  private func unsupported(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    lonely(pass.source, source, pass.target, target, pass.table.forward, "source")
      + lonely(pass.target, target, pass.source, source, pass.table.backward, "target")
  }

  /// Segments of four words and more of which no word is linked to the other side.
  private func lonely(
    _ here: TokenText, _ segments: Range<Int>, _ there: TokenText, _ others: Range<Int>,
    _ links: [[Associations.Link]], _ side: String
  ) -> [Doubt] {
    let present = Set(others.flatMap { there.tokens($0) })
    return segments.enumerated().compactMap { offset, segment in
      let words = here.tokens(segment).filter { here.vocabulary.kinds[Int($0)] != .punctuation }
      guard words.count >= 4 else { return nil }
      let linked = words.contains { word in
        links[Int(word)].contains {
          $0.probability >= Self.support && present.contains($0.word)
        }
      }
      guard !linked else { return nil }
      let which = segments.count > 1 ? "segment \(offset + 1) of the \(side)" : "the \(side)"
      return Doubt(.unsupported, "no word of \(which) has a partner")
    }
  }

  private func length(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    let lengths = (
      pass.sourceFacts[source].reduce(0) { $0 + $1.length },
      pass.targetFacts[target].reduce(0) { $0 + $1.length }
    )
    guard pass.length.deviation(lengths.0, lengths.1) >= Self.strangeLength else { return [] }
    let ratio = lengths.1 / max(1, pass.length.ratio * lengths.0)
    let (side, times) = ratio > 1 ? ("target", ratio) : ("source", 1 / max(0.01, ratio))
    return [
      Doubt(
        .length, "\(side) ×\(String(format: "%.1f", times)) of what its partner's length calls for")
    ]
  }

  private func questions(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    let asks = (
      pass.sourceFacts[source].contains { $0.ending == .question },
      pass.targetFacts[target].contains { $0.ending == .question }
    )
    if asks.0 == asks.1 { return [] }
    return [Doubt(.punctuation, "question mark only in \(asks.0 ? "source" : "target")")]
  }

  private func speakers(_ source: Range<Int>, _ target: Range<Int>) -> [Doubt] {
    let labels = (
      pass.sourceFacts[source].contains(where: \.isLabel),
      pass.targetFacts[target].contains(where: \.isLabel)
    )
    if labels.0 == labels.1 { return [] }
    return [Doubt(.speaker, "speaker label only in \(labels.0 ? "source" : "target")")]
  }
}
