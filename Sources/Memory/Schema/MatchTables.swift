// The index that near texts are found by. It is made of the units, so it is no part of the state: no
// event tells of it, and it may go at any time.
extension Schema {
  /// A block's id is 8192 times its part's, and its number in the part: `MatchPartHead`.
  static let matches = """
    CREATE TABLE match_part (
      id INTEGER PRIMARY KEY,
      language TEXT NOT NULL CHECK (language <> ''),
      head BLOB NOT NULL CHECK (length(head) > 0)
    ) STRICT;
    CREATE TABLE match_block (
      id INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE matched (unit INTEGER NOT NULL CHECK (unit >= 0)) STRICT;
    INSERT INTO matched VALUES (0);
    """
}
