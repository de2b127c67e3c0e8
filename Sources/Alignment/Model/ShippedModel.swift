extension Model {
  static let shipped = Model(first: Weights(), final: Weights())
}
