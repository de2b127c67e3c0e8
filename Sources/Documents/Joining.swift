internal import Bitext

/// Several files as one document: a text that came in parts, in the order the parts were named.
extension [SegmentedDocument] {
  /// One document of all of them, an empty line between.
  func joined() -> SegmentedDocument {
    guard count > 1, var whole = first else { return self[0] }
    for part in dropFirst() { whole.append(part) }
    let origins = map(\.document.origin)
    whole.document.origin = Origin(
      fileName: origins.map(\.fileName).joined(separator: " + "),
      sha256: SHA256.hex(of: [UInt8](origins.map(\.sha256).joined().utf8)),
      encoding: origins.first { $0.encoding != "UTF-8" }?.encoding ?? "UTF-8")
    whole.document.notices = flatMap { part in
      part.document.notices.map { "\(part.document.origin.fileName): \($0)" }
    }
    return whole
  }
}

extension SegmentedDocument {
  fileprivate mutating func append(_ other: SegmentedDocument) {
    document.text += "\n\n"
    let (shift, paragraphs) = (document.text.utf8.count, document.paragraphs.count)
    document.text += other.document.text
    document.paragraphs += other.document.paragraphs.map { $0.moved(by: shift) }
    segments += other.segments.map { segment in
      var moved = segment
      moved.range = segment.range.lowerBound + shift..<segment.range.upperBound + shift
      moved.paragraph += paragraphs
      return moved
    }
  }
}
