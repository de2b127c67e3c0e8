/// Units packed as they are stored: all their texts one after the other, so that a million of them cost
/// no object each.
public struct UnitRows: Sendable {
  /// What a unit says in numbers.
  public struct Numbers: Sendable {
    /// Which entry of its memory's file it belongs to, counted from 1.
    public var tu: Int
    /// The aligner's probability that the pair is right.
    public var confidence: Double?
    /// When it was first written, in seconds since 1970 UTC.
    public var created: Int?
    /// When it was last changed, in seconds since 1970 UTC.
    public var changed: Int?

    /// The numbers of a unit. What is no probability is none, and no entry stands before the first.
    public init(tu: Int, confidence: Double?, created: Int?, changed: Int?) {
      self.tu = max(tu, 1)
      self.confidence = confidence.flatMap { (0...1).contains($0) ? $0 : nil }
      self.created = created
      self.changed = changed
    }
  }

  /// The numbers of each unit.
  public private(set) var numbers: [Numbers] = []
  /// All texts in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Where each text ends in `bytes`, ten a unit; of a text that there is not, the complement (`~`). They
  /// are the identifier, source and target language, source, target, status, author, speaker, comment, and
  /// what is carried.
  public private(set) var ends: [Int] = []
  /// What the last unit carried, and as JSON: most units of a file carry the same.
  private var lastCarried = Carried()
  private var lastJSON = ""

  /// These units.
  public init(_ units: [Unit] = []) { for unit in units { add(unit) } }

  /// No units yet, but room for texts of so many bytes.
  public init(room: Int) { bytes.reserveCapacity(room) }

  /// How many units there are.
  public var count: Int { numbers.count }

  /// Begins a unit; its ten texts are to follow, in the order of `ends`.
  public mutating func begin(_ numbers: Numbers) { self.numbers.append(numbers) }

  /// Adds a text of the unit, empty or not.
  public mutating func add(_ text: String?) {
    if let text { bytes.append(contentsOf: text.utf8) }
    ends.append(text == nil ? ~bytes.count : bytes.count)
  }

  /// Adds a text of the unit as UTF-8.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds what the unit and its two texts carry; nothing when that is empty.
  public mutating func add(
    carried unit: Carried.Part, _ source: Carried.Part, _ target: Carried.Part
  ) {
    if unit.isEmpty, source.isEmpty, target.isEmpty { return add(nil) }
    if !unit.isSame(as: lastCarried.unit) || !source.isSame(as: lastCarried.source)
      || !target.isSame(as: lastCarried.target)
    {
      lastCarried = Carried(unit: unit, source: source, target: target)
      lastJSON = lastCarried.json
    }
    add(lastJSON)
  }

  /// Adds a unit; one that no file counts is an entry of its own.
  public mutating func add(_ unit: Unit) {
    begin(
      Numbers(
        tu: unit.tu ?? count + 1, confidence: unit.confidence, created: unit.created,
        changed: unit.changed))
    add(unit.id.isEmpty ? nil : unit.id)
    add(unit.sourceLanguage.tag)
    add(unit.targetLanguage.tag)
    add(unit.source)
    add(unit.target)
    add(unit.status.rawValue)
    add(unit.author)
    add(unit.speaker)
    add(unit.comment)
    let carried = unit.carried ?? Carried()
    add(carried: carried.unit, carried.source, carried.target)
  }
}

extension Carried.Part {
  /// Whether both say the same in the same bytes. That `==` takes letters and their composed forms for one
  /// would give a unit what its neighbour carries.
  fileprivate func isSame(as other: Carried.Part) -> Bool {
    func isSame(_ one: [String: String], _ other: [String: String]) -> Bool {
      one.count == other.count
        && one.allSatisfy { name, value in
          other[name].map { $0.utf8.elementsEqual(value.utf8) } ?? false
        }
    }
    func isSame(_ one: Carried.Remark, _ other: Carried.Remark) -> Bool {
      one.kind == other.kind && one.text.utf8.elementsEqual(other.text.utf8)
        && isSame(one.attributes, other.attributes)
    }
    return remarks.count == other.remarks.count && isSame(attributes, other.attributes)
      && (markup == nil) == (other.markup == nil)
      && (markup ?? "").utf8.elementsEqual((other.markup ?? "").utf8)
      && zip(remarks, other.remarks).allSatisfy { isSame($0, $1) }
  }
}
