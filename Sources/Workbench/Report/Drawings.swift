internal import Bitext
internal import Exchange
internal import Foundation

/// The ladder as ribbons from the source text above to the target text below, in strips of some rows.
/// A ribbon is as wide as its text on each side, so that what was left out comes to a point.
struct RibbonDrawing {
  private static let rowsOfStrip = 60
  private static let width = 1000.0

  private let bands: [Band]

  init(_ bands: [Band]) { self.bands = bands }

  var svg: String {
    let size = max(Self.rowsOfStrip, (bands.count + 19) / 20)
    return stride(from: 0, to: bands.count, by: size).map { start in
      strip(bands[start..<min(start + size, bands.count)])
    }.joined(separator: "\n")
  }

  private func strip(_ bands: ArraySlice<Band>) -> String {
    guard let first = bands.first, let last = bands.last else { return "" }
    let source = Scale(first.source.lowerBound..<last.source.upperBound, Self.width)
    let target = Scale(first.target.lowerBound..<last.target.upperBound, Self.width)
    let ribbons = bands.map { ribbon($0, source, target) }.joined()
    let label = "rows \(first.rows.lowerBound) to \(last.rows.upperBound)"
    return """
      <svg class="ladder" viewBox="0 0 1000 158" role="img" aria-label="Ladder, \(label)">
      <text x="0" y="10">\(label)</text>\(ribbons)</svg>
      """
  }

  private func ribbon(_ band: Band, _ source: Scale, _ target: Scale) -> String {
    let (a, b) = (source.ends(of: band.source), target.ends(of: band.target))
    let path = """
      M\(a.0) 28L\(a.1) 28C\(a.1) 85 \(b.1) 85 \(b.1) 142L\(b.0) 142C\(b.0) 85 \(a.0) 85 \(a.0) 28Z
      """
    return """
      <g class="\(band.kind.rawValue)"><title>\(band.words)</title><path d="\(path)"/>\
      <rect x="\(a.0)" y="18" width="\(a.width)" height="9"/>\
      <rect x="\(b.0)" y="143" width="\(b.width)" height="9"/></g>
      """
  }

  /// Bytes of a text as places on the paper, to a tenth.
  private struct Scale {
    private let start: Int
    private let factor: Double

    init(_ range: Range<Int>, _ width: Double) {
      start = range.lowerBound
      factor = range.isEmpty ? 0 : width / Double(range.count)
    }

    func ends(of range: Range<Int>) -> (String, String, width: String) {
      let ends = [range.lowerBound, range.upperBound].map { Double($0 - start) * factor }
      // A hair of paper between neighbours.
      let right = max(ends[0], ends[1] - 0.8)
      return (ends[0].tenths, right.tenths, (right - ends[0]).tenths)
    }
  }
}

/// The probability of each row along the text.
struct ConfidenceDrawing {
  private let bands: [Band]

  init(_ bands: [Band]) { self.bands = bands }

  var svg: String {
    let width = 1000 / Double(max(1, bands.count))
    let bars = bands.enumerated().map { index, band in
      let height = 100 * (band.confidence ?? 1)
      let style = band.confidence == nil ? "unknown" : band.kind.rawValue
      return """
        <rect class="\(style)" x="\((Double(index) * width).tenths)" y="\((112 - height).tenths)" \
        width="\(max(0.4, width * 0.86).tenths)" height="\(height.tenths)">\
        <title>\(band.words)</title></rect>
        """
    }
    let lines = [0.5, 0.9, 1].map { value in
      let y = (112 - 100 * value).tenths
      return "<line x1=\"0\" x2=\"1000\" y1=\"\(y)\" y2=\"\(y)\"/>"
        + "<text x=\"1004\" y=\"\((115 - 100 * value).tenths)\">\(value)</text>"
    }
    return """
      <svg class="confidence" viewBox="0 0 1032 116" role="img" aria-label="Probability along the text">
      \(bars.joined())\(lines.joined())</svg>
      """
  }
}

extension Band {
  /// `row 42 · 1-2 · 0.71 · wants a look`
  fileprivate var words: String {
    let place =
      rows.count == 1 ? "row \(rows.lowerBound)" : "rows \(rows.lowerBound)–\(rows.upperBound)"
    let sure = confidence.map { " · \($0.hundredths)" } ?? ""
    return "\(place) · \(shape)\(sure) · \(kind.words)"
  }
}

extension Double {
  /// `12.3`, `12` for `12.0`: the same text everywhere.
  var tenths: String {
    let whole = Int((self * 10).rounded())
    return whole % 10 == 0 ? "\(whole / 10)" : String(format: "%.1f", Double(whole) / 10)
  }

  /// A probability to two digits, cut so that only certainty is `1.00`.
  var hundredths: String { String(format: "%.2f", (self * 100).rounded(.down) / 100) }
}
