internal import Bitext
internal import Documents

/// Which language each side is in, by what is stated and what the texts tell, and whether the sides
/// are the wrong way round.
struct SideLanguages {
  private let names: [String]
  private let told: [Language?]
  private let stated: [Language?]
  private let keepsOrder: Bool

  /// - Parameter documents: the source and the target as they were named.
  init(_ documents: [Document], _ files: TextFiles) {
    names = documents.map(\.origin.fileName)
    told = documents.map { LanguageGuess($0.text).language }
    stated = [files.sourceLanguage, files.targetLanguage]
    keepsOrder = files.keepsOrder && !files.isOne
  }

  /// The languages, and whether the texts are to be swapped.
  func decided() throws(WorkbenchError) -> (
    languages: (source: Language, target: Language), isSwapped: Bool
  ) {
    let isSwapped = !keepsOrder && areReversed
    let told = isSwapped ? [self.told[1], self.told[0]] : self.told
    let names = isSwapped ? [self.names[1], self.names[0]] : self.names
    guard let source = stated[0] ?? told[0] ?? Self.other(than: stated[1] ?? told[1]) else {
      throw .untold(names[0])
    }
    guard let target = stated[1] ?? told[1] ?? Self.other(than: source) else {
      throw .untold(names[1])
    }
    guard source.code != target.code else { throw .oneLanguage(names, source) }
    return ((source, target), isSwapped)
  }

  /// Whether each text tells the language that the other side states. Where none is stated, Chinese
  /// is translated from and English into.
  private var areReversed: Bool {
    let codes = stated.map { $0?.code }
    let told = told.map { $0?.code }
    switch (codes[0], codes[1]) {
    case (nil, nil): return told == ["en", "zh"]
    case (let source?, nil): return told[1] == source && told[0] != nil && told[0] != source
    case (nil, let target?): return told[0] == target && told[1] != nil && told[1] != target
    case (let source?, let target?): return told == [target, source]
    }
  }

  /// What a text that tells nothing, such as a few names, is taken for: English beside Chinese. Chinese
  /// always tells.
  private static func other(than language: Language?) -> Language? {
    language?.code == "zh" ? .en : nil
  }
}

extension WorkbenchError {
  fileprivate static func untold(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: name, problem: "the text does not tell its language",
      fix: "state it with --source-lang or --target-lang")
  }

  fileprivate static func oneLanguage(_ names: [String], _ language: Language) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: names[1], problem: "in the same language as \(names[0]), \(language)",
      fix: "name a text and its translation, or state the languages with --source-lang and "
        + "--target-lang")
  }
}
