// The files of a workload.
internal import Bitext
internal import Foundation
internal import Memory

/// Which side of the memory is searched.
enum SearchedSide: CaseIterable, CustomStringConvertible {
  case chinese, english

  var description: String { self == .chinese ? "zh" : "en" }
  var options: MatchOptions { MatchOptions(limit: 1) }

  func queries(_ folder: String) throws -> [MatchQuery] {
    var lines = try WorkloadLines(
      "\(folder)/\(self == .chinese ? "queries.tsv" : "queries.en.tsv")")
    var queries: [MatchQuery] = []
    while let line = lines.next() {
      let text = line.split(separator: "\t", omittingEmptySubsequences: false).first ?? ""
      queries.append(MatchQuery(String(text), self == .chinese ? .zhHans : .en))
    }
    return queries
  }

  func truth(_ folder: String) throws -> [Double]? {
    let path = "\(folder)/truth.\(self).tsv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var lines = try WorkloadLines(path)
    var scores: [Double] = []
    while let line = lines.next() { scores.append(Double(line.prefix { $0 != "\t" }) ?? 0) }
    return scores
  }
}

/// The lines of a file, read as a stream.
struct WorkloadLines {
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws {
    guard let file = fopen(path, "r") else { throw WorkbenchError.noWorkload(path) }
    self.file = file
  }

  mutating func next() -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    let length = getline(&line, &capacity, file)
    guard length >= 0, let line else {
      fclose(file)
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: line, count: length)
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}

extension WorkbenchError {
  fileprivate static func noWorkload(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path, problem: "the workload's file cannot be read",
      fix: "see Benchmarks/memory/README.md for how the workload is made")
  }
}
