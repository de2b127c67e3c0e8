// What units mean, for the search that asks for what is alike.
extension Schema {
  static let meanings = """
    CREATE TABLE meaning_encoder (
      id TEXT NOT NULL CHECK (id <> ''),
      dimension INTEGER NOT NULL CHECK (dimension > 0 AND dimension % 64 = 0)
    ) STRICT;
    CREATE TABLE meaning (
      unit INTEGER PRIMARY KEY,
      numbers BLOB NOT NULL CHECK (length(numbers) > 4)
    ) STRICT;
    CREATE TABLE meaning_sketch (
      first INTEGER PRIMARY KEY,
      last INTEGER NOT NULL CHECK (last >= first),
      units BLOB NOT NULL CHECK (length(units) > 0 AND length(units) % 8 = 0),
      bits BLOB NOT NULL CHECK (length(bits) > 0 AND length(bits) % length(units) = 0)
    ) STRICT;
    """
}
