internal import Bitext

/// Which units leave, and in what form.
public struct ExportOptions: Sendable {
  /// Which units, by their status.
  public var filter = StatusFilter.all
  /// Only those changed since, in seconds since 1970 UTC.
  public var since: Int?
  /// Only those of this client.
  public var client: String?
  /// Only those at least so probable, or decided by a person.
  public var minConfidence: Double?
  /// Only those in these languages.
  public var languages = LanguageChoice()
  /// The tool that is to read the file.
  public var profile: TMXProfile?
  /// Whether the file has a DOCTYPE, unless the profile forbids it.
  public var hasDoctype = true
  /// Whether units of documents state the text before and after.
  public var hasContext = false
  /// A new file begins after so much.
  public var split: FileLimit?
  /// Whether the receipt lists every unit left out.
  public var listsSkipped = false
  /// What the memory came with, if all units come from one.
  public var header = TMXHeader()
  /// Our version, for the header.
  public var toolVersion: String
  /// The time of the export, in seconds since 1970 UTC.
  public var date: Int

  /// By default everything leaves that can.
  public init(toolVersion: String, date: Int) {
    self.toolVersion = toolVersion
    self.date = date
  }

  /// Why a unit stays, apart from its texts; `nil` when it may leave.
  func reasonToKeep(_ unit: Unit) -> LeftOut? {
    if let reason = filter.reasonToKeep(unit.status) { return reason }
    if let since, (unit.changed ?? 0) < since { return .older }
    if let client, unit.facts.client != client, unit.carried?.unit.value("x-client") != client {
      return .otherClient
    }
    if let minConfidence, !unit.status.isLocked, (unit.confidence ?? 0) < minConfidence {
      return .unsure
    }
    if let source = languages.source, !unit.sourceLanguage.answers(to: source) {
      return .otherLanguages
    }
    if let target = languages.target, !unit.targetLanguage.answers(to: target) {
      return .otherLanguages
    }
    return nil
  }
}

extension Carried.Part {
  /// The value of a property.
  func value(_ type: String) -> String? {
    remarks.first { $0.kind == .property && $0.type == type }?.text
  }
}
