public import Bitext

/// A unit with its texts as they are to be written. It is handed on by reference: a unit holds a dozen
/// texts, and to count a reference to each whenever it is passed costs as much as to write them.
public final class WritableUnit: Sendable {
  let unit: Unit
  let texts: UnitTexts

  /// Looks at the texts of a unit. O(length).
  public init(_ unit: Unit) {
    self.unit = unit
    texts = UnitTexts(unit)
  }
}
