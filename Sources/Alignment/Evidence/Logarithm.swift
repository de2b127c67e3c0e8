extension Float {
  /// The natural logarithm of a positive number to about six digits: the exponent's share plus a
  /// series in (m − 1)/(m + 1) for the mantissa m, √½ ≤ m < √2. Plain arithmetic, so it is inlined
  /// and the same on every machine.
  @inline(__always) var logarithm: Float {
    var exponent = Float(Int32(bitPattern: bitPattern >> 23) - 127)
    var mantissa = Float(bitPattern: (bitPattern & 0x007F_FFFF) | 0x3F80_0000)
    if mantissa > 1.414_213_5 {
      mantissa *= 0.5
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    let series = 2 + square * (0.666_666_7 + square * (0.4 + square * 0.285_714_3))
    return exponent * 0.693_147_2 + ratio * series
  }
}
