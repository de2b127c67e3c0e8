internal import Bitext
internal import Markup

/// Marked-up exchange files as events. No address is opened, no DTD loaded, no entity expanded.
enum UnitStream {
  /// Reads a whole file.
  /// - Throws: `ExchangeError` when it is not well-formed; what the handler's receiver threw.
  static func read(_ file: SourceFile, to handler: UnitHandler) throws {
    var cleaner = CharacterCleaner()
    let fault = try MarkupParser.xml(to: handler) { (take) throws(ExchangeError) in
      while true {
        let piece = Array(try file.next())
        let clean = piece.isEmpty ? cleaner.rest() : cleaner.cleaned(piece)
        if !clean.isEmpty, !clean.withUnsafeBytes(take) { return }
        if piece.isEmpty { return }
      }
    }
    if let failure = handler.failure { throw failure }
    if let fault { throw ExchangeError.brokenFile(file.path, fault) }
  }
}

/// Takes the events of an exchange file and gives units. What the receiver of the units throws stops
/// the reading.
class UnitHandler: MarkupHandler {
  let path: String
  private let receive: (Unit) throws -> Void
  private(set) var failure: (any Error)?

  init(_ path: String, _ receive: @escaping (Unit) throws -> Void) {
    self.path = path
    self.receive = receive
  }

  var refusal: String? { failure == nil ? nil : "stopped" }

  /// Hands a unit on.
  func give(_ unit: Unit) {
    guard failure == nil else { return }
    do { try receive(unit) } catch { failure = error }
  }

  /// Stops because the file breaks its format's rules.
  func refuse(line: Int, _ problem: String) {
    failure = failure ?? ExchangeError.brokenFile(path, line: line, problem)
  }

  func begin(_ element: String, _ attributes: MarkupAttributes) {}
  func end(_ element: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Leaves out the characters that XML forbids, which real files carry, as bytes and as references. In
/// UTF-16 nothing is changed.
struct CharacterCleaner {
  /// How many were left out.
  private(set) var count = 0
  /// The beginning of a reference that the piece before ended in.
  private var held: [UInt8] = []
  private var isWide: Bool?

  /// The piece without them; the end of it may be kept for the next.
  mutating func cleaned(_ piece: [UInt8]) -> [UInt8] {
    if isWide == nil {
      isWide =
        piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF])
        || piece.prefix(4).contains(0)
    }
    if isWide == true { return piece }
    guard !held.isEmpty || piece.contains(where: Self.isSuspect) else { return piece }
    return clean(held + piece)
  }

  /// What was kept.
  mutating func rest() -> [UInt8] {
    defer { held = [] }
    return held
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 && !isSpace(byte) || byte == 0x26
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The longest reference that means anything here: `&#x0000001f;`.
  private static let longestReference = 12

  private mutating func clean(_ bytes: [UInt8]) -> [UInt8] {
    held = []
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20, !Self.isSpace(byte) {
        count += 1
      } else if byte == 0x26 {
        let window = bytes[place...].prefix(Self.longestReference)
        guard let end = window.firstIndex(of: 0x3B) else {
          if window.count < Self.longestReference {
            held = Array(window)
            return result
          }
          result.append(byte)
          place += 1
          continue
        }
        if Self.isForbidden(window[...end]) { count += 1 } else { result += window[...end] }
        place = end
      } else {
        result.append(byte)
      }
      place += 1
    }
    return result
  }

  private static func isForbidden(_ reference: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: reference.dropFirst().dropLast(), as: UTF8.self)
    guard words.hasPrefix("#") else { return false }
    let digits = words.dropFirst()
    let isHex = digits.first == "x"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
      return false
    }
    switch value {
    case 0x09, 0x0A, 0x0D: return false
    case ..<0x20, 0xD800...0xDFFF, 0xFFFE, 0xFFFF: return true
    default: return value > 0x10FFFF
    }
  }
}
