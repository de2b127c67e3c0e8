extension Schema {
  /// One record while a purge is done and its file is not clean yet.
  static let cleaning = """
    CREATE TABLE cleaning (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
    """
}
