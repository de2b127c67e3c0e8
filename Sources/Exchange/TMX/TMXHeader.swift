public import Bitext
internal import Foundation

/// What a TMX file says of itself as a whole.
public struct TMXHeader: Hashable, Sendable, Codable {
  /// The version of TMX, as the file states it.
  public var version: String?
  /// The attributes of its header, notes and properties.
  public var part = Carried.Part()
  /// Its user-defined encodings, `ude`, as XML.
  public var encodings: [String] = []

  /// A header that says nothing.
  public init() {}

  /// The source language of units that state none, as it is spelled; `nil` for `*all*` too.
  var sourceCode: String? {
    part.attributes["srclang"].flatMap { $0.lowercased() == "*all*" ? nil : $0 }
  }
}

extension TMXHeader {
  /// What a memory keeps of its file's header; `nil` when it is another format's.
  public init?(json: String) {
    guard let header = try? JSONDecoder().decode(TMXHeader.self, from: Data(json.utf8)) else {
      return nil
    }
    self = header
  }
}
