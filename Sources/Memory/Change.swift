// What an event did to the state. A change holds both what stood there and what stands there now,
// so it is its own inverse when read backwards; undo and redo need nothing else.
internal import Bitext
internal import Foundation
internal import GRDB

/// One change of the state, as the `change` column of an event holds it in JSON.
indirect enum Change: Hashable, Codable {
  /// Versions of a document pair that leave the workspace, and those that come: their ids.
  case presence(RowEdit.Exchange<Int>)
  /// What a document pair is called and what is known of it.
  case details(pair: Int, before: Details, after: Details)
  /// Imported units that leave, and those that come.
  case imports(ImportEdit)
  /// What a memory is called and what is known of it.
  case memoryDetails(memory: Int, before: Details, after: Details)
  /// Rows, and segments if some were cut or joined.
  case rows(pair: Int, edit: RowEdit)
  /// Concepts of the glossary.
  case glossary(GlossaryEdit)
  /// A purge, in figures. What was removed is gone, so nothing takes it back.
  case purge(PurgeCounts)
  /// Findings of checks that were called false alarms.
  case dismissals(RowEdit.Exchange<Dismissal>)
  /// Several of these at once, one after the other: a merge.
  case several([Change])

  struct Details: Hashable, Codable {
    var name: String
    var facts: PairFacts
  }

  struct PurgeCounts: Hashable, Codable {
    var pairs: Int
    var memories: Int
    var concepts: Int
    var events: Int
  }

  /// What the log calls a purge.
  static let purgeAction = "purge"

  /// Whether it changed rows, or their segments, and nothing else.
  var isOfRows: Bool {
    if case .rows = self { true } else { false }
  }

  /// The change that takes this one back.
  var inverse: Change {
    switch self {
    case .presence(let exchange): .presence(exchange.inverse)
    case .details(let pair, let before, let after):
      .details(pair: pair, before: after, after: before)
    case .imports(let edit): .imports(edit.inverse)
    case .memoryDetails(let memory, let before, let after):
      .memoryDetails(memory: memory, before: after, after: before)
    case .rows(let pair, let edit): .rows(pair: pair, edit: edit.inverse)
    case .glossary(let edit): .glossary(edit.inverse)
    case .purge: self
    case .dismissals(let exchange): .dismissals(exchange.inverse)
    case .several(let changes): .several(changes.reversed().map(\.inverse))
    }
  }
}

extension Database {
  /// Carries a change out, after checking that what it starts from is what is stored.
  func perform(_ change: Change, event: Int) throws {
    switch change {
    case .presence(let exchange): try exchangePairs(exchange)
    case .details(let pair, let before, let after):
      try exchangeDetails(pair, before: before, after: after)
    case .imports(let edit): try exchangeImports(edit)
    case .memoryDetails(let memory, let before, let after):
      try exchangeDetails(memory, of: "memory", before: before, after: after)
    case .rows(let pair, let edit): try exchangeRows(edit, pair: pair, event: event)
    case .glossary(let edit): try exchangeConcepts(edit)
    case .purge: throw MemoryError.inconsistent("the log", "a purge that is done twice")
    case .dismissals(let exchange): try exchangeDismissals(exchange)
    case .several(let changes): for change in changes { try perform(change, event: event) }
    }
  }
}

/// Compact JSON with sorted keys: the same value is the same bytes.
enum JSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
