/// What the tokenizer needs of a SentencePiece model: a Protocol Buffers message whose field 1 is a
/// piece (1: its bytes, 2: its score, 3: its kind) and whose field 3 says how text is normalised
/// (2: the character map).
struct SentencePieceModel {
  private(set) var pieces: [(bytes: [UInt8], piece: Int)] = []
  /// A score for every piece; 0 for those that are no text.
  private(set) var scores: [Float] = []
  private(set) var characterMap: ArraySlice<UInt8> = []

  private enum Kind { static let normal = 1, userDefined = 4 }

  /// `nil` when the bytes are no such message.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let fields = Message(bytes).fields() else { return nil }
    var userDefined: [(index: Int, bytes: Int)] = []
    var best = -Float.infinity
    for field in fields {
      if field.number == 3 { characterMap = Message(field.bytes).bytes(2) ?? [] }
      guard field.number == 1, let parts = Message(field.bytes).fields() else { continue }
      let text = parts.last { $0.number == 1 }?.bytes ?? []
      let kind = parts.last { $0.number == 3 }?.value ?? Kind.normal
      if kind == Kind.normal || kind == Kind.userDefined {
        pieces.append((Array(text), scores.count))
      }
      if kind == Kind.userDefined { userDefined.append((scores.count, text.count)) }
      let score = parts.last { $0.number == 2 }?.float ?? 0
      if kind == Kind.normal { best = max(best, score) }
      scores.append(kind == Kind.normal ? score : 0)
    }
    // SentencePiece prefers the pieces a model's maker put in by hand to all others.
    for (index, count) in userDefined { scores[index] = Float(count) * best - 0.1 }
  }
}

/// A Protocol Buffers message of numbers, floats and bytes.
private struct Message {
  struct Field {
    var number: Int
    var value = 0
    var bytes: ArraySlice<UInt8> = []
    var float: Float { Float(bitPattern: UInt32(truncatingIfNeeded: value)) }
  }

  private let content: ArraySlice<UInt8>
  init(_ content: ArraySlice<UInt8>) { self.content = content }

  func bytes(_ number: Int) -> ArraySlice<UInt8>? {
    fields()?.last { $0.number == number }?.bytes
  }

  func fields() -> [Field]? {
    var fields: [Field] = []
    var rest = content
    while !rest.isEmpty {
      guard let key = Self.number(&rest) else { return nil }
      var field = Field(number: key >> 3)
      switch key & 7 {
      case 0:
        guard let value = Self.number(&rest) else { return nil }
        field.value = value
      case 2:
        guard let count = Self.number(&rest), (0...rest.count).contains(count) else { return nil }
        field.bytes = rest.prefix(count)
        rest = rest.dropFirst(count)
      case 5:
        guard rest.count >= 4 else { return nil }
        field.value = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4)
      default: return nil
      }
      fields.append(field)
    }
    return fields
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    return nil
  }
}
