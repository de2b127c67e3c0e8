public import Bitext
public import Exchange
internal import Foundation
internal import Memory

/// How a file of units is taken in.
public struct ImportRequest: Sendable {
  /// What the memory is to be called; else as the file is.
  public var name: String?
  /// What is known of it.
  public var facts = PairFacts()
  /// Which two languages of several.
  public var choice = LanguageChoice()
  /// Whether units go to the memory that has the name already, and what becomes of other translations.
  public var conflict: ImportConflict?
  /// Whether what was sound before a break of the file is taken.
  public var isPartial = false
  /// Whether the index for searches is made at once; else the first search makes it.
  public var isIndexed = true
  /// Whether to read and count only.
  public var isDryRun = false

  /// By default all of a sound file, as a new memory.
  public init() {}
}

/// What an import did.
public struct ImportReceipt: Hashable, Sendable, Codable {
  /// The memory.
  public var name: String
  /// What was read, and what was not taken.
  public var account: ImportAccount
  /// Units of the memory that gave way.
  public var replaced = 0
  /// Whether nothing was stored.
  public var isDryRun: Bool
}

extension Bench {
  /// Takes a TMX file in as a memory, or into one that is there: one event, which `undo` takes back.
  /// - Parameter progress: told how many units were read so far.
  /// - Throws: `ExchangeError` when the file cannot be used; `MemoryError`. Nothing was stored then.
  public func importTMX(
    _ path: String, _ request: ImportRequest, progress: (Int) -> Void = { _ in }
  ) throws -> ImportReceipt {
    let memory = TranslationMemory(
      name: request.name ?? Self.memoryName(of: path), facts: request.facts,
      origin: .ofImport(path), format: "tmx")
    if request.conflict == nil, !request.isDryRun { try store.checkFree(memory.name) }
    let reading = UnitReading(path, memory, request)
    defer { reading.giveUp() }
    func portion() throws -> UnitRows? {
      let portion = try reading.next()
      progress(reading.count)
      return portion
    }
    var receipt = ImportReceipt(
      name: memory.name, account: ImportAccount(path: path), isDryRun: request.isDryRun)
    if request.isDryRun {
      while try portion() != nil {}
      receipt.account = try reading.account
    } else if let rule = request.conflict, try store.holdsMemory(memory.name) {
      let outcome = try store.mergeUnits(memory, rule) { try portion() }
      receipt.account = try reading.account
      receipt.account.leaveOut(.alreadyThere, count: outcome.alreadyThere)
      receipt.account.leaveOut(.otherTranslation, count: outcome.kept)
      receipt.replaced = outcome.replaced
    } else {
      try store.importUnits(
        memory, indexing: request.isIndexed, whole: { try reading.memory },
        portion: { try portion() })
      receipt.account = try reading.account
    }
    return receipt
  }

  /// `acme` for `tm/acme.tmx.gz`.
  private static func memoryName(of path: String) -> String {
    var name = path == "-" ? "memory" : URL(fileURLWithPath: path).lastPathComponent
    for ending in [".gz", ".zip", ".tmx"] where name.lowercased().hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return name.replacing(":", with: "-")
  }
}

extension Origin {
  /// Of a file whose digest is not known before it is read.
  fileprivate static func ofImport(_ path: String) -> Origin {
    Origin(
      fileName: path == "-" ? path : URL(fileURLWithPath: path).lastPathComponent,
      sha256: String(repeating: "0", count: 64), encoding: "UTF-8")
  }
}

/// A TMX file that is being parsed on a thread of its own.
private final class UnitReading {
  /// How many units were taken from it.
  private(set) var count = 0
  private let path: String
  private let start: TranslationMemory
  private let reading: ReadAhead<Portion, any Error>
  private var end: (account: ImportAccount, header: TMXHeader)?

  private enum Portion: Sendable {
    case units(UnitRows)
    case end(ImportAccount, TMXHeader)
  }

  /// Units are stored in transactions of so many: each waits for the disk once.
  private static let portionSize = 10_000

  init(_ path: String, _ memory: TranslationMemory, _ request: ImportRequest) {
    self.path = path
    start = memory
    reading = ReadAhead(depth: 4) { put in
      let file = try TMXImport(
        path, memory: memory.name, facts: request.facts, choice: request.choice,
        isPartial: request.isPartial)
      while let units = try file.nextRows(Self.portionSize) { if !put(.units(units)) { return } }
      _ = put(.end(file.account, file.header))
    }
  }

  func giveUp() { reading.giveUp() }

  func next() throws -> UnitRows? {
    switch end == nil ? try reading.next() : nil {
    case .units(let units):
      count += units.count
      return units
    case .end(let account, let header):
      end = (account, header)
      return nil
    case nil: return nil
    }
  }

  /// What was read, once all was.
  var account: ImportAccount {
    get throws { try whole.account }
  }

  /// The memory with what only the whole file tells.
  var memory: TranslationMemory {
    get throws {
      var memory = start
      let (account, header) = try whole
      memory.origin.sha256 = account.sha256
      memory.origin.encoding = account.encoding
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      memory.header = String(decoding: try encoder.encode(header), as: UTF8.self)
      return memory
    }
  }

  private var whole: (account: ImportAccount, header: TMXHeader) {
    get throws {
      guard let end else {
        throw ExchangeError.badInput(path, "was not read to its end", fix: "import it again")
      }
      return end
    }
  }
}
