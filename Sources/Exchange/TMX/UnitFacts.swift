// What the rules need to know of a unit and of the codes of a segment.
internal import Bitext

/// A unit's variants as far as rules go.
struct UnitFacts {
  struct Variant {
    var code = ""
    /// How many characters its segment has, codes aside.
    var characters = 0
    /// A hash of its text.
    var text = Hasher()
    /// The x of its codes.
    var matches: Set<String> = []
  }

  /// The language the unit is translated from, as spelled.
  var sourceCode: String?
  private(set) var variants: [Variant] = []
  /// The types of its properties.
  var properties: Set<String> = []

  var isBlank: Bool { (variants.last?.characters ?? 0) == 0 }

  mutating func begin(_ code: String?) { variants.append(Variant(code: code ?? "")) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !variants.isEmpty else { return }
    let last = variants.count - 1
    variants[last].characters += bytes.count { $0 & 0xC0 != 0x80 }
    variants[last].text.combine(bytes: UnsafeRawBufferPointer(bytes))
  }

  mutating func end(_ matches: Set<String>) {
    guard !variants.isEmpty else { return }
    variants[variants.count - 1].matches = matches
  }

  /// The place of the variant in the source language.
  var source: Int? {
    guard let sourceCode, sourceCode.lowercased() != "*all*" else { return nil }
    let key = sourceCode.lowercased()
    if let same = variants.firstIndex(where: { $0.code.lowercased() == key }) { return same }
    guard let language = Language.inExchange(sourceCode) else { return nil }
    return variants.firstIndex { Language.inExchange($0.code)?.answers(to: language) == true }
  }

  var problems: [(TMXRule, String)] {
    var problems: [(TMXRule, String)] = []
    if variants.count == 1 { problems.append((.oneVariant, "the unit has one variant only")) }
    if let sourceCode, sourceCode.lowercased() != "*all*", source == nil {
      problems.append((.sourceMissing, "no variant is in the source language, \(sourceCode)"))
    }
    if let first = variants.first, variants.contains(where: { $0.matches != first.matches }) {
      problems.append((.codeMatch, "the x of the codes differ between the variants"))
    }
    return problems
  }
}

/// The codes of a segment.
struct SegmentCodes {
  private var opened: [String] = []
  private var closed: [String] = []
  /// The x of its codes.
  private(set) var matches: Set<String> = []
  private(set) var problems: [(TMXRule, String)] = []

  mutating func add(_ element: TMXElement, _ attributes: XMLAttributes) {
    if let x = attributes["x"] { matches.insert(x) }
    guard let i = attributes["i"] else { return }
    if element == .bpt {
      if opened.contains(i) { problems.append((.codeRepeated, "two bpt have the i '\(i)'")) }
      opened.append(i)
    } else if element == .ept {
      if !opened.contains(i) || closed.contains(i) {
        problems.append((.codePair, "the ept with i '\(i)' has no bpt before it"))
      }
      closed.append(i)
    }
  }

  /// What is wrong once the segment has ended.
  var allProblems: [(TMXRule, String)] {
    problems
      + opened.filter { !closed.contains($0) }.map {
        (.codePair, "the bpt with i '\($0)' has no ept after it")
      }
  }
}

/// What the importer of a profile would do with a file, unit by unit.
struct ImporterRules {
  private let profile: TMXProfile
  private var pair: [String]?
  private var sources: Set<Int> = []
  private var warned: Set<String> = []

  init(_ profile: TMXProfile) { self.profile = profile }

  /// Tells `add` why the importer skips the unit, or what it warns of, once.
  mutating func check(_ unit: UnitFacts, add: (TMXRule, String) -> Void) {
    guard let source = unit.source ?? unit.variants.indices.first, unit.variants.count > 1 else {
      return add(.importerSkips, "\(profile.name) takes no unit in one language")
    }
    let first = unit.variants[source]
    for (index, variant) in unit.variants.enumerated() {
      if let most = profile.longestText, variant.characters > most {
        add(
          .importerSkips,
          "a text of \(variant.characters) characters; \(profile.name) takes \(most)")
      }
      if variant.characters == 0 { add(.importerSkips, "a side is empty") }
      if profile.wantsRegion, Language.inExchange(variant.code)?.region == nil,
        warned.insert(variant.code).inserted
      {
        add(.importerWarns, "\(profile.name) wants a region with '\(variant.code)'")
      }
      guard index != source, profile.isBilingual else { continue }
      let codes = [first.code, variant.code].map { $0.lowercased() }
      if pair == nil { pair = codes }
      if let pair, pair != codes {
        add(
          .importerSkips,
          "goes from \(codes[0]) into \(codes[1]), the first unit from \(pair[0]) into \(pair[1])")
      }
    }
    if profile.isOneToOne, !sources.insert(first.text.finalize()).inserted {
      add(.importerSkips, "\(profile.name) keeps one translation of a text, and this is another")
    }
    guard profile.wantsPrefix else { return }
    for type in unit.properties.sorted() where !type.hasPrefix("x-") && warned.insert(type).inserted
    {
      add(.importerWarns, "\(profile.name) drops the property '\(type)', whose name has no x-")
    }
  }
}
