public import Bitext

/// One to four changes: bytes changed, cut out, put in from elsewhere in the file, or repeated.
public func broken(_ seed: [UInt8], _ chance: inout SeededGenerator) -> [UInt8] {
  var bytes = seed
  for _ in 0...chance.below(4) where !bytes.isEmpty {
    let place = chance.below(bytes.count)
    let length = min(1 + chance.below(16), bytes.count - place)
    switch chance.below(6) {
    case 0: bytes[place] = UInt8(chance.below(256))
    case 1: bytes[place] ^= UInt8(1 << chance.below(8))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: chance.below(bytes.count))
    case 4: bytes.removeSubrange(place...)
    default:
      let piece = Array(bytes[place..<place + length])
      for _ in 0...chance.below(50) { bytes.insert(contentsOf: piece, at: place) }
    }
  }
  return bytes
}
