internal import Bitext

/// Why a file cannot be read as units, in the words that every format uses.
extension ExchangeError {
  private static func at(_ path: String, _ line: Int?) -> String {
    line.map { "\(path):\($0)" } ?? path
  }

  static func malformed(_ path: String, line: Int?, encoding: String) -> ExchangeError {
    .badInput(
      at(path, line), "not valid \(encoding)",
      fix: "mend the file, or name its encoding with --encoding, as in --encoding GB18030")
  }

  static func binary(_ path: String, line: Int) -> ExchangeError {
    .badInput(
      at(path, line), "holds a zero byte, so this is no text",
      fix: "name a text file, or its --encoding")
  }

  static func lineTooLong(_ path: String, line: Int) -> ExchangeError {
    .badInput(
      at(path, line), "is longer than \(TextLines.longest / 1_000_000) MB",
      fix: "check that this is the right file; if so, break it into units")
  }

  static func unknownEncoding(_ path: String, _ name: String) -> ExchangeError {
    .badInput(
      path, "no encoding is called '\(name)'",
      fix: "use a name such as UTF-8, UTF-16LE, GB18030, Big5 or windows-1252")
  }

  /// A file that breaks its format's rules.
  static func brokenFile(_ path: String, line: Int? = nil, _ problem: String) -> ExchangeError {
    .badInput(
      at(path, line), problem,
      fix: "mend the file there, or save it anew in the program that made it")
  }

  static func noUnits(_ path: String, _ format: String) -> ExchangeError {
    .badInput(
      path, "holds no unit of \(format)", fix: "name the file that holds the texts")
  }
}

extension ExchangeError {
  static func noSuchLanguage(
    _ place: String, _ stated: Language, _ found: [Language]
  ) -> ExchangeError {
    .badInput(
      place, "has no text in \(stated)",
      fix: "state two of its languages: \(found.map(\.tag).joined(separator: ", "))")
  }

  static func wrongFiles(_ files: [SourceFile], _ wanted: String) -> ExchangeError {
    .badInput(
      files.map(\.path).joined(separator: " "), "this format is \(wanted)",
      fix: "name just these files, in order")
  }

  static func lineCounts(
    _ source: String, _ sources: Int, _ target: String, _ targets: Int
  ) -> ExchangeError {
    .badInput(
      target, "has \(targets) lines, and \(source) \(sources)",
      fix: "name two files that answer to each other line by line")
  }
}

extension ExchangeError {
  static func notALadder(_ path: String, line: Int) -> ExchangeError {
    .badInput(
      "\(path):\(line)", "this line is no bead, and no rung",
      fix: "write [0, 1]:[0] a line, or hunalign's three columns")
  }

  static func noSuchSegment(
    _ path: String, _ text: String, _ index: Int, _ count: Int
  ) -> ExchangeError {
    .badInput(
      path, "holds segment \(index) of \(text), which has \(count), counted from 0",
      fix: "name the texts that the ladder was made from, source first")
  }

  static func noSuchElement(_ path: String, _ text: String, _ id: String) -> ExchangeError {
    .badInput(
      path, "points to '\(id)', which \(text) does not have",
      fix: "name the texts that were linked, source first")
  }

  static func severalGroups(_ path: String, _ groups: Int) -> ExchangeError {
    .badInput(
      path, "links \(groups) pairs of documents",
      fix: "divide it into a file for each `linkGrp`")
  }
}

extension ExchangeError {
  static func empty(_ path: String) -> ExchangeError {
    .badInput(path, "the file is empty", fix: "name the file that holds the texts")
  }

  static func unknownFormat(_ path: String) -> ExchangeError {
    .badInput(
      path, "is of no format that is known here",
      fix: "state one with --from: \(Format.allCases.filter(\.isRead).list)")
  }

  static func onlyWritten(_ path: String, _ format: Format) -> ExchangeError {
    .badInput(
      path, "\(format.title) is written here, and not read",
      fix: "read one of \(Format.allCases.filter(\.isRead).list)")
  }
}

extension [Format] {
  fileprivate var list: String { map(\.rawValue).joined(separator: ", ") }
}

extension ExchangeError {
  static func partCounts(
    _ source: String, _ sources: Int, _ target: String, _ targets: Int
  ) -> ExchangeError {
    .badInput(
      target, "has \(targets) `align` structures, and \(source) \(sources)",
      fix: "name two files of one parallel corpus")
  }

  static func tooLarge(_ path: String, _ limit: Int) -> ExchangeError {
    .badInput(path, "the file is larger than \(limit / 1_000_000) MB", fix: "split it into parts")
  }
}
