// The index of the concordance: for ranges of unit ids, which grams stand in which units.
extension Schema {
  static let concordance = """
    CREATE TABLE concordance_block (
      id INTEGER PRIMARY KEY,
      first INTEGER NOT NULL UNIQUE CHECK (first > 0),
      last INTEGER NOT NULL CHECK (last >= first)
    ) STRICT;
    CREATE TABLE concordance_page (
      id INTEGER PRIMARY KEY,
      block INTEGER NOT NULL REFERENCES concordance_block(id),
      gram INTEGER NOT NULL,
      postings BLOB NOT NULL CHECK (length(postings) > 0),
      UNIQUE (block, gram)
    ) STRICT;
    CREATE TABLE concordance_language (
      side TEXT NOT NULL CHECK (side IN ('source', 'target')),
      language TEXT NOT NULL CHECK (language <> ''),
      PRIMARY KEY (side, language)
    ) STRICT, WITHOUT ROWID;
    """
}
