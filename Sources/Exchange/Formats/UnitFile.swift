public import Bitext

/// Files that hold units, in any format.
public struct UnitFile {
  /// Their format.
  public let format: Format
  private let files: [SourceFile]

  /// Opens files and tells what they are by what they hold. Two files are Moses pairs; three are links,
  /// or a ladder, and then the two texts.
  /// - Parameter format: as the user states it; `nil` to find it out.
  /// - Throws: `ExchangeError`.
  public init(_ paths: [String], format: Format? = nil) throws(ExchangeError) {
    var files: [SourceFile] = []
    for path in paths { files.append(try SourceFile(path)) }
    self.files = files
    if let format {
      guard format.isRead else { throw .onlyWritten(paths[0], format) }
      self.format = format
    } else if files.count == 2 {
      self.format = try VerticalReader.recognises(FileHead(files[0])) ? .vertical : .moses
    } else {
      guard try !files[0].head().isEmpty else { throw .empty(paths[0]) }
      let found = try Format(of: files[0])
      // A ladder is lines of numbers, which a table may be too; two texts beside it say which.
      guard let told = files.count == 3 ? found == .xces ? found : .ladder : found else {
        throw .unknownFormat(paths[0])
      }
      self.format = told
    }
  }

  /// Gives each unit to `body`, in the order of the file. A side that is not translated is empty; a
  /// language that neither the file nor the user states is `und`.
  /// - Returns: how many there are.
  /// - Throws: `ExchangeError` with the line, when there is none too; what `body` throws.
  @discardableResult
  public func read(_ options: ReadingOptions, _ body: (Unit) throws -> Void) throws -> Int {
    guard let reader = format.reader else { throw ExchangeError.onlyWritten(files[0].path, format) }
    var count = 0
    try reader.read(files, options) { unit in
      count += 1
      try body(unit)
    }
    guard count > 0 else { throw ExchangeError.noUnits(files[0].path, format.title) }
    return count
  }

  /// SHA-256 of a file, 64 lower-case hexadecimal digits.
  /// - Throws: `ExchangeError` when it cannot be read.
  public static func digest(of path: String) throws(ExchangeError) -> String {
    let file = try SourceFile(path)
    var digest = SHA256()
    while case let piece = try file.next(), !piece.isEmpty { digest.update(piece) }
    return digest.hex
  }

  /// The two texts and the links between them, of a format of links.
  /// - Throws: `ExchangeError`.
  public func texts(_ options: ReadingOptions) throws -> LinkedTexts {
    switch format {
    case .ladder, .hunalign: try LadderReader.texts(files, options)
    default: try LinkReader.texts(files, options)
    }
  }
}
