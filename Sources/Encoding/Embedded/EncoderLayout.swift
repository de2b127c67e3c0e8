/// Where things lie in the embedded encoder's file; both the builder and the reader go by it.
///
/// A header of 64 bytes: the magic word, the version, the number of the trie's nodes and of the
/// character map's bytes (32-bit little-endian words), then the SHA-256 of the checksums. Then the
/// sections, each at a multiple of 64 bytes. Each section has a checksum, and each row of the table
/// one of its own, so that opening the file reads a fifth of it.
struct EncoderLayout: Equatable {
  static let magic: UInt32 = 0x4558_5442  // "BTXE"
  static let version: UInt32 = 1
  static let headerBytes = 64
  static let digestAt = 16

  /// The sections. Matrices are packed for `cmatrix_multiply_add`; numbers are 32 bits each.
  enum Section: Int, CaseIterable {
    case projection, projectionShift, gain, shift
    case first2, first3, first5, firstShift
    case second2, second3, second5, secondShift
    case pooling, poolingShift
    case head0, skip1, head1, head2, skip3, head3
    case steps, lowest, scores, checks
    case nodeChildren, nodePieces, nodeLabels, characterMap
    case table
  }

  /// Nodes of the trie of pieces.
  let nodes: Int
  /// Bytes of the character map.
  let characterMapBytes: Int
  private let starts: [Int]

  init(nodes: Int, characterMapBytes: Int) {
    self.nodes = nodes
    self.characterMapBytes = characterMapBytes
    var starts = [Self.headerBytes]
    for section in Section.allCases {
      let end =
        starts[section.rawValue]
        + Self.bytes(section, nodes: nodes, characterMap: characterMapBytes)
      starts.append((end + 63) / 64 * 64)
    }
    self.starts = starts
  }

  /// The bytes a section takes, without what fills it up to a multiple of 64.
  func range(_ section: Section) -> Range<Int> {
    let start = starts[section.rawValue]
    return start..<start + Self.bytes(section, nodes: nodes, characterMap: characterMapBytes)
  }

  /// The sections that have a checksum as a whole; those checksums follow the table rows'.
  static let checked = Section.allCases.filter { $0 != .checks && $0 != .table }

  /// The size of the whole file.
  var size: Int { starts[Section.allCases.count] }

  private static func bytes(_ section: Section, nodes: Int, characterMap: Int) -> Int {
    switch section {
    case .table: Network.rows * Network.width
    case .characterMap: characterMap
    case .nodeLabels: nodes
    case .nodePieces: nodes * 4
    case .nodeChildren: (nodes + 1) * 4
    default: numbers(section) * 4
    }
  }

  private static func numbers(_ section: Section) -> Int {
    let (width, order, orders, inner) = (
      Network.width, Network.orderWidth, Network.ordersWidth, Network.innerWidth
    )
    return switch section {
    case .projection: width * orders
    case .projectionShift, .gain, .shift, .firstShift, .secondShift: orders
    case .first2, .second2: 2 * order * order
    case .first3, .second3: 3 * order * order
    case .first5, .second5: 5 * order * order
    case .pooling: Network.featureWidth * width
    case .poolingShift: width
    case .head0, .skip1, .head2, .skip3: width * inner
    case .head1: inner * inner
    case .head3: width * width
    case .steps, .lowest: Network.chunks
    case .scores: Network.pieces
    case .checks: Network.rows + checked.count
    case .nodeChildren, .nodePieces, .nodeLabels, .characterMap, .table: 0
    }
  }
}
