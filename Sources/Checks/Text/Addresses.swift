internal import Bitext

/// Addresses of the net, which are no prose: `https://…`, `name@host`.
enum Addresses {
  private static let schemes = ["http://", "https://", "ftp://", "mailto:", "file://"]
    .map { Array($0.unicodeScalars) }

  static func ranges(of text: [Unicode.Scalar]) -> [Range<Int>] {
    text.indices.compactMap { index in
      switch text[index] {
      case "h", "f", "m":
        guard schemes.contains(where: { text[index...].starts(with: $0) }) else { return nil }
        return index..<end(text, index)
      case "@":
        let start = start(text, index)
        let end = end(text, index + 1)
        return start < index && end > index + 3 && text[index..<end].contains(".")
          ? start..<end : nil
      default: return nil
      }
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !"<>\"`()[]{}".unicodeScalars.contains(scalar)
  }

  private static func end(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    text[start...].firstIndex { !isPart($0) } ?? text.count
  }

  private static func start(_ text: [Unicode.Scalar], _ end: Int) -> Int {
    var start = end
    while start > 0, isPart(text[start - 1]) { start -= 1 }
    return start
  }
}
