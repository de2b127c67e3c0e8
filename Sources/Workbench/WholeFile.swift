public import Exchange

extension OutputFile {
  /// Writes a file that appears whole or not at all; `-` is standard output.
  public static func write(_ bytes: [UInt8], to path: String) throws(ExchangeError) {
    var file = try OutputFile(path)
    try file.write(bytes)
    try file.sync()
    try file.replace()
  }
}
