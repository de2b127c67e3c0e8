// A part of the index as it is searched: its blocks come into memory when they are first needed and
// stay there. A part of which no block was read yet costs nothing but its head.

/// A part of the index. Used by one thread at a time.
final class MatchPart {
  let head: MatchPartHead
  private let read: (Int) throws -> [UInt8]
  private var blocks: [UnsafeMutableRawBufferPointer?]

  /// - Parameter read: gives a block's bytes by its number.
  init(_ head: MatchPartHead, read: @escaping (Int) throws -> [UInt8]) {
    self.head = head
    self.read = read
    blocks = Array(repeating: nil, count: head.blocks)
  }

  deinit { for block in blocks { block?.deallocate() } }

  /// Puts a block into its place, unless it is there.
  /// - Throws: `MatchPartFault` when it is not as `MatchPartHead` tells.
  func load(_ number: Int, _ bytes: UnsafeRawBufferPointer) throws {
    guard blocks.indices.contains(number), check(number, bytes) else { throw MatchPartFault() }
    guard blocks[number] == nil else { return }
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 8)
    block.copyMemory(from: bytes)
    blocks[number] = UnsafeMutableRawBufferPointer(rebasing: block[..<bytes.count])
  }

  private func block(_ number: Int) throws -> UnsafeMutableRawBufferPointer {
    if let block = blocks[number] { return block }
    try read(number).withUnsafeBytes { try load(number, $0) }
    guard let block = blocks[number] else { throw MatchPartFault() }
    return block
  }

  /// The slots, ascending, of the texts that may have a pair of symbols with this hash.
  func slots(_ hash: UInt32) throws -> UnsafeBufferPointer<UInt16> {
    let bucket = Int(hash >> UInt32(32 - head.bits))
    let block = UnsafeRawBufferPointer(try block(bucket / MatchPartHead.bucketsInBlock))
    let index = bucket % MatchPartHead.bucketsInBlock
    let header = 4 * MatchPartHead.bucketsInBlock
    let start = index == 0 ? 0 : Int(block.load(fromByteOffset: 4 * index - 4, as: UInt32.self))
    let end = Int(block.load(fromByteOffset: 4 * index, as: UInt32.self))
    return UnsafeRawBufferPointer(rebasing: block[header + 2 * start..<header + 2 * end])
      .bindMemory(to: UInt16.self)
  }

  /// A text's key and symbols. They are valid as long as the part is.
  func text(_ slot: Int) throws -> (key: Int64, symbols: UnsafeBufferPointer<MatchSymbol>) {
    let number = slot / MatchPartHead.textsInBlock
    let block = UnsafeRawBufferPointer(try block(head.pairBlocks + number))
    let (index, count) = (slot % MatchPartHead.textsInBlock, texts(number))
    let ends = 8 * count
    let start =
      index == 0 ? 0 : Int(block.load(fromByteOffset: ends + 4 * index - 4, as: UInt32.self))
    let end = Int(block.load(fromByteOffset: ends + 4 * index, as: UInt32.self))
    let symbols = block[ends + 4 * count + 2 * start..<ends + 4 * count + 2 * end]
    return (
      block.load(fromByteOffset: 8 * index, as: Int64.self),
      UnsafeRawBufferPointer(rebasing: symbols).bindMemory(to: MatchSymbol.self)
    )
  }

  /// How many texts a text block has.
  private func texts(_ block: Int) -> Int {
    min(MatchPartHead.textsInBlock, head.count - block * MatchPartHead.textsInBlock)
  }

  /// Whether the ends of a block rise, and the last is where its bytes end: then nothing that is
  /// read of it lies outside.
  private func check(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isText = number >= head.pairBlocks
    let count = isText ? texts(number - head.pairBlocks) : MatchPartHead.bucketsInBlock
    let first = isText ? 8 * count : 0
    guard bytes.count >= first + 4 * count else { return false }
    var last: UInt32 = 0
    for index in 0..<count {
      let end = bytes.loadUnaligned(fromByteOffset: first + 4 * index, as: UInt32.self)
      if end < last { return false }
      last = end
    }
    return bytes.count == first + 4 * count + 2 * Int(last)
  }
}

/// A block of the index is not what it should be.
struct MatchPartFault: Error {}
