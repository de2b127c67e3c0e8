internal import Bitext

/// What became of a batch.
public struct BatchReport: Codable, Sendable {
  /// A document pair that was aligned.
  public struct Made: Codable, Sendable {
    /// What it is called.
    public var name: String
    /// How many rows it has.
    public var rows: Int
    /// How many of them want a look; `nil` when only beads were written.
    public var doubtful: Int?
    /// Whether the texts do not seem to be translations of each other.
    public var isUnrelated: Bool
    /// What is to be told of its files; `nil` when nothing is.
    public var notices: [String]?
  }

  /// A document pair that could not be made.
  public struct Failure: Codable, Sendable {
    /// What it would have been called.
    public var name: String
    /// The place of the fault.
    public var place: String
    /// What is wrong there.
    public var problem: String
    /// What can be done.
    public var fix: String
  }

  /// What was aligned, by name.
  public var aligned: [Made] = []
  /// From how many confirmed pairs of the workspace was learned.
  public var learned = 0
  /// What was there already, made of the same files.
  public var skipped: [String] = []
  /// What failed.
  public var failed: [Failure] = []
  /// Files without a partner.
  public var alone: [String]

  /// How many document pairs are done with.
  public var count: Int { aligned.count + skipped.count + failed.count }
}

extension BatchReport {
  /// What became of one document pair.
  enum Ending<New: Sendable>: Sendable {
    case made(New)
    case skipped
    case failed(any Error)

    init(_ body: () throws -> New?) {
      do { self = try body().map(Ending.made) ?? .skipped } catch { self = .failed(error) }
    }
  }

  /// Takes in what became of the document pair `name`, which `keep` stores.
  /// - Throws: what would stop every other pair too: a workspace or a disk that cannot be used.
  mutating func take<New>(
    _ ending: Ending<New>, _ name: String, _ keep: (New) throws -> Made
  ) throws {
    do {
      switch ending {
      case .made(let new): aligned.append(try keep(new))
      case .skipped: skipped.append(name)
      case .failed(let error): throw error
      }
    } catch let fault as any Fault where ![.workspaceUnavailable, .output].contains(fault.kind) {
      failed.append(
        Failure(name: name, place: fault.place, problem: fault.problem, fix: fault.fix))
    }
  }
}
