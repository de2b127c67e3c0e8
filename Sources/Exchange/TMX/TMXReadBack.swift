// Reads a TMX file that we wrote as an importer would, and says which texts it holds.

final class TMXReadBack: XMLHandler {
  /// The texts of the file, in order.
  private(set) var fingerprint = Fingerprint()
  /// How many units it holds.
  private(set) var units = 0
  private var text: [UInt8] = []
  private var isInSegment = false
  private var names: (unit: XMLName, segment: XMLName)!

  /// Reads the file at `path`, which `name` stands for in messages. O(size), a few megabytes held.
  init(_ path: String, name: String) throws(ExchangeError) {
    do throws(ExchangeError) {
      let input = try UTF8Input(InputFile(SourceFile(path)))
      let stream = XMLStream(self)
      names = (stream.name("tu"), stream.name("seg"))
      try stream.read(input)
      let lost = input.controls + stream.illegalCharacters
      if lost > 0 { throw .broken(path, line: 1, reason: "it has characters that XML forbids") }
    } catch {
      guard case .broken(_, let line, let reason) = error else {
        throw .readBack(path: name, reason: error.problem)
      }
      throw .readBack(path: name, reason: "line \(line): \(reason)")
    }
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == names.unit { units += 1 }
    guard element == names.segment else { return }
    isInSegment = true
    text.removeAll(keepingCapacity: true)
  }

  func end(_ element: XMLName) {
    guard element == names.segment else { return }
    isInSegment = false
    text.withUnsafeBytes { fingerprint.add($0) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInSegment { text.append(contentsOf: bytes) }
  }
}
