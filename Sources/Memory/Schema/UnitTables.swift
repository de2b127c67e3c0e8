// Migration 4: units that came from elsewhere, and the copies of rows that searches read.
extension Schema {
  static let units = """
    CREATE TABLE memory (
      id INTEGER PRIMARY KEY,
      line INTEGER NOT NULL REFERENCES memory(id),
      name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND instr(name, ':') = 0),
      client TEXT, domain TEXT, date TEXT, note TEXT,
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      encoding TEXT NOT NULL CHECK (encoding <> ''),
      format TEXT NOT NULL CHECK (format <> ''),
      header TEXT CHECK (header IS NULL OR json_valid(header)),
      event INTEGER REFERENCES event(id),
      removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
      CHECK (event IS NOT NULL OR removed = 1)
    ) STRICT;
    CREATE UNIQUE INDEX memory_name ON memory(name) WHERE removed = 0;
    CREATE INDEX memory_line ON memory(line);
    ALTER TABLE event ADD COLUMN memory INTEGER REFERENCES memory(id)
      CHECK (memory IS NULL OR pair IS NULL);
    CREATE INDEX event_memory ON event(memory) WHERE memory IS NOT NULL;

    CREATE TABLE unit (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      memory INTEGER REFERENCES memory(id),
      tu INTEGER CHECK (tu > 0),
      pair INTEGER REFERENCES document_pair(id),
      row INTEGER CHECK (row > 0),
      tuid TEXT,
      source_language TEXT NOT NULL CHECK (source_language <> ''),
      target_language TEXT NOT NULL CHECK (target_language <> ''),
      source TEXT NOT NULL,
      target TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('unreviewed', 'accepted', 'confirmed', 'edited',
        'omitted', 'added', 'non-text', 'rejected')),
      confidence REAL CHECK (confidence BETWEEN 0 AND 1),
      author TEXT,
      created INTEGER,
      changed INTEGER,
      speaker TEXT,
      comment TEXT,
      carried TEXT CHECK (carried IS NULL OR json_valid(carried)),
      removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
      CHECK ((memory IS NULL) <> (pair IS NULL)),
      CHECK ((memory IS NULL) = (tu IS NULL)),
      CHECK ((pair IS NULL) = (row IS NULL)),
      CHECK (pair IS NULL OR carried IS NULL AND tuid IS NULL AND removed = 0)
    ) STRICT;
    CREATE UNIQUE INDEX unit_row ON unit(pair, row) WHERE pair IS NOT NULL;
    CREATE INDEX unit_memory ON unit(memory, tu) WHERE memory IS NOT NULL;

    CREATE TABLE folded (event INTEGER NOT NULL CHECK (event >= 0)) STRICT;
    INSERT INTO folded VALUES (0);
    """
}
