internal import Bitext

extension Unit {
  /// Whether it came from a file of pairs, and not from a bead.
  var isImported: Bool { tu != nil }

  /// Whether it has an identifier of its own.
  var hasOwnID: Bool { !id.isEmpty }

  /// What is known of a unit whose file does not say: somebody translated it, nobody here has seen it.
  static var importedStatus: Status { .accepted }
}
