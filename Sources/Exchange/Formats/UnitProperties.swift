public import Bitext

/// What a unit says of itself beyond its texts, by the names that formats with properties give it.
enum UnitProperties {
  /// The properties of a unit, in order; what is not known is absent.
  static func of(_ unit: Unit) -> [(name: String, value: String)] {
    let all: [(String, String?)] = [
      ("x-document", unit.document),
      ("x-kind", unit.kind == .text ? nil : unit.kind.rawValue),
      ("x-time", unit.time?.clock),
      ("x-speaker", unit.speaker), ("x-target-speaker", unit.targetSpeaker),
      ("x-para", unit.paragraph.map(String.init)), ("x-bead", unit.shape),
      ("x-score", unit.confidence.map(Number.thousandths)), ("x-status", unit.status.rawValue),
      ("x-author", unit.author), ("x-created", unit.created.map(Timestamp.text)),
      ("x-changed", unit.changed.map(Timestamp.text)),
      ("x-client", unit.facts.client), ("x-domain", unit.facts.domain),
      ("x-date", unit.facts.date), ("x-note", unit.facts.note),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  /// Puts a property where it belongs; false for one that is not ours, or says nothing.
  static func take(_ name: String, _ value: String, into unit: inout Unit) -> Bool {
    switch name {
    case "x-document": unit.document = value
    case "x-kind": unit.kind = Paragraph.Kind(rawValue: value) ?? unit.kind
    case "x-time":
      guard let time = Range<Int>(clock: value) else { return false }
      unit.time = time
    case "x-speaker": unit.speaker = value
    case "x-target-speaker": unit.targetSpeaker = value
    case "x-para":
      guard let number = Int(value) else { return false }
      unit.paragraph = number
    case "x-bead":
      guard Shape(value) != nil else { return false }
      unit.shape = value
    case "x-score":
      guard let score = Double(value), (0...1).contains(score) else { return false }
      unit.confidence = score
    case "x-status":
      guard let status = Status(rawValue: value) else { return false }
      unit.status = status
    case "x-author": unit.author = value
    case "x-created": unit.created = Timestamp.seconds(value) ?? unit.created
    case "x-changed": unit.changed = Timestamp.seconds(value) ?? unit.changed
    case "x-client": unit.facts.client = value
    case "x-domain": unit.facts.domain = value
    case "x-date": unit.facts.date = value
    case "x-note": unit.facts.note = value
    default: return false
    }
    return true
  }
}

extension Range<Int> {
  /// Reads `01:02:03.004-01:02:04.500` as milliseconds; `nil` for anything else.
  init?(clock: String) {
    let ends = clock.split(separator: "-").map { end -> Int? in
      let parts = end.split(whereSeparator: { ":.".contains($0) }).map { Int($0) }
      guard parts.count == 4, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
        let thousandths = parts[3],
        [hours, minutes, seconds, thousandths].allSatisfy({ $0 < 1 << 20 })
      else { return nil }
      return 1000 * (3600 * hours + 60 * minutes + seconds) + thousandths
    }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else { return nil }
    self = start..<end
  }
}

extension Unit {
  /// The unit as a memory keeps it: what a memory has no column for is carried as a property, so that
  /// it leaves again.
  public var storable: Unit {
    let kept: Set<String> = [
      "x-document", "x-speaker", "x-score", "x-status", "x-author", "x-created", "x-changed",
    ]
    var unit = self
    let homeless = UnitProperties.of(self).filter { !kept.contains($0.name) }
    guard !homeless.isEmpty else { return self }
    var carried = carried ?? Carried()
    carried.unit.remarks += homeless.map {
      Carried.Remark(.property, $0.value, attributes: ["type": $0.name])
    }
    unit.carried = carried
    return unit
  }
}
